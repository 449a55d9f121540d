import { createHash } from "node:crypto";
import type { Digest } from "@/lib/devices/version-stamp";

/** SHA-256, as the server names files. */
export const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");
