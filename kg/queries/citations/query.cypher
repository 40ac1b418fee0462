MATCH (notice:Document)-[c:BASED_ON|IMPLEMENTS|REPEALS|AMENDS|MENTIONS]->(:Document)
WITH notice, c, CASE type(c) WHEN 'BASED_ON' THEN 'basis' ELSE toLower(type(c)) END AS relation
WHERE ($document = '' OR c.document = $document OR notice.name = $document)
  AND ($cited = '' OR coalesce(c.number, '') = $cited OR coalesce(c.title, '') CONTAINS $cited)
  AND ($relation = '' OR relation = $relation)
RETURN c.document AS document, relation, c.title AS title, c.number AS number,
       c.quote AS quote, c.source AS source, c.start AS start
ORDER BY document, source, start, title
