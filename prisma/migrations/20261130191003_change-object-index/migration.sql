-- DropIndex
DROP INDEX "ChangeObject_nameKey_idx";

-- CreateIndex
CREATE INDEX "ChangeObject_nameKey_entity_idx" ON "ChangeObject"("nameKey", "entity");
