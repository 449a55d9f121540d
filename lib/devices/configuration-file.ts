import { type Digest, versionStamp } from "@/lib/devices/version-stamp";
import { group, text, type XmlElement, xmlDocument } from "@/lib/devices/xml";

/** A file that a phone downloads. */
export interface ConfigurationFile {
  readonly name: string;
  /** The same exactly when the file is: a UUID, in files of devices behind the time of the last change. */
  readonly versionStamp: string;
  /** Strong validator of HTTP (RFC 9110, 8.8.3), quotes included. */
  readonly etag: string;
  readonly content: string;
}

/**
 * A file whose first element is the stamp of all the others. `origin` tells apart files that look the same but
 * belong to different objects; `stampOf` makes the stamp from the UUID of the content.
 */
export function configurationFile(
  root: string,
  children: readonly (XmlElement | null)[],
  digest: Digest,
  {
    nameOf,
    origin = "",
    stampOf = (uuid) => uuid,
  }: {
    readonly nameOf: (stamp: string) => string;
    readonly origin?: string;
    readonly stampOf?: (uuid: string) => string;
  },
): ConfigurationFile {
  const stamp = stampOf(versionStamp(JSON.stringify([origin, xmlDocument(group(root, children))]), digest));
  const content = xmlDocument(group(root, [text("versionStamp", stamp), ...children]));
  return { name: nameOf(stamp), versionStamp: stamp, etag: `"${stamp}"`, content };
}
