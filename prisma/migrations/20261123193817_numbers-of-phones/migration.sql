-- AlterTable
ALTER TABLE "Phone" ADD COLUMN     "numbersKey" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- Written by hand: the numbers of the phones that are there, and an index for finding them by "contains".
UPDATE "Phone" p SET "numbersKey" = coalesce((
  SELECT E'\n' || string_agg(d."key", E'\n' ORDER BY l."index") || E'\n'
  FROM "PhoneLine" l JOIN "DirectoryNumber" d ON d."id" = l."directoryNumberId" WHERE l."phoneId" = p."id"), '');
CREATE INDEX "Phone_numbersKey_contains" ON "Phone" USING gin ("numbersKey" gin_trgm_ops);
