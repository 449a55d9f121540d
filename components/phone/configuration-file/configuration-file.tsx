"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { RegistrationBadge } from "@/components/phone/registration-badge";
import { DownloadLink } from "@/components/ui/download-link";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { refusalOf } from "@/lib/client/api-error";
import { objectQuery } from "@/lib/client/configuration";
import {
  type ConfigurationFileKind,
  configurationFileAddress,
  configurationFileQuery,
} from "@/lib/client/device";
import { listPath, pathOf } from "@/lib/client/object-path";
import type { PhoneDto } from "@/lib/contract/phone";

const files = ["device", "softkeys"] as const satisfies readonly ConfigurationFileKind[];

/** *Configuration File*: the file that the phone would download now, to be read and saved. */
export function ConfigurationFile({ name }: { name: string }) {
  const t = useTranslations();
  const identity = { name, partition: null };
  const [file, setFile] = useState<ConfigurationFileKind>("device");
  const { data: phone } = useQuery(objectQuery("phone", identity));
  const title = t("device.file.title");
  return (
    <Page
      at="phone"
      title={title}
      below={[{ label: name, href: pathOf("phone", identity) }, { label: title }]}
      badges={phone ? <RegistrationBadge object={phone as PhoneDto} /> : null}
      relatedLinks={[
        { id: "configuration", label: t("phone.title"), href: pathOf("phone", identity) },
        { id: "list", label: t("common.backToFindList"), href: listPath("phone") },
      ]}
      actions={
        <DownloadLink href={configurationFileAddress(name, file)}>{t("device.file.download")}</DownloadLink>
      }
    >
      <div className="flex flex-col gap-3 p-4">
        <p>{t("device.file.explanation")}</p>
        <SegmentedControl
          label={t("device.file.which")}
          value={file}
          onChange={setFile}
          options={files.map((id) => ({ id, label: t(`device.file.${id}`) }))}
        />
        <FileText name={name} file={file} />
      </div>
    </Page>
  );
}

function FileText({ name, file }: { name: string; file: ConfigurationFileKind }) {
  const t = useTranslations();
  const refusalText = useRefusalText();
  const { data, error } = useQuery(configurationFileQuery(name, file));
  if (error) {
    const refusal = refusalOf(error);
    const isMissing = file === "softkeys" && refusal.code === "notFound";
    return (
      <Notice tone={isMissing ? "info" : "bad"}>
        {isMissing ? t("device.file.noSoftkeys") : refusalText(refusal)}
      </Notice>
    );
  }
  if (!data) {
    return (
      <p role="status" aria-label={t("common.loading")}>
        <Skeleton width="40%" />
      </p>
    );
  }
  return (
    <section
      aria-label={`${t("device.file.title")}: ${t(`device.file.${file}`)}`}
      className="flex flex-col gap-2"
    >
      <p className="text-muted">{t("device.file.stamp", { stamp: data.stamp })}</p>
      {/* Reached by keyboard, so that it can be scrolled without a mouse. */}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable
        tabIndex={0}
        className="focus-ring max-h-[60vh] overflow-auto rounded-panel border border-line bg-sunken p-3 font-mono text-xs"
      >
        {data.text}
      </pre>
    </section>
  );
}
