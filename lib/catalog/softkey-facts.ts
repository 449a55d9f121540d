import type { Source } from "@/lib/catalog/sources";

/** What one softkey is, apart from where it may be placed. */
export interface SoftkeyFacts {
  /** The name of the feature: "Call Back". */
  readonly name: string;
  /** The text on the phone's screen in English; blank for Undefined. */
  readonly label: string;
  /** Label number on the wire and `<tag>` of the phone's softkey file; null when not known. */
  readonly tag: number | null;
  /** Event number on the wire and `<eventID>`; null when not known. */
  readonly eventId: number | null;
  /** `<helpID>` of the phone's softkey file; null when not known. */
  readonly helpId: number | null;
  /** Where the three numbers were read; absent when none is known. */
  readonly numbersFrom?: Source;
}

/** The softkeys of call processing. */
export const callProcessingSoftkeys = {
  Undefined: { name: "Undefined", label: "", tag: 0, eventId: 0, helpId: 0, numbersFrom: "UCMNZ" },
  Redial: { name: "Redial", label: "Redial", tag: 1, eventId: 1, helpId: 301, numbersFrom: "UCMNZ" },
  NewCall: { name: "New Call", label: "NewCall", tag: 2, eventId: 2, helpId: 302, numbersFrom: "UCMNZ" },
  Hold: { name: "Hold", label: "Hold", tag: 3, eventId: 3, helpId: 303, numbersFrom: "UCMNZ" },
  Transfer: { name: "Transfer", label: "Transfer", tag: 4, eventId: 4, helpId: 304, numbersFrom: "UCMNZ" },
  CFwdAll: { name: "Forward All", label: "CFwdAll", tag: 5, eventId: 5, helpId: 305, numbersFrom: "UCMNZ" },
  "<<": { name: "Backspace", label: "<<", tag: 8, eventId: 8, helpId: 308, numbersFrom: "UCMNZ" },
  EndCall: { name: "End Call", label: "EndCall", tag: 9, eventId: 9, helpId: 309, numbersFrom: "UCMNZ" },
  Resume: { name: "Resume", label: "Resume", tag: 10, eventId: 10, helpId: 310, numbersFrom: "UCMNZ" },
  Answer: { name: "Answer", label: "Answer", tag: 11, eventId: 11, helpId: 311, numbersFrom: "UCMNZ" },
  Confrn: { name: "Conference", label: "Confrn", tag: 13, eventId: 13, helpId: 313, numbersFrom: "UCMNZ" },
  Park: { name: "Call Park", label: "Park", tag: 14, eventId: 14, helpId: 314, numbersFrom: "UCMNZ" },
  Join: { name: "Join", label: "Join", tag: 15, eventId: 15, helpId: 315, numbersFrom: "UCMNZ" },
  MeetMe: { name: "Meet Me", label: "MeetMe", tag: 16, eventId: 16, helpId: 316, numbersFrom: "UCMNZ" },
  PickUp: { name: "Pick Up", label: "PickUp", tag: 17, eventId: 17, helpId: 317, numbersFrom: "UCMNZ" },
  GPickUp: {
    name: "Group Pick Up",
    label: "GPickUp",
    tag: 18,
    eventId: 18,
    helpId: 318,
    numbersFrom: "UCMNZ",
  },
  OPickUp: {
    name: "Other Pickup",
    label: "OPickUp",
    tag: 91,
    eventId: 34,
    helpId: 334,
    numbersFrom: "UCMNZ",
  },
  RmLstC: {
    name: "Remove Last Conference Participant",
    label: "RmLstC",
    tag: 57,
    eventId: 19,
    helpId: 319,
    numbersFrom: "UCMNZ",
  },
  CallBack: { name: "Call Back", label: "CallBack", tag: 65, eventId: 20, helpId: 320, numbersFrom: "UCMNZ" },
  Barge: { name: "Barge", label: "Barge", tag: 67, eventId: null, helpId: null, numbersFrom: "UCMNZ" },
  cBarge: {
    name: "Conference Barge",
    label: "cBarge",
    tag: 81,
    eventId: null,
    helpId: null,
    numbersFrom: "UCMNZ",
  },
  DND: {
    name: "Toggle Do Not Disturb",
    label: "DND",
    tag: 63,
    eventId: 69,
    helpId: 369,
    numbersFrom: "UCMNZ",
  },
  QRT: {
    name: "Quality Reporting Tool",
    label: "QRT",
    tag: 75,
    eventId: 22,
    helpId: 322,
    numbersFrom: "UCMNZ",
  },
  MCID: {
    name: "Toggle Malicious Call Identification",
    label: "MCID",
    tag: 76,
    eventId: 27,
    helpId: 327,
    numbersFrom: "UCMNZ",
  },
  DirTrfr: {
    name: "Direct Transfer",
    label: "DirTrfr",
    tag: 77,
    eventId: null,
    helpId: null,
    numbersFrom: "UCMNZ",
  },
  Select: { name: "Select", label: "Select", tag: 78, eventId: 29, helpId: 329, numbersFrom: "UCMNZ" },
  ConfList: {
    name: "Conference List",
    label: "ConfList",
    tag: 79,
    eventId: 30,
    helpId: 330,
    numbersFrom: "UCMNZ",
  },
  iDivert: {
    name: "Immediate Divert",
    label: "iDivert",
    tag: 80,
    eventId: 31,
    helpId: 331,
    numbersFrom: "UCMNZ",
  },
  VidMode: {
    name: "Video Mode Command",
    label: "VidMode",
    tag: 88,
    eventId: null,
    helpId: null,
    numbersFrom: "UCMNZ",
  },
  HLog: {
    name: "HLog",
    label: "HLog",
    tag: 92,
    eventId: 35,
    helpId: 335,
    numbersFrom: "UCMNZ",
  },
  Mobility: { name: "Mobility", label: "Mobility", tag: null, eventId: null, helpId: null },
  AbbrDial: {
    name: "Abbreviated Dial",
    label: "AbbrDial",
    tag: 7740,
    eventId: 71,
    helpId: 371,
    numbersFrom: "UCMNZ",
  },
  Record: { name: "Record", label: "Record", tag: 7747, eventId: 74, helpId: 374, numbersFrom: "UCMNZ" },
  QueueStatus: { name: "Queue Status", label: "Queue Status", tag: null, eventId: null, helpId: null },
} as const satisfies Record<string, SoftkeyFacts>;

/** The softkeys that Unified CM Manager Assistant adds; only managers in proxy line mode see them. */
export const managerAssistantSoftkeys = {
  Redirect: {
    name: "Redirect",
    label: "Redirect",
    tag: 59,
    eventId: null,
    helpId: null,
    numbersFrom: "SCCP",
  },
  TransVM: {
    name: "Transfer to Voice Mail",
    label: "TransVM",
    tag: 62,
    eventId: null,
    helpId: null,
    numbersFrom: "SCCP",
  },
  Intrcpt: { name: "Intercept", label: "Intrcpt", tag: 60, eventId: null, helpId: null, numbersFrom: "SCCP" },
  SetWtch: { name: "Set Watch", label: "SetWtch", tag: 61, eventId: null, helpId: null, numbersFrom: "SCCP" },
  DivAll: { name: "Divert All", label: "DivAll", tag: 64, eventId: null, helpId: null, numbersFrom: "SCCP" },
} as const satisfies Record<string, SoftkeyFacts>;
