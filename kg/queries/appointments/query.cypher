MATCH (p:Person)-[a:APPOINTED_TO|DISMISSED_FROM]->(post:Post)
OPTIONAL MATCH (post)-[:POST_OF]->(agency:Agency)
WITH p, a, post, agency
WHERE ($person = '' OR p.name = $person)
  AND ($agency = '' OR agency.name CONTAINS $agency)
  AND ($since = '' OR a.date >= left($since, size(a.date)))
  AND ($until = '' OR left(a.date, size($until)) <= $until)
RETURN p.name AS person, CASE type(a) WHEN 'APPOINTED_TO' THEN 'appoint' ELSE 'dismiss' END AS action,
       agency.name AS agency, post.title AS post, a.date AS date, a.note AS note,
       a.document AS document, a.quote AS quote, a.source AS source, a.start AS start
ORDER BY date, document, source, start, person
