import type { CallState } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { Confidence } from "@/lib/catalog/sources";

type Layout = Readonly<Record<CallState, readonly SoftkeyId[]>>;

/** A template that Unified CM brings along; read-only but for its default mark. */
export interface StandardSoftkeyTemplate {
  readonly name: string;
  readonly description: string;
  readonly layout: Layout;
  /** All names are verified; no public source gives the layouts. */
  readonly layoutConfidence: Confidence;
}

/** The template that applies while none is marked default. */
export const fallbackSoftkeyTemplate = "Standard User";

const userLayout: Layout = {
  "On Hook": ["Redial", "NewCall", "CFwdAll"],
  Connected: ["Hold", "EndCall", "Transfer", "Confrn"],
  "On Hold": ["Resume", "NewCall"],
  "Ring In": ["Answer"],
  "Off Hook": ["Redial", "EndCall", "CFwdAll"],
  "Connected Transfer": ["Undefined", "EndCall", "Transfer"],
  "Digits After First": ["<<", "EndCall"],
  "Connected Conference": ["Undefined", "EndCall", "Confrn"],
  "Ring Out": ["Undefined", "EndCall"],
  "Off Hook With Feature": ["Redial", "EndCall"],
  "Remote In Use": ["NewCall"],
  "Connected No Feature": ["Undefined", "EndCall"],
};

const featureLayout: Layout = {
  ...userLayout,
  "On Hook": ["Redial", "NewCall", "CFwdAll", "PickUp", "GPickUp"],
  Connected: [
    "Hold",
    "EndCall",
    "Transfer",
    "Park",
    "Confrn",
    "RmLstC",
    "Select",
    "Join",
    "DirTrfr",
    "ConfList",
    "iDivert",
  ],
  "On Hold": ["Resume", "NewCall", "Select", "Join", "DirTrfr", "iDivert"],
  "Ring In": ["Answer", "iDivert"],
  "Off Hook": ["Redial", "EndCall", "CFwdAll", "PickUp", "GPickUp", "MeetMe"],
  "Remote In Use": ["NewCall", "Barge"],
};

const protectedLayout: Layout = {
  ...userLayout,
  "On Hook": ["NewCall", "Redial"],
  Connected: ["EndCall"],
};

function standard(name: string, description: string, layout: Layout = userLayout): StandardSoftkeyTemplate {
  return { name, description, layout, layoutConfidence: "memory" };
}

/** The ten standard templates; where the reference has no layout it is Standard User's. CallBack is in none. */
export const standardSoftkeyTemplates: readonly StandardSoftkeyTemplate[] = [
  standard("Standard User", "Call processing softkeys"),
  standard("Standard Feature", "Call processing and feature softkeys", featureLayout),
  standard("Standard Manager", "Manager Assistant: manager, proxy mode"),
  standard("Standard Shared Mode Manager", "Manager Assistant: manager, shared mode"),
  standard("Standard Assistant", "Manager Assistant: assistant, proxy or shared mode"),
  standard("Standard Protected Phone", "Protected phones: no supplementary services", protectedLayout),
  standard("Standard Chaperone Phone", "Chaperone phones"),
  standard("Cisco Chaperone Phone with Feature Hardkeys", "Chaperone phones with feature hard keys"),
  standard("Personal Conference User", "Conference phones 7832 and 8832, personal"),
  standard("Public Conference User", "Conference phones 7832 and 8832, public"),
];
