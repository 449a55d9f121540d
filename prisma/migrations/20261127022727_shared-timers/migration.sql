-- AlterTable
ALTER TABLE "DeviceState" ADD COLUMN     "sharedDueAt" TIMESTAMP(3),
ADD COLUMN     "sharedTimerId" TEXT COLLATE "C",
ADD COLUMN     "sharedTimerKind" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "SharedTimer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "jobId" TEXT COLLATE "C" NOT NULL,
    "firstPosition" INTEGER NOT NULL,
    "lastPosition" INTEGER NOT NULL,
    "phoneCount" INTEGER NOT NULL,

    CONSTRAINT "SharedTimer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SharedTimer_kind_dueAt_id_idx" ON "SharedTimer"("kind", "dueAt", "id");
