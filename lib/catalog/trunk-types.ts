/** The types of trunks of the API, with what the engine must know of them. */
export const trunkTypes = ["sip", "sipQsig", "interclusterQsig", "priQsig"] as const;
export type TrunkType = (typeof trunkTypes)[number];

interface TrunkFacts {
  /** Carries QSIG, without which call back does not work over it [OV-02, RS-02]. */
  readonly hasQsig: boolean;
  /** Speaks SIP, so that a session border controller (CUBE) can be in between [RS-01]. */
  readonly isSip: boolean;
}

export const trunkCatalogue: Readonly<Record<TrunkType, TrunkFacts>> = {
  sip: { hasQsig: false, isSip: true },
  sipQsig: { hasQsig: true, isSip: true },
  interclusterQsig: { hasQsig: true, isSip: false },
  priQsig: { hasQsig: true, isSip: false },
};
