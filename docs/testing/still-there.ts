/** Former words whose code goes with the next piece of work: phones that are driven together. Nothing may be added. */
export const stillThere = {
  names: [
    ...["AlikeEvent", "AlikeLimits", "AlikeOutcome", "AlikePhones", "EndingAlike", "SharedStateOfItems"],
    ...["alike", "alikePhones", "deliverAlike", "dissolveSharedState", "downloadAlike", "endShutDownsAlike"],
    ...["fewestAlike", "findDueSharedState", "grantAlike", "learnLikeness", "leaveSharedStates", "likeness"],
    ...["listAlike", "lockAlikeDue", "lockAlikeOfJob", "lockAlikeQueued", "lockSharedState", "outcomeAlike"],
    ...["recordAlarmsAlike", "saveAlike", "saveEndingsAlike", "saveRunningLinesAlike", "saveSharedState"],
    ...["sharedState", "sharedStateId", "sharedStateOf", "sharedStates", "storeAlike"],
  ],
  files: [
    ...["alike", "alike-phones", "apply-alike", "deliver-alike", "due-alike", "likeness", "lines-alike"],
    ...["save-alike", "shared-state"],
  ],
  /** Tables, columns and functions of the database. */
  stored: ["SharedState", "leaveSharedStates", "likeness", "likenessOf", "sharedStateId"],
} as const;
