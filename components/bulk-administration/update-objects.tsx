"use client";

import { useMutation } from "@tanstack/react-query";
import { ClipboardCheck, PencilLine } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { FieldValues } from "@/components/bulk-administration/field-values";
import { GivenFields } from "@/components/bulk-administration/given-fields";
import { KindSelect } from "@/components/bulk-administration/kind-select";
import { RefusedUpdate } from "@/components/bulk-administration/refused-update";
import { UpdateCheck } from "@/components/bulk-administration/update-check";
import { UpdateSetSection } from "@/components/bulk-administration/update-set-section";
import { useBulkWords } from "@/components/bulk-administration/use-bulk-words";
import { useUpdateDraft } from "@/components/bulk-administration/use-update-draft";
import { isUnknown, useUpdateSet } from "@/components/bulk-administration/use-update-set";
import { FilterForm } from "@/components/console/find-and-list/filter-form";
import { useListState } from "@/components/console/find-and-list/use-list-state";
import { useNavigate } from "@/components/console/navigation-guard";
import { listField } from "@/components/console/object/list-field";
import { changeOf, filterFields, isSaid, updateFields } from "@/components/console/object/update-fields";
import { useKindWords } from "@/components/console/object/use-kind-words";
import { Page } from "@/components/console/page";
import { ToolbarButton } from "@/components/console/toolbar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/lib/catalog/roles";
import { startUpdateMutation } from "@/lib/client/bulk";
import { viewSearch } from "@/lib/client/list-view-address";
import { listPath } from "@/lib/client/object-path";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf, bulkResources } from "@/lib/configuration/bulk-resources";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";

const kinds = Object.values(bulkResources);
const texts = parseAsNativeArrayOf(parseAsString);
/** What is said of one kind means nothing for another. */
const nothingSaid = { where: null, match: null, set: null, empty: null, chosen: null, of: null, check: null };

/** *Update*: gives the same values to many objects, as a job, after a check that shows what would change. */
export function UpdateObjects({ role }: { role: Role }) {
  const [{ kind }, setState] = useQueryStates({
    kind: parseAsStringLiteral(kinds).withDefault("phone"),
    ...{ where: texts, match: parseAsString, set: texts, empty: texts },
    ...{ chosen: parseAsString, of: parseAsString, check: parseAsString },
  });
  return (
    <UpdateKind
      key={kind}
      kind={kind}
      choice={
        <KindSelect
          value={kind}
          onChange={(next) => void setState({ kind: next, ...nothingSaid })}
          role={role}
          privilege="update"
        />
      }
    />
  );
}

function UpdateKind({ kind, choice }: { kind: ConfigurationKind; choice: React.ReactNode }) {
  const t = useTranslations("bulkAdministration");
  const words = useBulkWords();
  const valueWords = useKindWords(kind);
  const navigate = useNavigate();
  const text = useRef<HTMLInputElement>(null);
  const rules = configurationRules[kind];
  const fields = updateFields(rules);
  const conditions = useSearchParams().getAll("where");
  const searched = filterFields(rules, conditions).map((field) => listField(field, valueWords));
  const { query, find } = useListState(searched, isPatternKind(kind) ? "pattern" : "name", 1);
  const draft = useUpdateDraft(fields);
  const { values } = draft;
  const set = useUpdateSet(kind, draft, query, conditions);
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const start = useMutation({
    ...startUpdateMutation(),
    onSuccess: ({ jobId }, { body }) => (body.dryRun ? draft.showCheck(jobId) : navigate(jobPath(jobId))),
    onError: () => setAsking(false),
  });
  const given = changeOf(fields, values);
  const begin = (dryRun: boolean) => {
    if (isUnknown(set)) return;
    const why = reason === "" ? {} : { reason };
    start.mutate({
      params: { resource: bulkResourceOf(kind) },
      body: { ...set.body, fields: given, dryRun, ...why },
    });
  };
  const count = isUnknown(set) ? 0 : (set.count ?? 0);
  const isReady = values.length > 0 && values.every(isSaid) && count > 0 && !start.isPending;
  return (
    <Page
      at="bulkUpdate"
      title={t("update.title")}
      actions={
        <>
          <ToolbarButton
            id="checkUpdate"
            variant={draft.check === null ? "primary" : "default"}
            icon={<ClipboardCheck aria-hidden />}
            label={t("update.check")}
            isDisabled={!isReady}
            isPending={start.isPending && start.variables.body.dryRun === true}
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
          {set.kind === "filter" ? (
            <>
              <FilterForm
                objects={words.plural(kind)}
                fields={searched}
                query={query}
                onFind={(conditions, how) => {
                  draft.dropCheck();
                  void find(conditions, how);
                }}
                textRef={text}
              />
              <p className="flex gap-3 px-4 pb-3">
                <span role="status" className="font-medium">
                  {set.count === undefined ? null : t("update.matching", { count })}
                </span>
                <Link href={`${listPath(kind)}${viewSearch(query)}`}>{t("update.showMatching")}</Link>
              </p>
            </>
          ) : (
            <UpdateSetSection set={set} objects={words.plural(kind)} onUseFilter={draft.chooseByFilter} />
          )}
        </section>
        <section aria-label={t("update.fields")} className="flex max-w-6xl flex-col gap-3 px-4">
          <h2 className="font-semibold">{t("update.fields")}</h2>
          <p className="text-muted">{t("update.fieldsHelp")}</p>
          <FieldValues kind={kind} fields={fields} values={values} onChange={draft.change} />
          <TextField label={t("reason")} className="max-w-96" value={reason} onChange={setReason} />
          {start.error ? <RefusedUpdate kind={kind} error={start.error} /> : null}
        </section>
        {draft.check === null ? null : <UpdateCheck key={draft.check} jobId={draft.check} reason={reason} />}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("update.confirmTitle", { count, objects: words.plural(kind) })}
        confirmLabel={t("update.start")}
        isPending={start.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => begin(false)}
      >
        <GivenFields kind={kind} fields={given} />
        <p className="mt-2 text-muted">{t("update.confirmBody")}</p>
      </ConfirmDialog>
    </Page>
  );
}
