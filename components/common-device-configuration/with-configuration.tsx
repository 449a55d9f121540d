"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { WithObject } from "@/components/console/with-object";
import { commonDeviceConfigurationQuery } from "@/lib/client/common-device-configuration";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type WithConfigurationProps = {
  name: string;
  title: string;
  children: (configuration: CommonDeviceConfigurationDto) => ReactNode;
};

/** Reads the common device configuration that a page is about; until it is there, the page says so. */
export function WithConfiguration({ name, title, children }: WithConfigurationProps) {
  const query = useQuery(commonDeviceConfigurationQuery(name));
  return (
    <WithObject at="commonDeviceConfiguration" title={title} name={name} query={query}>
      {children}
    </WithObject>
  );
}
