"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Breadcrumb, type Crumb } from "@/components/console/breadcrumb";
import { useHeadingFocus } from "@/components/console/heading-focus";
import { type MenuId, menuPages } from "@/components/console/menu-tree";
import { type RelatedLink, RelatedLinks } from "@/components/console/related-links";
import { StatusLine } from "@/components/console/status-line";
import { Toolbar } from "@/components/console/toolbar";
import { useStickyHeight } from "@/components/console/use-sticky-height";

export type PageProps = {
  /** The entry of the menu that this page belongs to; it gives the breadcrumb. */
  at: MenuId;
  /** The heading, for example "Softkey Template Configuration". */
  title: string;
  /** The object this page shows, and pages above it that are not in the menu. */
  below?: readonly Crumb[];
  /** Chips beside the heading, for example "Default". */
  badges?: ReactNode;
  relatedLinks?: readonly RelatedLink[];
  /** Toolbar buttons. */
  actions?: ReactNode;
  /** A list: what can be done with its rows stays in view while it scrolls, not what can be done besides. */
  isList?: boolean;
  children: ReactNode;
};

/** The frame of every page: where it is, related links, heading, actions, status, content. */
export function Page(props: PageProps) {
  const { at, title, below = [], badges, relatedLinks = [], actions, isList = false, children } = props;
  const t = useTranslations("shell.tree");
  const productName = useTranslations("common")("productName");
  const found = menuPages().find(({ page }) => page.id === at);
  const own: Crumb = { label: t(at), ...(found && below.length > 0 ? { href: found.page.path } : {}) };
  const crumbs = [...(found?.trail ?? []).map((id) => ({ label: t(id) })), own, ...below];
  // What tells windows apart comes first: a page of an object, the object, its kind.
  const names = below.map(({ label }) => label).reverse();
  // The page of an object and those below it, such as its history, are about the object.
  const [object] = below.map(({ label }) => label).filter((label) => label !== title);
  const heading = useHeadingFocus();
  return (
    <>
      <title>{[...names, t(at), productName].join(" · ")}</title>
      <div className="flex flex-col gap-2 px-4 pt-2 pb-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          {/* A long trail breaks its own lines before it pushes the related links from the top right. */}
          <div className="min-w-0 flex-1 basis-72">
            <Breadcrumb crumbs={crumbs} />
          </div>
          <div className="min-w-0 print:hidden">
            <RelatedLinks links={relatedLinks} />
          </div>
        </div>
        {/* All in one text: what is beside a heading that breaks follows its last word. */}
        <div className="min-h-7 leading-7 *:mr-2 *:align-middle [&>a]:inline-block">
          <h1 ref={heading} tabIndex={-1} className="inline text-lg font-semibold wrap-anywhere outline-none">
            {title}
            {object === undefined ? null : <span className="font-normal text-muted">{` · ${object}`}</span>}
          </h1>
          {badges}
        </div>
      </div>
      {isList ? <Head actions={actions} /> : <StickyHead actions={actions} />}
      {children}
    </>
  );
}

/** Toolbar and status. */
function Head({ actions }: Pick<PageProps, "actions">) {
  return (
    <>
      {actions === undefined ? null : (
        <div className="px-4 pt-2 pb-2.5">
          <Toolbar>{actions}</Toolbar>
        </div>
      )}
      <StatusLine />
    </>
  );
}

/** Toolbar and status in view wherever on the page something is changed and saved. */
function StickyHead({ actions }: Pick<PageProps, "actions">) {
  const head = useRef<HTMLDivElement>(null);
  useStickyHeight(head);
  return (
    <div ref={head} className="bg-surface roomy:sticky roomy:top-(--bar-height) roomy:z-20">
      <Head actions={actions} />
    </div>
  );
}
