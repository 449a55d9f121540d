"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isAllowed, roles } from "@/lib/catalog/roles";
import { newPath } from "@/lib/client/object-path";

type AccessNoticeProps = {
  object: ObjectKind;
  words: ObjectWords;
  mayUpdate: boolean;
  /** The name of the object when it is a standard one. */
  standard?: string | null;
  /** The page changes nothing of standard objects, even where another one does. */
  isReadOnly?: boolean;
};

/** Why this page changes nothing or little, and what to do instead; nothing where everything may be changed. */
export function AccessNotice(props: AccessNoticeProps) {
  const { object, words, mayUpdate, standard = null, isReadOnly = false } = props;
  const { say, own, translate } = words;
  if (!mayUpdate) {
    const role = roles.findLast((candidate) => isAllowed(candidate, object.kind, "update")) ?? "superUser";
    const body = say("readOnlyRole.body", { role: translate(`shell.role.${role}`) });
    return <Notice title={say("readOnlyRole.title")}>{body}</Notice>;
  }
  if (standard === null) return null;
  return (
    <Notice title={say("standard.title")}>
      <p>{(isReadOnly ? own("standard.readOnly") : undefined) ?? say("standard.body")}</p>
      <p className="mt-1">
        <Link href={newPath(object.kind, { name: standard, partition: null })}>
          {say("list.copy", { name: standard })}
        </Link>
      </p>
    </Notice>
  );
}
