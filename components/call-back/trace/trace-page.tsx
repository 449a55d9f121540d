"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { LiveBadge } from "@/components/call-back/live-badge";
import { DecisionLog } from "@/components/call-back/trace/decision-log";
import { RequestTrace } from "@/components/call-back/trace/request-trace";
import { Page } from "@/components/console/page";
import { Select } from "@/components/ui/select";
import { newestRequestsQuery } from "@/lib/client/call-back";
import { useLiveUpdates } from "@/lib/client/live-updates";

// No request has this id.
const all = "";

/** *Call Back > Trace*: what was decided and why, of one request or of the whole cluster. */
export function TracePage() {
  const t = useTranslations("callBackRequest");
  const [request, setRequest] = useQueryState("request", parseAsString.withOptions({ history: "push" }));
  const { data } = useQuery(newestRequestsQuery());
  const live = useLiveUpdates();
  const newest = (data?.items ?? []).map(({ id, originator, target, state }) => ({
    id,
    label: t("fromTo", { originator: originator.directoryNumber, target }),
    detail: t(`state.${state}`),
  }));
  const isListed = request === null || newest.some(({ id }) => id === request);
  return (
    <Page
      at="callBackTrace"
      title={t("trace.title")}
      badges={<LiveBadge state={live} />}
      actions={
        <Select
          label={t("trace.choose")}
          isLabelHidden
          size="small"
          className="w-80"
          value={request ?? all}
          options={[
            { id: all, label: t("trace.latest") },
            ...(isListed ? [] : [{ id: request, label: request }]),
            ...newest,
          ]}
          onChange={(id) => void setRequest(id === all ? null : id)}
        />
      }
    >
      {request === null ? <DecisionLog /> : <RequestTrace id={request} />}
    </Page>
  );
}
