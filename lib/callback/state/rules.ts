/** The rules of phones and calls that are not rows of the table of requests, with the requirements they serve. */
export const rules = {
  keyNotOffered: ["SK-01", "PR-08"],
  keyNotActive: ["TS-06"],
  notImplemented: [],
  nothingActive: ["TS-03"],
  showsRequest: ["TS-01", "TS-02"],
  serviceOff: [],
  rings: [],
  busy: [],
  dndReject: ["IN-06"],
  forwards: [],
  overridesForwarding: ["IN-01"],
  reorder: ["OV-04"],
  goesOut: ["OV-02"],
  voiceMailAnswers: ["RS-04"],
  cycle: ["OV-01", "IN-03"],
  needsUse: ["OV-01", "IN-03", "IN-07"],
  served: ["OV-02"],
  guardTime: [],
  notRegistered: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RuleId = keyof typeof rules;
