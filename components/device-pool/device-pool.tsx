"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { Badge } from "@/components/ui/badge";
import type { StoredObject } from "@/lib/client/configuration";
import {
  type DevicePoolContent,
  devicePoolRules,
  isBuiltInDevicePool,
} from "@/lib/configuration/device-pool";

type StoredDevicePool = StoredObject & DevicePoolContent;

const isBuiltIn = ({ name }: StoredDevicePool) => isBuiltInDevicePool(name);

/** Tells of the pool that can be neither renamed nor deleted. */
function DevicePoolBadges({ object }: { object: StoredDevicePool }) {
  const t = useTranslations("devicePool");
  return isBuiltIn(object) ? <Badge icon={<Lock aria-hidden />}>{t("builtIn")}</Badge> : null;
}

/** What the pages of device pools show. */
const devicePool = describeObject<DevicePoolContent, StoredDevicePool>({
  rules: devicePoolRules,
  groups: [{ id: "information", fields: ["name", "description"] }],
  columns: ["description"],
  isBuiltIn,
  Badges: DevicePoolBadges,
});

/** The pages of device pools. */
export function DevicePoolPages(props: ObjectPagesProps) {
  return <ObjectPages object={devicePool} {...props} />;
}
