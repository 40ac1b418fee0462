MATCH (p:Person)-[r:LEADS|OVERSEES|LIAISES|IN_CHARGE_OF|HAS_FIELD]->(what)
WITH p, r, what, coalesce(r.relation, toLower(type(r))) AS relation
WHERE ($person = '' OR p.name = $person)
  AND ($target = '' OR what.name CONTAINS $target)
  AND ($relation = '' OR relation = $relation)
RETURN p.name AS person, relation, what.name AS target, r.document AS document, r.quote AS quote,
       r.source AS source, r.start AS start
ORDER BY document, source, start, person, relation, target
