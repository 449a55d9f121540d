"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ClipboardCheck, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { FieldValues } from "@/components/bulk-administration/field-values";
import { KindSelect } from "@/components/bulk-administration/kind-select";
import {
  changeOf,
  type FieldValue,
  filterFields,
  updateFields,
} from "@/components/bulk-administration/update-fields";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { FilterForm } from "@/components/console/find-and-list/filter-form";
import { useListState } from "@/components/console/find-and-list/use-list-state";
import { useNavigate } from "@/components/console/navigation-guard";
import { Page } from "@/components/console/page";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { ToolbarButton } from "@/components/console/toolbar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/catalog/roles";
import { refusalOf } from "@/lib/client/api-error";
import { startUpdateMutation } from "@/lib/client/bulk";
import { objectsQuery } from "@/lib/client/configuration";
import { isPatternKind } from "@/lib/client/object-kinds";
import { listPath } from "@/lib/client/object-path";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf, bulkResources } from "@/lib/configuration/bulk-resources";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

const kinds = Object.values(bulkResources);

/** *Update*: gives the same values to all objects that match a filter, as a job. */
export function UpdateObjects({ role }: { role: Role }) {
  const [kind, setKind] = useQueryState("kind", parseAsStringLiteral(kinds).withDefault("phone"));
  return (
    <UpdateKind
      key={kind}
      kind={kind}
      choice={
        <KindSelect value={kind} onChange={(next) => void setKind(next)} role={role} privilege="update" />
      }
    />
  );
}

function UpdateKind({ kind, choice }: { kind: ConfigurationKind; choice: React.ReactNode }) {
  const t = useTranslations("bulkAdministration");
  const words = useBulkWords();
  const navigate = useNavigate();
  const text = useRef<HTMLInputElement>(null);
  const { shape, distinctive } = configurationRules[kind];
  const fields = updateFields(kind, shape, distinctive);
  const searched = filterFields(kind, shape).map((name) => ({ name, label: words.field(kind, name) }));
  const { query, find } = useListState(searched, isPatternKind(kind) ? "pattern" : "name", 1);
  const { where, match } = query;
  const { data: found } = useQuery(objectsQuery(kind, query));
  const [values, setValues] = useState<readonly FieldValue[]>([]);
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const start = useMutation({
    ...startUpdateMutation(),
    onSuccess: ({ jobId }) => navigate(jobPath(jobId)),
    onError: () => setAsking(false),
  });
  const begin = (dryRun: boolean) =>
    start.mutate({
      params: { resource: bulkResourceOf(kind) },
      body: { where, match, fields: changeOf(fields, values), dryRun, ...(reason === "" ? {} : { reason }) },
    });
  const isReady = values.length > 0 && (found?.total ?? 0) > 0 && !start.isPending;
  const count = found?.total ?? 0;
  return (
    <Page
      at="bulkUpdate"
      title={t("update.title")}
      actions={
        <>
          <ToolbarButton
            id="checkUpdate"
            variant="primary"
            icon={<ClipboardCheck aria-hidden />}
            label={t("update.check")}
            isDisabled={!isReady}
            onPress={() => begin(true)}
          />
          <ToolbarButton
            id="startUpdate"
            icon={<PencilLine aria-hidden />}
            label={t("update.start")}
            isDisabled={!isReady}
            onPress={() => setAsking(true)}
          />
        </>
      }
    >
      <div className="flex flex-col gap-4 py-4">
        <div className="flex max-w-2xl flex-col gap-4 px-4">
          <p>{t("update.intro")}</p>
          {choice}
        </div>
        <section aria-label={t("update.filter")} className="border-y border-line">
          <FilterForm
            objects={words.plural(kind)}
            fields={searched}
            query={query}
            onFind={(conditions, how) => void find(conditions, how)}
            textRef={text}
          />
          <p className="flex gap-3 px-4 pb-3">
            <span role="status" className="font-medium">
              {found ? t("update.matching", { count }) : null}
            </span>
            <Link href={`${listPath(kind)}${searchOf(where, match)}`}>{t("update.showMatching")}</Link>
          </p>
        </section>
        <section aria-label={t("update.fields")} className="flex max-w-3xl flex-col gap-3 px-4">
          <h2 className="font-semibold">{t("update.fields")}</h2>
          <FieldValues kind={kind} fields={fields} values={values} onChange={setValues} />
          {values.length === 0 ? <p className="text-muted">{t("update.noFields")}</p> : null}
          <TextField label={t("reason")} className="max-w-96" value={reason} onChange={setReason} />
          {start.error ? <RefusedUpdate kind={kind} error={start.error} /> : null}
        </section>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("update.confirmTitle", { count })}
        confirmLabel={t("update.start")}
        isPending={start.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => begin(false)}
      >
        {t("update.confirmBody")}
      </ConfirmDialog>
    </Page>
  );
}

/** The same filter in the address of *Find and List*. */
function searchOf(where: readonly string[], match: string): string {
  const search = new URLSearchParams(where.map((condition) => ["where", condition]));
  if (where.length > 0 && match === "any") search.set("match", match);
  return search.size === 0 ? "" : `?${search}`;
}

/** Why the values fit no object. */
function RefusedUpdate({ kind, error }: { kind: ConfigurationKind; error: unknown }) {
  const words = useBulkWords();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const refusal = refusalOf(error);
  return (
    <div role="alert">
      <Notice tone="bad" title={refusalText(refusal)}>
        <ul>
          {refusal.problems.map((problem) => {
            const field = words.field(kind, problem.path.slice(1).join("."));
            return <li key={`${field} ${problem.code}`}>{`${field}: ${problemText(problem)}`}</li>;
          })}
        </ul>
      </Notice>
    </div>
  );
}
