MATCH (who)-[m:MEMBER_OF]->(body:Agency)
WHERE ($body = '' OR body.name CONTAINS $body)
  AND ($member = '' OR who.name CONTAINS $member)
  AND ($role = '' OR m.role = $role)
RETURN body.name AS body, who.name AS member, toLower(labels(who)[0]) AS member_type, m.role AS role,
       m.document AS document, m.quote AS quote, m.source AS source, m.start AS start
ORDER BY body, document, source, start, member
