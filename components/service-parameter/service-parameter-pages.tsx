"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { WithObject } from "@/components/console/with-object";
import { serviceParameter } from "@/components/service-parameter/service-parameter";
import { ServiceParameters } from "@/components/service-parameter/service-parameters";
import { serviceParametersQuery } from "@/lib/client/service-parameter";

/** The pages of service parameters: one for all of them, and the history of each. */
export function ServiceParameterPages({ view, mayUpdate }: ObjectPagesProps) {
  const t = useTranslations("serviceParameter");
  const query = useQuery(serviceParametersQuery());
  if (view.page !== "list" && view.page !== "object") {
    return <ObjectPages object={serviceParameter} view={view} mayUpdate={mayUpdate} />;
  }
  return (
    <WithObject at="serviceParameter" title={t("title")} name={t("plural")} query={query}>
      {({ items }) => (
        <ServiceParameters
          stored={items}
          named={view.page === "object" ? view.identity.name : null}
          mayUpdate={mayUpdate}
          isReading={query.isFetching}
        />
      )}
    </WithObject>
  );
}
