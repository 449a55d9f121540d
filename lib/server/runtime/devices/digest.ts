import { createHash } from "node:crypto";

/** The digest from which version stamps are made. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
