-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "resource" TEXT COLLATE "C" NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT COLLATE "C" NOT NULL DEFAULT 'queued',
    "cursor" JSONB,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "outcomes" JSONB NOT NULL DEFAULT '{}',
    "problem" JSONB,
    "isCancelRequested" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retryOf" TEXT COLLATE "C",
    "dueAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "userId" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "requestId" TEXT COLLATE "C" NOT NULL,
    "fileId" TEXT COLLATE "C",

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobItem" (
    "jobId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "partition" TEXT COLLATE "C",
    "state" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "problems" JSONB,
    "result" JSONB,

    CONSTRAINT "JobItem_pkey" PRIMARY KEY ("jobId","position")
);

-- CreateTable
CREATE TABLE "BulkFile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "resource" TEXT COLLATE "C" NOT NULL,
    "columns" JSONB NOT NULL,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "badCount" INTEGER NOT NULL DEFAULT 0,
    "byteCount" INTEGER NOT NULL DEFAULT 0,
    "isWhole" BOOLEAN NOT NULL DEFAULT false,
    "userId" TEXT COLLATE "C" NOT NULL,
    "by" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BulkFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkFilePiece" (
    "fileId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "firstRow" INTEGER NOT NULL,
    "lastRow" INTEGER NOT NULL,
    "rows" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "BulkFilePiece_pkey" PRIMARY KEY ("fileId","position")
);

-- CreateIndex
CREATE INDEX "Job_dueAt_id_idx" ON "Job"("dueAt", "id");

-- CreateIndex
CREATE INDEX "Job_createdAt_id_idx" ON "Job"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Job_fileId_idx" ON "Job"("fileId");

-- CreateIndex
CREATE INDEX "BulkFile_createdAt_id_idx" ON "BulkFile"("createdAt", "id");

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "BulkFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobItem" ADD CONSTRAINT "JobItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkFilePiece" ADD CONSTRAINT "BulkFilePiece_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "BulkFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The few items that still wait and those that failed, among a hundred thousand that are done.
CREATE INDEX "JobItem_waiting" ON "JobItem"("jobId", "position") WHERE "state" = 'waiting';
CREATE INDEX "JobItem_failed" ON "JobItem"("jobId", "position") WHERE "state" = 'failed';
