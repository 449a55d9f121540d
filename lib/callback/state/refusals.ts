/** The reasons of row 4, each with the requirement that names it; the trace says which it was. */
export const refusals = {
  unknownNumber: "TS-05",
  outsideCallingSearchSpace: "TS-05",
  noQsigRoute: "TS-05",
  plainSipTrunk: "RS-02",
  videoThroughCube: "RS-01",
  forwardedToVoiceMail: "RS-04",
  characterRule: "RS-03",
  unsupportedDevice: "PR-03",
  routePointToNothing: "PR-07",
  routePointToUnknownNumber: "PR-07",
  routePointInCircle: "PR-07",
  routePointOverTrunk: "PR-07",
  ownLine: "PR-01",
} as const;

export type Refusal = keyof typeof refusals;
