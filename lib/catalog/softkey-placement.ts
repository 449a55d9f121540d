import { type CallState, callStates } from "@/lib/catalog/call-states";
import type { callProcessingSoftkeys, managerAssistantSoftkeys } from "@/lib/catalog/softkey-facts";
import type { Source } from "@/lib/catalog/sources";

/** Call states in which a softkey may be placed, and where that was read. */
export interface SoftkeyPlacement {
  readonly callStates: readonly CallState[];
  readonly sources: readonly Source[];
}

const everywhere8800: readonly SoftkeyPlacement[] = [{ callStates, sources: ["8800"] }];
const ringingConnectedHeld: readonly SoftkeyPlacement[] = [
  { callStates: ["Ring In", "Connected", "On Hold"], sources: ["8800"] },
];
const pickUp: readonly SoftkeyPlacement[] = [
  { callStates: ["On Hook", "Off Hook"], sources: ["FCG", "UCMNZ"] },
];

/**
 * Where each softkey may be placed. Sources that disagree are settled as the reference proposes: Park and
 * MeetMe in both places, ConfList and RmLstC also On Hook, and ConfList where softkey files have it. No source names a call state of QueueStatus.
 */
export const softkeyPlacements: Readonly<
  Record<
    keyof typeof callProcessingSoftkeys | keyof typeof managerAssistantSoftkeys,
    readonly SoftkeyPlacement[]
  >
> = {
  Undefined: [{ callStates, sources: ["UCMNZ"] }],
  Redial: [{ callStates: ["On Hook", "Off Hook", "Off Hook With Feature"], sources: ["UCMNZ"] }],
  NewCall: [
    { callStates: ["On Hook"], sources: ["AXL", "UCMNZ"] },
    { callStates: ["On Hold"], sources: ["UCMNZ"] },
    { callStates: ["Ring In", "Remote In Use"], sources: ["memory"] },
  ],
  Hold: [{ callStates: ["Connected"], sources: ["UCMNZ"] }],
  Transfer: [
    { callStates: ["Connected"], sources: ["FCG", "UCMNZ"] },
    { callStates: ["On Hold"], sources: ["FCG"] },
    { callStates: ["Connected Transfer"], sources: ["AXL", "UCMNZ"] },
  ],
  CFwdAll: [
    { callStates: ["On Hook", "Off Hook"], sources: ["UCMNZ"] },
    { callStates: ["Connected"], sources: ["memory"] },
  ],
  "<<": [{ callStates: ["Digits After First"], sources: ["AXL", "UCMNZ"] }],
  EndCall: [
    { callStates: ["Connected", "Off Hook", "Ring Out", "Off Hook With Feature"], sources: ["AXL", "UCMNZ"] },
    {
      callStates: [
        "Connected Transfer",
        "Digits After First",
        "Connected Conference",
        "Connected No Feature",
      ],
      sources: ["UCMNZ"],
    },
  ],
  Resume: [{ callStates: ["On Hold"], sources: ["AXL", "UCMNZ"] }],
  Answer: [{ callStates: ["Ring In"], sources: ["UCMNZ"] }],
  Confrn: [
    { callStates: ["Connected"], sources: ["UCMNZ"] },
    { callStates: ["Connected Conference"], sources: ["AXL", "UCMNZ"] },
  ],
  Park: [
    { callStates: ["Connected"], sources: ["UCMNZ"] },
    { callStates: ["On Hook", "Ring Out", "Connected Transfer"], sources: ["FCG"] },
  ],
  Join: [
    { callStates: ["Connected"], sources: ["UCMNZ"] },
    { callStates: ["On Hold"], sources: ["FCG", "UCMNZ"] },
  ],
  MeetMe: [
    { callStates: ["On Hook"], sources: ["UCMNZ"] },
    { callStates: ["Off Hook"], sources: ["FCG"] },
  ],
  PickUp: pickUp,
  GPickUp: pickUp,
  OPickUp: pickUp,
  RmLstC: [
    { callStates: ["On Hook"], sources: ["FCG"] },
    { callStates: ["Connected"], sources: ["FCG", "UCMNZ"] },
  ],
  CallBack: [
    { callStates: ["On Hook", "Connected Transfer", "Ring Out"], sources: ["SEED", "FCG", "UCMNZ"] },
  ],
  Barge: [{ callStates: ["Remote In Use"], sources: ["FCG"] }],
  cBarge: [{ callStates: ["Remote In Use"], sources: ["FCG"] }],
  DND: [
    {
      callStates: [
        "On Hook",
        "Connected",
        "On Hold",
        "Ring In",
        "Off Hook",
        "Digits After First",
        "Connected Conference",
        "Ring Out",
        "Off Hook With Feature",
      ],
      sources: ["UCMNZ"],
    },
  ],
  QRT: [
    {
      callStates: ["On Hook", "Connected", "Connected Transfer", "Connected Conference"],
      sources: ["FCG", "UCMNZ"],
    },
  ],
  MCID: [{ callStates: ["Connected"], sources: ["FCG", "UCMNZ"] }],
  DirTrfr: [{ callStates: ["Connected", "On Hold"], sources: ["FCG"] }],
  Select: [{ callStates: ["Connected", "On Hold"], sources: ["UCMNZ"] }],
  ConfList: [
    { callStates: ["On Hook"], sources: ["FCG"] },
    { callStates: ["Connected"], sources: ["FCG", "UCMNZ"] },
    { callStates: ["Connected Conference"], sources: ["UCMNZ", "softkeyFiles"] },
  ],
  iDivert: [{ callStates: ["Connected", "On Hold", "Ring In"], sources: ["FCG", "UCMNZ"] }],
  VidMode: [{ callStates: ["Connected"], sources: ["memory"] }],
  HLog: [{ callStates: ["On Hook", "Connected", "Off Hook"], sources: ["FCG", "UCMNZ"] }],
  Mobility: [{ callStates: ["On Hook", "Connected"], sources: ["FCG"] }],
  AbbrDial: [
    { callStates: ["Off Hook", "Digits After First", "Off Hook With Feature"], sources: ["UCMNZ"] },
    { callStates: ["On Hook"], sources: ["memory"] },
  ],
  Record: [{ callStates: ["Connected"], sources: ["FCG", "UCMNZ"] }],
  QueueStatus: [],
  Redirect: ringingConnectedHeld,
  TransVM: ringingConnectedHeld,
  Intrcpt: everywhere8800,
  SetWtch: everywhere8800,
  DivAll: everywhere8800,
};
