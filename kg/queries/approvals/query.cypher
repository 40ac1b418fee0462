MATCH (body:Agency)-[a:APPROVED]->(notice:Document)
WHERE ($body = '' OR body.name CONTAINS $body)
  AND ($document = '' OR a.document = $document OR notice.name = $document)
RETURN a.document AS document, body.name AS body, a.action AS action, a.meeting AS meeting,
       a.quote AS quote, a.source AS source, a.start AS start
ORDER BY document, source, start, body
