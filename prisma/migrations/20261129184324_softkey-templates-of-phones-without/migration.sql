-- Models without softkeys have no softkey template; until now one could be given to them, and did nothing.
UPDATE "Phone" SET "softkeyTemplateId" = NULL
WHERE "softkeyTemplateId" IS NOT NULL
  AND "model" IN ('Cisco 6901', 'Cisco 6911', 'Cisco VGC Phone', 'Cisco ATA 186', 'Analog Phone');
