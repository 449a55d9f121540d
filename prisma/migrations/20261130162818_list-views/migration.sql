-- CreateTable
CREATE TABLE "ListView" (
    "id" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "list" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "isShared" BOOLEAN NOT NULL,
    "where" TEXT[] COLLATE "C",
    "match" TEXT COLLATE "C" NOT NULL,
    "sort" TEXT COLLATE "C" NOT NULL,
    "columns" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ListView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListSetting" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "list" TEXT COLLATE "C" NOT NULL,
    "columns" JSONB,
    "rowsPerPage" INTEGER NOT NULL DEFAULT 50,
    "density" TEXT COLLATE "C" NOT NULL DEFAULT 'comfortable',
    "defaultViewId" TEXT COLLATE "C",

    CONSTRAINT "ListSetting_pkey" PRIMARY KEY ("userId","list")
);

-- CreateIndex
CREATE INDEX "ListView_list_isShared_idx" ON "ListView"("list", "isShared");

-- CreateIndex
CREATE UNIQUE INDEX "ListView_userId_list_nameKey_key" ON "ListView"("userId", "list", "nameKey");

-- CreateIndex
CREATE INDEX "ListSetting_defaultViewId_idx" ON "ListSetting"("defaultViewId");

-- AddForeignKey
ALTER TABLE "ListView" ADD CONSTRAINT "ListView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSetting" ADD CONSTRAINT "ListSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSetting" ADD CONSTRAINT "ListSetting_defaultViewId_fkey" FOREIGN KEY ("defaultViewId") REFERENCES "ListView"("id") ON DELETE SET NULL ON UPDATE CASCADE;
