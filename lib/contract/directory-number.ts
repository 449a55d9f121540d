import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import { commonListFields } from "@/lib/contract/configuration-fields";
import { objectSchemas } from "@/lib/contract/object-schemas";

const voiceMail = "Voice mail instead of the destination";

/** Fields that a list can be searched and sorted by. */
export const directoryNumberListFields = [
  "pattern",
  "partition",
  "description",
  "alertingName",
  "forward.all.destination",
  "forward.busy.destination",
  "forward.noAnswer.destination",
  "forward.unregistered.destination",
  "noAnswerSeconds",
  "busyTrigger",
  "maxCalls",
  "callingSearchSpace",
  ...commonListFields,
] as const;

/** `/directory-numbers`. */
export const directoryNumberContract = configurationContract({
  path: "/directory-numbers",
  one: "a directory number",
  many: "directory numbers",
  address: byPattern,
  listFields: directoryNumberListFields,
  schemas: objectSchemas(directoryNumberRules, {
    texts: {
      pattern: { examples: ["2001"] },
      alertingName: "Shown to callers while it rings",
      "forward.all.voiceMail": voiceMail,
      "forward.busy.voiceMail": voiceMail,
      "forward.noAnswer.voiceMail": voiceMail,
      "forward.unregistered.voiceMail": voiceMail,
      noAnswerSeconds: "Seconds until a call counts as not answered",
      busyTrigger: "Calls on a device from which on callers hear busy",
      maxCalls: "Most calls on a device",
    },
  }),
});
