-- AlterTable
ALTER TABLE "CommonDeviceConfiguration" ADD COLUMN     "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "networkLocaleId" TEXT COLLATE "C",
ADD COLUMN     "settings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "userLocaleId" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "PhoneButtonTemplate" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "model" TEXT COLLATE "C" NOT NULL,
    "protocol" TEXT COLLATE "C" NOT NULL,
    "isStandard" BOOLEAN NOT NULL DEFAULT false,
    "copyOf" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "buttonsKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PhoneButtonTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DevicePool" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DevicePool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Locale" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "isInstalled" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Locale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceParameter" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "valueKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "callingSearchSpaceId" TEXT COLLATE "C",
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ServiceParameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phone" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "model" TEXT COLLATE "C" NOT NULL,
    "protocol" TEXT COLLATE "C" NOT NULL,
    "devicePoolId" TEXT COLLATE "C" NOT NULL,
    "commonDeviceConfigurationId" TEXT COLLATE "C",
    "softkeyTemplateId" TEXT COLLATE "C",
    "phoneButtonTemplateId" TEXT COLLATE "C" NOT NULL,
    "userLocaleId" TEXT COLLATE "C",
    "networkLocaleId" TEXT COLLATE "C",
    "ownerKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "firstNumber" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhoneLine" (
    "phoneId" TEXT COLLATE "C" NOT NULL,
    "index" INTEGER NOT NULL,
    "directoryNumberId" TEXT COLLATE "C" NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "displayName" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "PhoneLine_pkey" PRIMARY KEY ("phoneId","index")
);

-- CreateTable
CREATE TABLE "PhoneSpeedDial" (
    "phoneId" TEXT COLLATE "C" NOT NULL,
    "index" INTEGER NOT NULL,
    "number" TEXT COLLATE "C" NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "PhoneSpeedDial_pkey" PRIMARY KEY ("phoneId","index")
);

-- CreateTable
CREATE TABLE "DeviceProfile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "userId" TEXT COLLATE "C" NOT NULL,
    "userIdKey" TEXT COLLATE "C" NOT NULL,
    "softkeyTemplateId" TEXT COLLATE "C",
    "phoneButtonTemplateId" TEXT COLLATE "C",
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeviceProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeviceProfileLine" (
    "deviceProfileId" TEXT COLLATE "C" NOT NULL,
    "index" INTEGER NOT NULL,
    "directoryNumberId" TEXT COLLATE "C" NOT NULL,
    "label" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "displayName" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "DeviceProfileLine_pkey" PRIMARY KEY ("deviceProfileId","index")
);

-- CreateTable
CREATE TABLE "DirectoryNumber" (
    "id" TEXT COLLATE "C" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "partitionId" TEXT COLLATE "C",
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "alertingNameKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "callingSearchSpaceId" TEXT COLLATE "C",
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DirectoryNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partition" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Partition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallingSearchSpace" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CallingSearchSpace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallingSearchSpaceMember" (
    "callingSearchSpaceId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "partitionId" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CallingSearchSpaceMember_pkey" PRIMARY KEY ("callingSearchSpaceId","position")
);

-- CreateTable
CREATE TABLE "CtiRoutePoint" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "directoryNumberId" TEXT COLLATE "C" NOT NULL,
    "forwardTo" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CtiRoutePoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemoteCluster" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RemoteCluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemoteDirectoryNumber" (
    "remoteClusterId" TEXT COLLATE "C" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "RemoteDirectoryNumber_pkey" PRIMARY KEY ("remoteClusterId","pattern")
);

-- CreateTable
CREATE TABLE "Trunk" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "type" TEXT COLLATE "C" NOT NULL,
    "throughCube" BOOLEAN NOT NULL DEFAULT false,
    "remoteClusterId" TEXT COLLATE "C",
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Trunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoutePattern" (
    "id" TEXT COLLATE "C" NOT NULL,
    "pattern" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "partitionId" TEXT COLLATE "C",
    "description" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "descriptionKey" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "trunkId" TEXT COLLATE "C" NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "updatedBy" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoutePattern_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PhoneButtonTemplate_key_key" ON "PhoneButtonTemplate"("key");

-- CreateIndex
CREATE INDEX "PhoneButtonTemplate_model_protocol_idx" ON "PhoneButtonTemplate"("model", "protocol");

-- CreateIndex
CREATE UNIQUE INDEX "DevicePool_key_key" ON "DevicePool"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Locale_key_key" ON "Locale"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceParameter_key_key" ON "ServiceParameter"("key");

