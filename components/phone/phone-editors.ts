"use client";

import dynamic from "next/dynamic";

// Lists and histories load none of these before they are needed.

export const ChoosePhoneType = dynamic(() =>
  import("@/components/phone/choose-phone-type").then((module) => module.ChoosePhoneType),
);
export const PhoneLines = dynamic(() =>
  import("@/components/phone/phone-lines").then((module) => module.PhoneLines),
);
export const SpeedDials = dynamic(() =>
  import("@/components/phone/speed-dials").then((module) => module.SpeedDials),
);
export const ExpansionModules = dynamic(() =>
  import("@/components/phone/expansion-modules").then((module) => module.ExpansionModules),
);
export const EffectiveSection = dynamic(() =>
  import("@/components/phone/effective/effective-section").then((module) => module.EffectiveSection),
);
export const PhoneSelectionActions = dynamic(() =>
  import("@/components/phone/phone-selection-actions").then((module) => module.PhoneSelectionActions),
);
