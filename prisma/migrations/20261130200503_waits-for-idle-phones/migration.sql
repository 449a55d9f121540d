-- AlterTable
ALTER TABLE "Job" ADD COLUMN     "idleUntil" TIMESTAMP(3);
