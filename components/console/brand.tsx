import { useTranslations } from "next-intl";

/** The mark: a ring that comes back to the one who waits. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 20 20" fill="none">
      <path
        d="M16.9 7.2A7.5 7.5 0 1 1 10 2.5h4.2"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="m11.8 0 2.6 2.5-2.6 2.6"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="10" cy="10" r="2.5" className="fill-accent" />
    </svg>
  );
}

/** Mark and name. */
export function Brand() {
  const t = useTranslations("common");
  return (
    <span className="inline-flex items-center gap-2 text-base font-semibold tracking-tight whitespace-nowrap">
      <BrandMark />
      {t("productName")}
    </span>
  );
}
