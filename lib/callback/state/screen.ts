/** A screen of Call Back as data; the words are chosen where it is shown, in the phone's user locale. */
export type Screen =
  | { readonly kind: "callBackActivated"; readonly number: string }
  | { readonly kind: "callBackAvailable"; readonly number: string; readonly at: number }
  | { readonly kind: "callBackAvailableDndReject"; readonly number: string }
  | { readonly kind: "callBackNotActive" }
  | {
      readonly kind: "callBackAlreadyActive";
      /** The number of the live request, and the one of the call that is to replace it [TS-04]. */
      readonly number: string;
      readonly other: string;
      readonly request: string;
      readonly call: string;
    }
  | { readonly kind: "callBackCannotActivate"; readonly number: string };

export type ScreenKind = Screen["kind"];
