-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "restored" INTEGER;