-- CreateIndex
CREATE INDEX "ServiceParameter_callingSearchSpaceId_idx" ON "ServiceParameter"("callingSearchSpaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Phone_key_key" ON "Phone"("key");

-- CreateIndex
CREATE INDEX "Phone_descriptionKey_id_idx" ON "Phone"("descriptionKey", "id");

-- CreateIndex
CREATE INDEX "Phone_firstNumber_id_idx" ON "Phone"("firstNumber", "id");

-- CreateIndex
CREATE INDEX "Phone_updatedAt_id_idx" ON "Phone"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Phone_model_id_idx" ON "Phone"("model", "id");

-- CreateIndex
CREATE INDEX "Phone_devicePoolId_idx" ON "Phone"("devicePoolId");

-- CreateIndex
CREATE INDEX "Phone_commonDeviceConfigurationId_idx" ON "Phone"("commonDeviceConfigurationId");

-- CreateIndex
CREATE INDEX "Phone_softkeyTemplateId_idx" ON "Phone"("softkeyTemplateId");

-- CreateIndex
CREATE INDEX "Phone_phoneButtonTemplateId_idx" ON "Phone"("phoneButtonTemplateId");

-- CreateIndex
CREATE INDEX "Phone_userLocaleId_idx" ON "Phone"("userLocaleId");

-- CreateIndex
CREATE INDEX "Phone_networkLocaleId_idx" ON "Phone"("networkLocaleId");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneLine_directoryNumberId_phoneId_key" ON "PhoneLine"("directoryNumberId", "phoneId");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceProfile_key_key" ON "DeviceProfile"("key");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceProfile_userIdKey_key" ON "DeviceProfile"("userIdKey");

-- CreateIndex
CREATE INDEX "DeviceProfile_softkeyTemplateId_idx" ON "DeviceProfile"("softkeyTemplateId");

-- CreateIndex
CREATE INDEX "DeviceProfile_phoneButtonTemplateId_idx" ON "DeviceProfile"("phoneButtonTemplateId");

-- CreateIndex
CREATE UNIQUE INDEX "DeviceProfileLine_directoryNumberId_deviceProfileId_key" ON "DeviceProfileLine"("directoryNumberId", "deviceProfileId");

-- CreateIndex
CREATE INDEX "DirectoryNumber_key_id_idx" ON "DirectoryNumber"("key", "id");

-- CreateIndex
CREATE INDEX "DirectoryNumber_descriptionKey_id_idx" ON "DirectoryNumber"("descriptionKey", "id");

-- CreateIndex
CREATE INDEX "DirectoryNumber_alertingNameKey_id_idx" ON "DirectoryNumber"("alertingNameKey", "id");

-- CreateIndex
CREATE INDEX "DirectoryNumber_partitionId_idx" ON "DirectoryNumber"("partitionId");

-- CreateIndex
CREATE INDEX "DirectoryNumber_callingSearchSpaceId_idx" ON "DirectoryNumber"("callingSearchSpaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Partition_key_key" ON "Partition"("key");

-- CreateIndex
CREATE UNIQUE INDEX "CallingSearchSpace_key_key" ON "CallingSearchSpace"("key");

-- CreateIndex
CREATE INDEX "CallingSearchSpaceMember_partitionId_idx" ON "CallingSearchSpaceMember"("partitionId");

-- CreateIndex
CREATE UNIQUE INDEX "CtiRoutePoint_key_key" ON "CtiRoutePoint"("key");

-- CreateIndex
CREATE INDEX "CtiRoutePoint_directoryNumberId_idx" ON "CtiRoutePoint"("directoryNumberId");

-- CreateIndex
CREATE UNIQUE INDEX "RemoteCluster_key_key" ON "RemoteCluster"("key");

-- CreateIndex
CREATE INDEX "RemoteDirectoryNumber_pattern_idx" ON "RemoteDirectoryNumber"("pattern");

-- CreateIndex
CREATE UNIQUE INDEX "Trunk_key_key" ON "Trunk"("key");

-- CreateIndex
CREATE INDEX "Trunk_remoteClusterId_idx" ON "Trunk"("remoteClusterId");

-- CreateIndex
CREATE INDEX "RoutePattern_key_id_idx" ON "RoutePattern"("key", "id");

-- CreateIndex
CREATE INDEX "RoutePattern_partitionId_idx" ON "RoutePattern"("partitionId");

-- CreateIndex
CREATE INDEX "RoutePattern_trunkId_idx" ON "RoutePattern"("trunkId");

-- CreateIndex
CREATE INDEX "CommonDeviceConfiguration_descriptionKey_id_idx" ON "CommonDeviceConfiguration"("descriptionKey", "id");

-- CreateIndex
CREATE INDEX "CommonDeviceConfiguration_userLocaleId_idx" ON "CommonDeviceConfiguration"("userLocaleId");

-- CreateIndex
CREATE INDEX "CommonDeviceConfiguration_networkLocaleId_idx" ON "CommonDeviceConfiguration"("networkLocaleId");

-- AddForeignKey
ALTER TABLE "CommonDeviceConfiguration" ADD CONSTRAINT "CommonDeviceConfiguration_userLocaleId_fkey" FOREIGN KEY ("userLocaleId") REFERENCES "Locale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommonDeviceConfiguration" ADD CONSTRAINT "CommonDeviceConfiguration_networkLocaleId_fkey" FOREIGN KEY ("networkLocaleId") REFERENCES "Locale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceParameter" ADD CONSTRAINT "ServiceParameter_callingSearchSpaceId_fkey" FOREIGN KEY ("callingSearchSpaceId") REFERENCES "CallingSearchSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_devicePoolId_fkey" FOREIGN KEY ("devicePoolId") REFERENCES "DevicePool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_commonDeviceConfigurationId_fkey" FOREIGN KEY ("commonDeviceConfigurationId") REFERENCES "CommonDeviceConfiguration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_softkeyTemplateId_fkey" FOREIGN KEY ("softkeyTemplateId") REFERENCES "SoftkeyTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_phoneButtonTemplateId_fkey" FOREIGN KEY ("phoneButtonTemplateId") REFERENCES "PhoneButtonTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_userLocaleId_fkey" FOREIGN KEY ("userLocaleId") REFERENCES "Locale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_networkLocaleId_fkey" FOREIGN KEY ("networkLocaleId") REFERENCES "Locale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneLine" ADD CONSTRAINT "PhoneLine_phoneId_fkey" FOREIGN KEY ("phoneId") REFERENCES "Phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneLine" ADD CONSTRAINT "PhoneLine_directoryNumberId_fkey" FOREIGN KEY ("directoryNumberId") REFERENCES "DirectoryNumber"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneSpeedDial" ADD CONSTRAINT "PhoneSpeedDial_phoneId_fkey" FOREIGN KEY ("phoneId") REFERENCES "Phone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceProfile" ADD CONSTRAINT "DeviceProfile_softkeyTemplateId_fkey" FOREIGN KEY ("softkeyTemplateId") REFERENCES "SoftkeyTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceProfile" ADD CONSTRAINT "DeviceProfile_phoneButtonTemplateId_fkey" FOREIGN KEY ("phoneButtonTemplateId") REFERENCES "PhoneButtonTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceProfileLine" ADD CONSTRAINT "DeviceProfileLine_deviceProfileId_fkey" FOREIGN KEY ("deviceProfileId") REFERENCES "DeviceProfile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceProfileLine" ADD CONSTRAINT "DeviceProfileLine_directoryNumberId_fkey" FOREIGN KEY ("directoryNumberId") REFERENCES "DirectoryNumber"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryNumber" ADD CONSTRAINT "DirectoryNumber_partitionId_fkey" FOREIGN KEY ("partitionId") REFERENCES "Partition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryNumber" ADD CONSTRAINT "DirectoryNumber_callingSearchSpaceId_fkey" FOREIGN KEY ("callingSearchSpaceId") REFERENCES "CallingSearchSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallingSearchSpaceMember" ADD CONSTRAINT "CallingSearchSpaceMember_callingSearchSpaceId_fkey" FOREIGN KEY ("callingSearchSpaceId") REFERENCES "CallingSearchSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallingSearchSpaceMember" ADD CONSTRAINT "CallingSearchSpaceMember_partitionId_fkey" FOREIGN KEY ("partitionId") REFERENCES "Partition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CtiRoutePoint" ADD CONSTRAINT "CtiRoutePoint_directoryNumberId_fkey" FOREIGN KEY ("directoryNumberId") REFERENCES "DirectoryNumber"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemoteDirectoryNumber" ADD CONSTRAINT "RemoteDirectoryNumber_remoteClusterId_fkey" FOREIGN KEY ("remoteClusterId") REFERENCES "RemoteCluster"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_remoteClusterId_fkey" FOREIGN KEY ("remoteClusterId") REFERENCES "RemoteCluster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutePattern" ADD CONSTRAINT "RoutePattern_partitionId_fkey" FOREIGN KEY ("partitionId") REFERENCES "Partition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutePattern" ADD CONSTRAINT "RoutePattern_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: what the Prisma schema cannot say. All texts above compare by code point, as keys of lists must.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Comparing with columns of another collation would pass over their indexes.
ALTER TABLE "CommonDeviceConfiguration"
    ALTER COLUMN "id" TYPE TEXT COLLATE "C",
    ALTER COLUMN "softkeyTemplateId" TYPE TEXT COLLATE "C";

-- A pattern is unique in its partition, and among those without one.
CREATE UNIQUE INDEX "DirectoryNumber_one_in_partition" ON "DirectoryNumber" ("key", "partitionId") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "RoutePattern_one_in_partition" ON "RoutePattern" ("key", "partitionId") NULLS NOT DISTINCT;

-- Finding by "contains" among very many objects.
CREATE INDEX "Phone_key_contains" ON "Phone" USING gin ("key" gin_trgm_ops);
CREATE INDEX "Phone_descriptionKey_contains" ON "Phone" USING gin ("descriptionKey" gin_trgm_ops);
CREATE INDEX "DirectoryNumber_key_contains" ON "DirectoryNumber" USING gin ("key" gin_trgm_ops);
