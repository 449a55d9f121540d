-- DropIndex
DROP INDEX "Phone_model_id_idx";

-- Written by hand: a list compares and sorts models in lower case, for which the other index was of no use.
CREATE INDEX "Phone_model" ON "Phone"(lower("model"), "id");
