"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "@/components/console/navigation-guard";
import type { ObjectKind, SaveHooks } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import type { SaveResult } from "@/components/console/use-save-object";
import { useWarnings } from "@/components/console/use-warnings";
import { refusalOf } from "@/lib/client/api-error";
import { changesOf, refreshObjects, rememberObject, type StoredObject } from "@/lib/client/configuration";
import { isActionKind } from "@/lib/client/device";
import { identityOf } from "@/lib/client/object-identity";
import { pathOf } from "@/lib/client/object-path";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** Where it goes on with something that phones are to have. */
async function nextLinks(words: ObjectWords, kind: ConfigurationKind, added: StoredObject) {
  if (!isActionKind(kind)) return [];
  const { linksAfterAdding } = await import("@/components/console/device/next-step");
  return linksAfterAdding(words.translate, kind, added);
}

/** Adds an object and goes to its page, which tells so; a refusal is told on this page. */
export function useAddObject(
  { kind }: ObjectKind,
  words: ObjectWords,
  hooks: SaveHooks<AnyObject, StoredObject>,
) {
  const status = useStatus();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const warningsOf = useWarnings();
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [isAdded, setAdded] = useState(false);

  /** Adds the content; `copyOf` is told where the kind remembers it. */
  async function add(content: AnyObject, copyOf?: string): Promise<SaveResult<StoredObject>> {
    status.clear();
    if ((await hooks.beforeSave?.(null, content)) === false) return { problems: [] };
    setPending(true);
    try {
      const body = { ...content, ...(copyOf === undefined ? {} : { copyOf }) };
      const added = await changesOf(kind).create(body);
      setAdded(true);
      rememberObject(client, kind, added);
      void refreshObjects(client);
      const path = pathOf(kind, identityOf(kind, added));
      const warnings = warningsOf(added);
      const detail = [words.own("addedNext") ?? "", ...warnings].join(" ").trim();
      const text = words.say("status.added");
      const tone = warnings.length === 0 ? "good" : "caution";
      const links = await nextLinks(words, kind, added);
      status.show({ tone, text, links, ...(detail === "" ? {} : { detail }) }, { forPath: path });
      await hooks.afterSave?.(added, null);
      navigate(path, { isSaved: true });
      return { saved: added };
    } catch (error) {
      const refusal = refusalOf(error);
      status.show({ tone: "bad", text: words.say("status.notSaved"), detail: refusalText(refusal), refusal });
      return { problems: refusal.problems };
    } finally {
      setPending(false);
    }
  }

  return { add, isPending, isAdded };
}
