import type { QueryClient } from "@tanstack/react-query";
import type { Status } from "@/components/console/status";
import type { StoredObject } from "@/lib/client/configuration";
import { type ActionKind, previewQuery } from "@/lib/client/device";
import { pathOf, wholeListPath } from "@/lib/client/object-path";
import type { Translate } from "@/lib/i18n/translate";

/** With what an object is associated, so that phones have it. */
const associatedWith = {
  softkeyTemplate: ["commonDeviceConfiguration", "phone"],
  phoneButtonTemplate: ["phone"],
  commonDeviceConfiguration: ["phone"],
  phone: [],
} as const satisfies Readonly<Record<ActionKind, readonly ActionKind[]>>;

/** Where phones get an object from: the lists of what it is associated with. */
function associatingLinks(translate: Translate, kind: ActionKind) {
  return associatedWith[kind].map((other) => ({
    href: wholeListPath(other),
    label: translate(`${other}.plural`),
  }));
}

const identityOf = ({ name }: StoredObject) => ({ name: String(name), partition: null });

/** Where it goes on with something that was added and that phones are to have. */
export function linksAfterAdding(translate: Translate, kind: ActionKind, added: StoredObject) {
  const links = associatingLinks(translate, kind);
  if (kind !== "softkeyTemplate") return links;
  const href = pathOf(kind, identityOf(added), "layout");
  return [{ href, label: translate("softkeyTemplate.configureLayout") }, ...links];
}

/**
 * What comes after a save: *Apply Config* for the phones that wait for it, in the words of Unified CM, or to associate with
 * something what no phone has yet; null when everything is done [SK-10, SK-11, CD-03, BT-05].
 */
export async function nextStepOf(
  client: QueryClient,
  translate: Translate,
  kind: ActionKind,
  saved: StoredObject,
): Promise<Status | null> {
  const t = (key: string, values?: Record<string, string | number>) =>
    translate(`device.afterSave.${key}`, values);
  const identity = identityOf(saved);
  const target = { kind, name: identity.name };
  const { total, groups } = await client.fetchQuery(previewQuery(target, "applyConfig"));
  const { version, usedByCount } = saved;
  const waiting = groups.filter(({ impact }) => impact !== "none");
  const count = waiting.reduce((sum, group) => sum + group.count, 0);
  if (count > 0) {
    const apply = { id: "applyConfig", label: t("apply", { count }) };
    return { tone: "good", text: t("text"), detail: t("detail", { version, count }), commands: [apply] };
  }
  if (total > 0 || kind === "phone") return null;
  const uses = { href: pathOf(kind, identity, "dependency-records"), label: t("uses") };
  const ways = associatingLinks(translate, kind);
  const of = translate(`catalogue.configurationKind.${kind}`);
  return {
    tone: "good",
    text: t("unused"),
    detail: t(`associate.${kind}`, { version, kind: of }),
    links: usedByCount > 0 ? [uses, ...ways] : ways,
  };
}
