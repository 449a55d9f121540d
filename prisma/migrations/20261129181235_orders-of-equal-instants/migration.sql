-- DropIndex
DROP INDEX "CallTimer_dueAt_cluster_id_idx";

-- DropIndex
DROP INDEX "CallBackRequest_createdAt_id_idx";

-- DropIndex
DROP INDEX "CallBackRequest_state_createdAt_id_idx";

-- DropIndex
DROP INDEX "Revision_at_id_idx";

-- DropIndex
DROP INDEX "Job_dueAt_id_idx";

-- DropIndex
DROP INDEX "Job_createdAt_id_idx";

-- AlterTable
ALTER TABLE "CallBackRequest" ADD COLUMN     "place" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "place" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "place" BIGSERIAL NOT NULL,
ADD COLUMN     "turn" BIGSERIAL NOT NULL;

-- CreateIndex
CREATE INDEX "CallTimer_dueAt_version_idx" ON "CallTimer"("dueAt", "version");

-- CreateIndex
CREATE INDEX "CallBackRequest_createdAt_place_idx" ON "CallBackRequest"("createdAt", "place");

-- CreateIndex
CREATE INDEX "CallBackRequest_state_createdAt_place_idx" ON "CallBackRequest"("state", "createdAt", "place");

-- CreateIndex
CREATE INDEX "Revision_at_place_idx" ON "Revision"("at", "place");

-- CreateIndex
CREATE INDEX "Job_dueAt_idx" ON "Job"("dueAt");

-- CreateIndex
CREATE INDEX "Job_createdAt_place_idx" ON "Job"("createdAt", "place");

-- Numbers the batches of alarms in the order in which they are raised: alarms of one instant keep it.
CREATE SEQUENCE "DeviceAlarmBatch";
