-- AlterTable
ALTER TABLE "Phone" ADD COLUMN     "callingSearchSpaceId" TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX "Phone_callingSearchSpaceId_idx" ON "Phone"("callingSearchSpaceId");

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_callingSearchSpaceId_fkey" FOREIGN KEY ("callingSearchSpaceId") REFERENCES "CallingSearchSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: the history tells of phones as they are from now on, for what a phone runs, an old revision and an undo compare with
-- what is saved.
UPDATE "Revision" SET "content" = "content" || '{"callingSearchSpace": null}'
  WHERE "entity" = 'phone' AND NOT "content" ? 'callingSearchSpace';
