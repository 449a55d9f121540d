"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { Notice } from "@/components/ui/notice";
import { isAllowed, roles } from "@/lib/catalog/roles";

type AccessNoticeProps = { object: ObjectKind; words: ObjectWords; mayUpdate: boolean; isStandard?: boolean };

/** Why this page changes nothing, and what to do instead; nothing where everything may be changed. */
export function AccessNotice({ object, words, mayUpdate, isStandard = false }: AccessNoticeProps) {
  const { say, translate } = words;
  if (!mayUpdate) {
    const role = roles.findLast((candidate) => isAllowed(candidate, object.kind, "update")) ?? "superUser";
    const body = say("readOnlyRole.body", { role: translate(`shell.role.${role}`) });
    return <Notice title={say("readOnlyRole.title")}>{body}</Notice>;
  }
  return isStandard ? <Notice title={say("standard.title")}>{say("standard.body")}</Notice> : null;
}
