-- CreateTable
CREATE TABLE "SignInPlace" (
    "userId" TEXT COLLATE "C" NOT NULL,
    "network" TEXT COLLATE "C" NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignInPlace_pkey" PRIMARY KEY ("userId","network")
);

-- AddForeignKey
ALTER TABLE "SignInPlace" ADD CONSTRAINT "SignInPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
