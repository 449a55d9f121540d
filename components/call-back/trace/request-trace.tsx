"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RequestState } from "@/components/call-back/requests/request-state";
import { Ladder } from "@/components/call-back/trace/ladder";
import { saveFile } from "@/components/call-back/trace/save-file";
import { traceSteps } from "@/components/call-back/trace/trace-steps";
import { traceText } from "@/components/call-back/trace/trace-text";
import { useTranslate } from "@/components/console/use-translate";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { requestQuery, traceQuery } from "@/lib/client/call-back";
import type { RequestDto } from "@/lib/contract/call-back";

/** The life of one request: ladder or text, to be saved as a file. */
export function RequestTrace({ id }: { id: string }) {
  const t = useTranslations("callBackRequest");
  const translate = useTranslate();
  const [view, setView] = useState<"ladder" | "text">("ladder");
  const { data: found } = useQuery(requestQuery(id));
  const { data: trace } = useQuery(traceQuery(id));
  const request: RequestDto | undefined = found?.items[0];
  if (!request || !trace) return null;
  const steps = traceSteps(translate, request, trace.items);
  const text = traceText(translate, steps);
  const file = `call-back-${request.originator.directoryNumber}-${request.target}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
        <h2 className="text-base font-semibold tabular-nums">
          {t("fromTo", { originator: request.originator.directoryNumber, target: request.target })}
        </h2>
        <RequestState request={request} />
        <span className="ms-auto" />
        <SegmentedControl
          label={t("trace.view")}
          value={view}
          onChange={setView}
          options={[
            { id: "ladder", label: t("trace.ladder") },
            { id: "text", label: t("trace.text") },
          ]}
        />
        <Button size="small" icon={<Download />} onPress={() => saveFile(`${file}.txt`, "text/plain", text)}>
          {t("trace.download", { type: ".txt" })}
        </Button>
        <Button
          size="small"
          icon={<Download />}
          onPress={() =>
            saveFile(
              `${file}.json`,
              "application/json",
              JSON.stringify({ request, trace: trace.items }, null, 2),
            )
          }
        >
          {t("trace.download", { type: ".json" })}
        </Button>
      </div>
      {view === "ladder" ? (
        <Ladder steps={steps} request={request} />
      ) : (
        // A long line is reached by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre tabIndex={0} className="focus-ring-inset overflow-x-auto px-4 py-3 font-mono text-xs">
          {text}
        </pre>
      )}
    </>
  );
}
