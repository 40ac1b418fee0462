MATCH (d:Document)
OPTIONAL MATCH (issuer:Agency)-[:ISSUED]->(d)
WITH d, collect(DISTINCT issuer.name) AS issuers
OPTIONAL MATCH (d)-[:SENT_TO]->(addressee:Agency)
WITH d, issuers, collect(DISTINCT addressee.name) AS addressees
OPTIONAL MATCH (outer:Document)-[:CARRIES]->(d)
WITH d, issuers, addressees, collect(DISTINCT coalesce(outer.number, outer.name)) AS carried_by
WHERE (d.kind IS NOT NULL OR d.date IS NOT NULL OR size(issuers) > 0)
  AND ($title = '' OR d.name CONTAINS $title)
  AND ($number = '' OR d.number = $number)
  AND ($kind = '' OR d.kind = $kind)
  AND ($issuer = '' OR any(name IN issuers WHERE name CONTAINS $issuer))
  AND ($since = '' OR d.date >= left($since, size(d.date)))
  AND ($until = '' OR left(d.date, size($until)) <= $until)
RETURN d.number AS number, d.name AS title, d.kind AS kind, issuers, d.date AS date, addressees, carried_by
ORDER BY date, number, title
