import fc from "fast-check";
import { type CallState, callStates, mandatorySoftkey } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { allowedSoftkeys, type SoftkeyId } from "@/lib/catalog/softkeys";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

const mostBlanks = 4;

/** Any valid list of softkeys of one call state, full ones included. */
function softkeysOf(state: CallState): fc.Arbitrary<SoftkeyId[]> {
  const mandatory = mandatorySoftkey(state);
  const others = allowedSoftkeys(state).filter(
    (softkey) => softkey !== mandatory && softkey !== blankSoftkey,
  );
  const kept: SoftkeyId[] = mandatory ? [mandatory] : [];
  return fc
    .nat({ max: mostBlanks })
    .chain((blanks) => {
      const room = maximumSoftkeysPerState - kept.length - blanks;
      const chosen = fc.subarray(others, { maxLength: Math.min(room, others.length) });
      return chosen.map((keys) => [...kept, ...keys, ...new Array<SoftkeyId>(blanks).fill(blankSoftkey)]);
    })
    .chain((keys) => fc.shuffledSubarray(keys, { minLength: keys.length }));
}

/** Any valid layout. */
export const layouts: fc.Arbitrary<SoftkeyLayout> = fc.record({
  "On Hook": softkeysOf("On Hook"),
  Connected: softkeysOf("Connected"),
  "On Hold": softkeysOf("On Hold"),
  "Ring In": softkeysOf("Ring In"),
  "Off Hook": softkeysOf("Off Hook"),
  "Connected Transfer": softkeysOf("Connected Transfer"),
  "Digits After First": softkeysOf("Digits After First"),
  "Connected Conference": softkeysOf("Connected Conference"),
  "Ring Out": softkeysOf("Ring Out"),
  "Off Hook With Feature": softkeysOf("Off Hook With Feature"),
  "Remote In Use": softkeysOf("Remote In Use"),
  "Connected No Feature": softkeysOf("Connected No Feature"),
});

// Few names, so that two contents often agree.
const texts = fc.constantFrom("Standard User", "Reception", "콜백 사용자", "Lobby 2");

/** Any valid content of a softkey template. */
export const contents: fc.Arbitrary<SoftkeyTemplateContent> = fc.record({
  name: texts,
  description: fc.oneof(fc.constant(""), texts),
  isDefault: fc.boolean(),
  callStates: layouts,
});

/** A valid content that shares some of its fields with the given one, as the next save of it would. */
export function variantsOf(content: SoftkeyTemplateContent): fc.Arbitrary<SoftkeyTemplateContent> {
  const changedStates = fc.subarray([...callStates], { maxLength: 4 });
  return fc.tuple(contents, changedStates, fc.boolean(), fc.boolean()).map(([other, states, name, mark]) => ({
    name: name ? other.name : content.name,
    description: name ? content.description : other.description,
    isDefault: mark ? other.isDefault : content.isDefault,
    callStates: {
      ...content.callStates,
      ...Object.fromEntries(states.map((state) => [state, other.callStates[state]])),
    },
  }));
}
