"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinesEditor } from "@/components/console/lines/lines-editor";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import type { DeviceProfileContent } from "@/lib/configuration/device-profile";

/** The lines that the user brings along; without any the phone keeps its own (IN-08). */
export function ProfileLines({
  content,
  ...editor
}: CustomFieldProps<DeviceProfileContent["lines"], DeviceProfileContent>) {
  const t = useTranslations("deviceProfile.lines");
  const [owner] = useState({ kind: "deviceProfile", name: content.name });
  return (
    <>
      {editor.value.length === 0 ? <p className="pb-3 text-muted">{t("none")}</p> : null}
      <LinesEditor {...editor} owner={owner} />
    </>
  );
}
