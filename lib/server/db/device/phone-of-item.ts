import { Prisma } from "@/lib/server/db/generated/client";

/** The id of the phone of the item `i`: a selection of names does not know the ids. */
export const phoneOfItem = Prisma.sql`coalesce(i."objectId", (SELECT p."id" FROM "Phone" p WHERE p."key" = lower(i."name")))`;
