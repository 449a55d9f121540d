-- All items of a job, wherever they are: each with a row of its own, or together in a group.
CREATE OR REPLACE VIEW "EachJobItem" AS
  SELECT "jobId", "position", "name", "partition", "objectId", "state", "outcome", "problems", "result" FROM "JobItem"
  UNION ALL
  SELECT g."jobId", m."position", m."name", m."partition", m."objectId", g."state", g."outcome", g."problems", g."result"
  FROM "JobItemGroup" g
  CROSS JOIN LATERAL unnest(g."positions", g."names", g."partitions", g."objectIds") AS m("position", "name", "partition", "objectId");
