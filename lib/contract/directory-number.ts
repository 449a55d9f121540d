import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { byPattern, configurationContract } from "@/lib/contract/configuration";
import { objectSchemas } from "@/lib/contract/object-schemas";

const voiceMail = "Voice mail instead of the destination";

/** `/directory-numbers`. */
export const directoryNumberContract = configurationContract(directoryNumberRules, {
  address: byPattern,
  schemas: objectSchemas(directoryNumberRules, {
    texts: {
      pattern: { examples: ["2001"] },
      alertingName: "Shown to callers while it rings",
      "forward.all.voiceMail": voiceMail,
      "forward.busy.voiceMail": voiceMail,
      "forward.noAnswer.voiceMail": voiceMail,
      "forward.unregistered.voiceMail": voiceMail,
      noAnswerSeconds: "Seconds until a call counts as not answered",
      busyTrigger:
        "Calls on a device from which on callers hear busy, of new lines; lines that there are keep theirs",
      maxCalls: "Most calls on a device, of new lines; lines that there are keep theirs",
    },
  }),
});
