import { getInstance } from "@/lib/server/instance";

export const dynamic = "force-dynamic";

/** 200 when the program is ready: the database is open and answers. */
export async function GET(): Promise<Response> {
  const { database } = await getInstance();
  await database.prisma.$queryRaw`SELECT 1`;
  return Response.json({ status: "ok" });
}
