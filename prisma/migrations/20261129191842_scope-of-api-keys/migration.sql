-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "role" TEXT COLLATE "C";
