MATCH (task:Task)-[r:LED_BY|RESPONSIBLE|SUPPORTED_BY]->(who)
MATCH (notice:Document) WHERE notice.id = r.notice
WITH task, r, who, notice,
     CASE type(r) WHEN 'LED_BY' THEN 'lead' WHEN 'RESPONSIBLE' THEN 'responsible' ELSE 'support' END AS role
WHERE ($assignee = '' OR who.name CONTAINS $assignee)
  AND ($role = '' OR role = $role)
  AND ($task = '' OR task.name CONTAINS $task)
  AND ($document = '' OR r.document = $document OR notice.name = $document)
RETURN who.name AS assignee, role, task.name AS task, r.deadline AS deadline,
       r.document AS document, r.quote AS quote, r.source AS source, r.start AS start
ORDER BY document, source, start, task, role, assignee
