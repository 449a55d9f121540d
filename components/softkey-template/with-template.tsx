"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { WithObject } from "@/components/console/with-object";
import { softkeyTemplateQuery } from "@/lib/client/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type WithTemplateProps = {
  name: string;
  title: string;
  children: (template: SoftkeyTemplateDto) => ReactNode;
};

/** Reads the template that a page is about; until it is there, the page says so. */
export function WithTemplate({ name, title, children }: WithTemplateProps) {
  const query = useQuery(softkeyTemplateQuery(name));
  return (
    <WithObject at="softkeyTemplate" title={title} name={name} query={query}>
      {children}
    </WithObject>
  );
}
