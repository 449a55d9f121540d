-- DropIndex
DROP INDEX "DeviceAlarm_phone_at_idx";

-- CreateTable
CREATE TABLE "DeviceAlarmGroup" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "severity" TEXT COLLATE "C" NOT NULL,
    "phones" TEXT[] COLLATE "C",
    "parameters" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "DeviceAlarmGroup_pkey" PRIMARY KEY ("at","id")
);

-- Written by hand: names are compared folded.
CREATE INDEX "DeviceAlarm_phone" ON "DeviceAlarm"(lower("phone"), "at", "id");
