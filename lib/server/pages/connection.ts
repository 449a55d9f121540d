import { headers } from "next/headers";
import { isExposed } from "@/lib/server/config/exposure";
import { internalHeaders } from "@/lib/server/http/internal-headers";
import { getInstance } from "@/lib/server/instance";

/** The origin under which the browser has the console, such as `https://console.example.com`. */
export async function consoleOrigin(): Promise<string> {
  const requestHeaders = await headers();
  const scheme = requestHeaders.get(internalHeaders.scheme) ?? "http";
  return `${scheme}://${requestHeaders.get("host") ?? "localhost"}`;
}

/** Whether other machines reach the console, and nothing encrypts what they send. */
export async function isReachedUnencrypted(): Promise<boolean> {
  // Reading the request first keeps the build from making this page, and with it the database.
  await headers();
  return isExposed((await getInstance()).environment);
}
