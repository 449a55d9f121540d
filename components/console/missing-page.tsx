"use client";

import dynamic from "next/dynamic";

/** Every page carries what is shown when its address leads nowhere, but only those that lead nowhere load it. */
export const MissingPage = dynamic(() =>
  import("@/components/console/missing-page-text").then((module) => module.MissingPageText),
);
