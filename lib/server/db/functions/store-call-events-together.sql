-- Stores several batches one after the other in one transaction, so that they share its commit. Each is stored or stale for
-- itself. The devices of all are locked before the first batch takes the common lock, as everybody does.
CREATE OR REPLACE FUNCTION "storeCallEventsTogether"(batches jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  outcomes jsonb := '[]'::jsonb;
  batch jsonb;
BEGIN
  PERFORM 1 FROM "DeviceState" s
    WHERE s."phoneId" = ANY(ARRAY(SELECT d."value" ->> 'phoneId' FROM jsonb_array_elements(batches) b("value")
      CROSS JOIN LATERAL jsonb_array_elements(b."value" -> 'devices') d("value")))
    ORDER BY s."phoneId" FOR NO KEY UPDATE;
  FOR batch IN SELECT b."value" FROM jsonb_array_elements(batches) WITH ORDINALITY b("value", "position") ORDER BY b."position" LOOP
    outcomes := outcomes || jsonb_build_array("storeCallEvents"(batch));
  END LOOP;
  RETURN outcomes;
END $$;
