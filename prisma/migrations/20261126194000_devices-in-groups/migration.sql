-- DropIndex
DROP INDEX "DeviceAlarm_at_id_idx";

-- AlterTable
ALTER TABLE "DeviceAlarm" DROP CONSTRAINT "DeviceAlarm_pkey",
ADD CONSTRAINT "DeviceAlarm_pkey" PRIMARY KEY ("at", "id");

-- AlterTable
ALTER TABLE "Job" DROP COLUMN "isCancelRequested",
ADD COLUMN     "underway" INTEGER NOT NULL DEFAULT 0;

