import { answerMetrics } from "@/lib/server/api/metrics";

export const dynamic = "force-dynamic";

export { answerMetrics as GET };
