"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { BeginProps } from "@/components/console/object/object-description";
import { Button } from "@/components/ui/button";
import { SearchSelect } from "@/components/ui/search-select";
import { Select } from "@/components/ui/select";
import { type PhoneProtocol, phoneModel, phoneModels } from "@/lib/catalog/phone-models";
import { newPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";

const firstLine = { index: 1, directoryNumber: "", partition: null, label: "", displayName: "" };
const options = phoneModels.map(({ name }) => ({ id: name, label: name }));

/** The first step of *Add New*: *Phone Type* and, for a model that speaks both, the protocol. */
export function ChoosePhoneType({ begin }: BeginProps<PhoneContent>) {
  const t = useTranslations("phone.begin");
  const [name, setName] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PhoneProtocol | null>(null);
  const [isTried, setTried] = useState(false);
  const protocols = (name === null ? undefined : phoneModel(name))?.protocols ?? [];
  const protocol = protocols.length === 1 ? (protocols[0] ?? null) : chosen;

  function next(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (name === null || protocol === null) return;
    const given = { name: "", model: name, protocol, lines: [firstLine] };
    begin(newPhone(given) as PhoneContent);
  }
  return (
    <form noValidate onSubmit={next} className="flex max-w-3xl flex-col gap-4">
      <h2 className="border-b border-line pb-1 text-base font-semibold">{t("title")}</h2>
      <p className="text-muted">{t("explanation")}</p>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <SearchSelect
          label={t("model")}
          options={options}
          value={name}
          valueText={name ?? <span className="text-muted">{t("choose")}</span>}
          onChange={(model) => {
            setName(model);
            setChosen(null);
          }}
          searchLabel={t("search")}
          empty={t("nothing")}
          isRequired
          errorMessage={isTried && name === null ? t("missing") : undefined}
        />
        {protocols.length > 1 ? (
          <Select
            label={t("protocol")}
            options={protocols.map((id) => ({ id, label: id }))}
            value={chosen}
            onChange={setChosen}
            placeholder={t("choose")}
            isRequired
            errorMessage={isTried && chosen === null ? t("missing") : undefined}
          />
        ) : null}
      </div>
      <Button type="submit" variant="primary" className="self-start">
        {t("next")}
      </Button>
    </form>
  );
}
