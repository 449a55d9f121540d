"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import type { RelatedLink } from "@/components/console/related-links";
import type { StoredObject } from "@/lib/client/configuration";
import { identityOf } from "@/lib/client/object-identity";
import { listPath, pathOf } from "@/lib/client/object-path";

/** The pages of one object. */
type ObjectPageId = "configuration" | "dependency-records" | "history";

const noLinks = () => [];

/** *Related Links* of the page where something is added: the list. */
export function listLink({ kind }: ObjectKind, { translate }: ObjectWords): RelatedLink {
  return { id: "list", label: translate("common.backToFindList"), href: listPath(kind) };
}

/** *Related Links* of an object's page: the list, the other pages of the object, and those of the kind's own. */
export function useObjectLinks(
  object: ObjectKind,
  words: ObjectWords,
  stored: StoredObject,
  here: ObjectPageId | "layout",
): RelatedLink[] {
  const { kind, useRelatedLinks = noLinks } = object;
  const { translate } = words;
  const identity = identityOf(kind, stored);
  const more = useRelatedLinks(stored);
  const pages: readonly { id: ObjectPageId; label: string; href: string }[] = [
    { id: "configuration", label: words.title, href: pathOf(kind, identity) },
    {
      id: "dependency-records",
      label: translate("common.dependencyRecords"),
      href: pathOf(kind, identity, "dependency-records"),
    },
    {
      id: "history",
      label: translate("configuration.history.title"),
      href: pathOf(kind, identity, "history"),
    },
  ];
  return [listLink(object, words), ...[...more, ...pages].filter(({ id }) => id !== here)];
}
