import { type Digest, versionStamp } from "@/lib/devices/version-stamp";
import { group, text, type XmlElement, xmlDocument } from "@/lib/devices/xml";

/** A file that a phone downloads. */
export interface ConfigurationFile {
  readonly name: string;
  /** A UUID that is the same exactly when the file is. */
  readonly versionStamp: string;
  /** Strong validator of HTTP (RFC 9110, 8.8.3), quotes included. */
  readonly etag: string;
  readonly content: string;
}

/**
 * A file whose first element is the stamp of all the others. `origin` tells apart files that look the same but
 * belong to different objects.
 */
export function configurationFile(
  root: string,
  children: readonly (XmlElement | null)[],
  digest: Digest,
  { nameOf, origin = "" }: { readonly nameOf: (stamp: string) => string; readonly origin?: string },
): ConfigurationFile {
  const stamp = versionStamp(JSON.stringify([origin, xmlDocument(group(root, children))]), digest);
  const content = xmlDocument(group(root, [text("versionStamp", stamp), ...children]));
  return { name: nameOf(stamp), versionStamp: stamp, etag: `"${stamp}"`, content };
}
