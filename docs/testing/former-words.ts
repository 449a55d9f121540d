/** Words that the glossary has ended, as they were names in some part of the code. */
export interface FormerWords {
  /** Files and folders whose names and code are looked at, as patterns. */
  readonly in: readonly string[];
  /** Exact names of functions, types, variables and fields. */
  readonly names: readonly string[];
  /** Exact names of files, without their ends, and of folders. */
  readonly files?: readonly string[];
  /** What is said instead. */
  readonly now: string;
}

const everywhere = ["{app,components,e2e,lib}/**", "scripts/**"];
const server = ["lib/server/**"];
const runtime = ["lib/server/runtime/**", "lib/server/concurrency/**", "lib/server/process/**"];
const engine = ["lib/callback/**"];
/** Where viewers and the engine were told. */
const told = [
  "lib/server/{db,runtime,process}/**",
  "lib/server/services/{configuration,phone-operation}/**",
  "lib/client/**",
];

/** The left column of the glossary. */
export const formerWords: readonly FormerWords[] = [
  {
    in: server,
    names: ["happen", "Happenings", "happenCalls", "happenTo", "happenToGroups"],
    files: ["happen", "happen-calls", "happen-to-groups"],
    now: "apply device events, apply call events",
  },
  {
    in: [...engine, "lib/server/{auth,concurrency,runtime,process}/**"],
    names: ["turn", "Turn", "inTurn"],
    files: ["turn", "in-turn"],
    now: "step context, run exclusive, next in queue, registration slot",
  },
  {
    in: server,
    names: ["JobWorld", "CallWorld", "DeviceWorld", "makeWorld", "testWorld"],
    files: ["make-world"],
    now: "runtime, services",
  },
  { in: engine, names: ["settle", "Settle"], files: ["settle"], now: "reactions" },
  { in: engine, names: ["Writes"], files: ["writes"], now: "write set" },
  {
    in: [
      ...engine,
      "lib/server/{db,runtime,process,testing}/**",
      "lib/server/services/{simulation,phone-operation}/**",
    ],
    names: [
      ...["letter", "letters", "Letter", "CallLetter", "HeldLetter", "callLetter", "heldLetter"],
      ...["heldLetters", "ConfigurationLetter", "countHeldLetters", "mail", "Post"],
    ],
    files: ["letter", "letters"],
    now: "trunk message, due event",
  },
  { in: engine, names: ["post", "bring"], now: "transport, deliver" },
  {
    in: ["lib/server/**", "lib/client/**"],
    names: [
      ...["announce", "announced", "announcement", "announcements", "Announcement", "AnnouncedTopic"],
      ...[
        "NewAnnouncement",
        "StoredAnnouncement",
        "announceConfiguration",
        "news",
        "News",
        "ConfigurationNews",
      ],
      ...["lookNews", "removalNews", "liveChanges", "LiveChanges", "watchChanges", "TellSecurity"],
    ],
    files: [
      "announce",
      "announcement",
      "configuration-news",
      "news",
      "live-changes",
      "tell-viewers",
      "watch-changes",
    ],
    now: "change event, change feed: publish, subscribe",
  },
  { in: told, names: ["told", "tell"], now: "notify, publish, record" },
  { in: runtime, names: ["prepareCalls", "tellCalls"], files: ["tell-calls"], now: "notify the engine" },
  { in: server, names: ["giveWay"], files: ["give-way"], now: "yield to the event loop" },
  { in: runtime, names: ["Together"], files: ["together"], now: "batcher" },
  { in: runtime, names: ["Storing", "storing"], files: ["storing"], now: "group commit" },
  {
    in: runtime,
    names: ["KnownRows", "Setups", "setups", "loadKnown", "Memory"],
    files: ["known", "known-rows", "setups", "memory"],
    now: "row cache, running configurations, LRU cache",
  },
  {
    in: ["lib/server/runtime/calls/**"],
    names: ["Slice", "Missing", "takeSteps", "workOut", "remember", "forget"],
    files: ["slice", "absent", "take-steps", "touched"],
    now: "working set, row not loaded, execute steps, cache, invalidate, changed phones",
  },
  {
    in: server,
    names: ["EndedItem", "passing", "beside", "keepsUsersOut", "neighbourhood"],
    files: ["built", "endings", "contents", "in-use", "chosen", "refuse", "present"],
    now: "build summary, job item outcomes, revision contents, phones in the engine, selection, refusals, to DTO",
  },
  {
    in: server,
    names: [
      ...["AlikeEvent", "AlikeLimits", "AlikeOutcome", "AlikePhones", "EndingAlike", "SharedStateOfItems"],
      ...[
        "alike",
        "alikePhones",
        "deliverAlike",
        "dissolveSharedState",
        "downloadAlike",
        "endShutDownsAlike",
      ],
      ...[
        "fewestAlike",
        "findDueSharedState",
        "grantAlike",
        "learnLikeness",
        "leaveSharedStates",
        "likeness",
      ],
      ...[
        "listAlike",
        "lockAlikeDue",
        "lockAlikeOfJob",
        "lockAlikeQueued",
        "lockSharedState",
        "outcomeAlike",
      ],
      ...["recordAlarmsAlike", "saveAlike", "saveEndingsAlike", "saveRunningLinesAlike", "saveSharedState"],
      ...["sharedState", "sharedStateId", "sharedStateOf", "sharedStates", "storeAlike"],
    ],
    files: [
      ...["alike", "alike-phones", "apply-alike", "deliver-alike", "due-alike", "likeness", "lines-alike"],
      ...["save-alike", "shared-state"],
    ],
    now: "phone group, due group",
  },
  {
    in: ["lib/server/{db,services}/configuration/**"],
    names: ["origin", "shown", "keepsUsersOut"],
    now: "copy source, computed columns, lock mode",
  },
  { in: everywhere, names: [], files: ["phone-in-use"], now: "phone operation, device life cycle, phone" },
  { in: ["lib/server/services/*"], names: [], files: ["device"], now: "device life cycle" },
];
