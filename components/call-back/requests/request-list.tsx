"use client";

import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { LiveBadge } from "@/components/call-back/live-badge";
import { CancelRequest } from "@/components/call-back/requests/cancel-request";
import { RequestState } from "@/components/call-back/requests/request-state";
import { RequestTimers } from "@/components/call-back/requests/request-timers";
import { choiceField } from "@/components/console/find-and-list/choice-field";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { LocalTime } from "@/components/console/local-time";
import { Page } from "@/components/console/page";
import { useTranslate } from "@/components/console/use-translate";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { endReasons, requestModes, requestStates } from "@/lib/callback/state/request";
import { requestsQuery } from "@/lib/client/call-back";
import { useLiveUpdates } from "@/lib/client/live-updates";
import { phoneInUsePath, tracePath } from "@/lib/client/paths";
import type { RequestDto } from "@/lib/contract/call-back";

/** *Call Back > Requests*: the requests of the cluster, newest first, as they are now. */
export function RequestList({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const translate = useTranslate();
  const say = useTranslations("callBackRequest");
  const columns = useColumns(mayUpdate);
  const live = useLiveUpdates();
  return (
    <Page
      isList
      at="callBackRequests"
      title={t("findAndList.title", { objects: say("plural") })}
      badges={<LiveBadge state={live} />}
    >
      <FindAndList
        resource="callBackRequest"
        objects={say("plural")}
        fields={[
          choiceField(translate, {
            name: "state",
            label: say("field.state"),
            values: requestStates,
            words: "callBackRequest.state",
          }),
          choiceField(translate, {
            name: "mode",
            label: say("field.mode"),
            values: requestModes,
            words: "callBackRequest.mode",
          }),
          choiceField(translate, {
            name: "reason",
            label: say("field.reason"),
            values: endReasons,
            words: "callBackRequest.reason",
            operators: ["isExactly", "isEmpty", "isNotEmpty"],
          }),
          { name: "directoryNumber", label: say("field.directoryNumber") },
          { name: "phone", label: say("field.originator") },
          { name: "target", label: say("field.target") },
        ]}
        columns={columns}
        useList={useRequests}
        rowKey={({ id }) => id}
        rowHref={({ id }) => tracePath(id)}
        initialSort="-createdAt"
        empty={
          <EmptyState icon={<BellRing aria-hidden />} title={say("empty")}>
            {say("emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useRequests(query: ListQuery) {
  return useListPage<RequestDto>(useQuery(requestsQuery(query)));
}

function useColumns(mayUpdate: boolean): ListColumn<RequestDto>[] {
  const t = useTranslations("callBackRequest");
  return [
    {
      id: "request",
      label: t("field.request"),
      isRowHeader: true,
      render: ({ originator, target }) => t("fromTo", { originator: originator.directoryNumber, target }),
    },
    { id: "state", label: t("field.state"), render: (request) => <RequestState request={request} /> },
    { id: "mode", label: t("field.mode"), render: ({ mode }) => t(`mode.${mode}`) },
    {
      id: "originator",
      label: t("field.originator"),
      render: ({ originator: { phone } }) => (
        <Link href={phoneInUsePath(phone)} className="font-mono">
          {phone}
        </Link>
      ),
    },
    {
      id: "createdAt",
      label: t("field.createdAt"),
      sortField: "createdAt",
      render: ({ createdAt }) => <LocalTime at={createdAt} isShort />,
    },
    { id: "timers", label: t("field.timers"), render: ({ timers }) => <RequestTimers timers={timers} /> },
    ...(mayUpdate
      ? [
          {
            id: "cancel",
            label: t("field.cancel"),
            render: (request: RequestDto) =>
              request.state === "ended" ? null : <CancelRequest request={request} />,
          },
        ]
      : []),
  ];
}
