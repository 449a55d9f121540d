import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { listPath, newPath } from "@/lib/client/object-path";
import { devicePaths, phonesInUsePath } from "@/lib/client/paths";

const steps = [
  { id: "copy", href: newPath("softkeyTemplate", { name: fallbackSoftkeyTemplate, partition: null }) },
  { id: "layout", href: listPath("softkeyTemplate") },
  { id: "default", href: listPath("softkeyTemplate") },
  { id: "assign", href: listPath("phone") },
  { id: "apply", href: devicePaths.pending },
  { id: "try", href: phonesInUsePath },
] as const;

/** The steps of the Call Back guide that put the softkey on phones, and those that let them use it, each with the page where it is done. */
export function TaskFlow() {
  const t = useTranslations("home.taskFlow");
  return (
    <section aria-labelledby="task-flow">
      <h2 id="task-flow" className="pb-2 text-base font-semibold">
        {t("title")}
      </h2>
      <ol className="rounded-panel border border-line">
        {steps.map(({ id, href }, index) => (
          <li key={id} className="flex gap-3 border-line p-3 not-first:border-t">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line font-medium tabular-nums"
            >
              {index + 1}
            </span>
            <div className="min-w-0">
              <Link href={href}>{t(`${id}.title`)}</Link>
              <p className="text-muted">{t(`${id}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
