import { isShownKind, objectKinds, type ShownKind } from "@/lib/client/object-kinds";

/**
 * The object that the address of one of its pages names, whether it is there or not.
 * @param pathname the path of the address, as the browser has it
 * @returns null when the address is not below the list of a kind
 */
export function objectInAddress(pathname: string): { kind: ShownKind; name: string } | null {
  const kind = Object.keys(objectKinds)
    .filter(isShownKind)
    .find((candidate) => pathname.startsWith(`${objectKinds[candidate].path}/`));
  if (!kind) return null;
  const [segment = ""] = pathname.slice(objectKinds[kind].path.length + 1).split("/");
  try {
    const name = decodeURIComponent(segment);
    return name === "" ? null : { kind, name };
  } catch {
    return null;
  }
}
