-- CreateTable
CREATE TABLE "DeviceState" (
    "phoneId" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'waiting',
    "isPartial" BOOLEAN NOT NULL DEFAULT false,
    "registration" TEXT NOT NULL DEFAULT 'neverRegistered',
    "reason" TEXT,
    "lastRegisteredAt" TIMESTAMP(3),
    "calls" INTEGER NOT NULL DEFAULT 0,
    "phoneRevision" INTEGER,
    "softkeyTemplateId" TEXT,
    "softkeyTemplateRevision" INTEGER,
    "phoneButtonTemplateId" TEXT,
    "phoneButtonTemplateRevision" INTEGER,
    "commonDeviceConfigurationId" TEXT,
    "commonDeviceConfigurationRevision" INTEGER,
    "deviceProfileId" TEXT,
    "deviceProfileRevision" INTEGER,
    "directoryNumbers" JSONB,
    "postponed" JSONB,
    "underway" JSONB,
    "timerKind" TEXT,
    "dueAt" TIMESTAMP(3),
    "queuedAt" TIMESTAMP(3),

    CONSTRAINT "DeviceState_pkey" PRIMARY KEY ("phoneId")
);

-- CreateTable
CREATE TABLE "RegistrationLimiter" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "perSecond" INTEGER,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "fraction" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RegistrationLimiter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeviceAlarm" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "name" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "parameters" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "DeviceAlarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeviceState_registration_phoneId_idx" ON "DeviceState"("registration", "phoneId");

-- CreateIndex
CREATE INDEX "DeviceAlarm_at_id_idx" ON "DeviceAlarm"("at", "id");

-- CreateIndex
CREATE INDEX "DeviceAlarm_phone_at_idx" ON "DeviceAlarm"("phone", "at");

-- AddForeignKey
ALTER TABLE "DeviceState" ADD CONSTRAINT "DeviceState_phoneId_fkey" FOREIGN KEY ("phoneId") REFERENCES "Phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: the few phones for which something is due or that wait for their turn, among a hundred thousand.
CREATE INDEX "DeviceState_due" ON "DeviceState"("dueAt", "phoneId") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "DeviceState_queued" ON "DeviceState"("queuedAt", "phoneId") WHERE "queuedAt" IS NOT NULL;
-- Items whose action waits for the phone to come back or for the end of its call.
CREATE INDEX "JobItem_underway" ON "JobItem"("jobId", "position") WHERE "state" = 'underway';
-- Whoever drives the phones holds the only row: 500 registrations a second until the environment says otherwise.
INSERT INTO "RegistrationLimiter" ("id", "perSecond", "nextAt") VALUES (1, 500, '1970-01-01');
-- The phones that are there are plugged in and wait for their turn.
INSERT INTO "DeviceState" ("phoneId", "queuedAt") SELECT "id", now() AT TIME ZONE 'UTC' FROM "Phone";
