-- DropIndex
DROP INDEX "DeviceAlarm_at_id_idx";

-- AlterTable
ALTER TABLE "DeviceAlarm" DROP CONSTRAINT "DeviceAlarm_pkey",
ADD CONSTRAINT "DeviceAlarm_pkey" PRIMARY KEY ("at", "id");

-- AlterTable
ALTER TABLE "Job" DROP COLUMN "isCancelRequested",
ADD COLUMN     "underway" INTEGER NOT NULL DEFAULT 0;


-- Names and ids compare as those of phones do, so that joins with them can use indexes.
ALTER TABLE "DeviceState"
  ALTER COLUMN "phoneId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "phase" TYPE TEXT COLLATE "C",
  ALTER COLUMN "registration" TYPE TEXT COLLATE "C",
  ALTER COLUMN "reason" TYPE TEXT COLLATE "C",
  ALTER COLUMN "softkeyTemplateId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "phoneButtonTemplateId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "commonDeviceConfigurationId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "deviceProfileId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "timerKind" TYPE TEXT COLLATE "C";
ALTER TABLE "DeviceAlarm"
  ALTER COLUMN "id" TYPE TEXT COLLATE "C",
  ALTER COLUMN "name" TYPE TEXT COLLATE "C",
  ALTER COLUMN "severity" TYPE TEXT COLLATE "C",
  ALTER COLUMN "phone" TYPE TEXT COLLATE "C";
ALTER TABLE "Job"
  ALTER COLUMN "id" TYPE TEXT COLLATE "C";
ALTER TABLE "JobItem"
  ALTER COLUMN "jobId" TYPE TEXT COLLATE "C",
  ALTER COLUMN "name" TYPE TEXT COLLATE "C",
  ALTER COLUMN "partition" TYPE TEXT COLLATE "C",
  ALTER COLUMN "state" TYPE TEXT COLLATE "C",
  ALTER COLUMN "outcome" TYPE TEXT COLLATE "C";
