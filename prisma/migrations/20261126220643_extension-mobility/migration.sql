-- AlterTable
ALTER TABLE "DeviceState" ADD COLUMN     "loginProfileId" TEXT COLLATE "C",
ADD COLUMN     "loginUserId" TEXT COLLATE "C";

-- CreateIndex
CREATE UNIQUE INDEX "DeviceState_loginProfileId_key" ON "DeviceState"("loginProfileId");

-- AddForeignKey
ALTER TABLE "DeviceState" ADD CONSTRAINT "DeviceState_loginProfileId_fkey" FOREIGN KEY ("loginProfileId") REFERENCES "DeviceProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
