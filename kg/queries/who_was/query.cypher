MATCH (p:Person)-[r:APPOINTED_TO|DISMISSED_FROM|HOLDS]->(post:Post)
MATCH (notice:Document) WHERE notice.id = r.notice
OPTIONAL MATCH (post)-[:POST_OF]->(agency:Agency)
WITH p, r, post, agency, notice,
     CASE type(r) WHEN 'APPOINTED_TO' THEN 'appoint' WHEN 'DISMISSED_FROM' THEN 'dismiss' ELSE 'office' END AS what
WHERE ($person = '' OR p.name = $person)
  AND ($agency = '' OR agency.name CONTAINS $agency)
RETURN p.name AS person, what, agency.name AS agency, post.title AS post,
       CASE what WHEN 'office' THEN notice.date ELSE r.date END AS date,
       r.document AS document, r.quote AS quote, r.source AS source, r.start AS start
ORDER BY person, date, document, source, start
