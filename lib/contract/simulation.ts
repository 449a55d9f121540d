import { oc } from "@orpc/contract";
import { z } from "zod";
import { commonErrors } from "@/lib/contract/errors";

/** Errors that only simulations have. */
export const simulationErrors = {
  clockNotManual: { status: 409, message: "The clock goes by itself; start with RINGBACK_CLOCK=manual." },
} as const;

/** What becomes of messages between clusters. */
export const trunkMessageModes = ["deliver", "hold", "lose", "reverse", "down", "up"] as const;
export type TrunkMessageMode = (typeof trunkMessageModes)[number];

const base = oc.route({ tags: ["Simulation"], inputStructure: "detailed" });
const errors = { ...commonErrors, clockNotManual: simulationErrors.clockNotManual };

/** What tests decide in place of time and chance; only with the manual clock. */
export const simulationContract = {
  advanceClock: base
    .route({
      method: "POST",
      path: "/simulation/clock/advance",
      summary: "Let the manual clock go on",
      description:
        "Answers after everything that is due in the span was done in order of due time: timers, registrations, batches of jobs, " +
        "messages between clusters. While the clock stands, a phone action or a save answers after the messages and the consequences " +
        "of configuration that are due at its instant; phones register and jobs go on when the clock does, or in the background.",
    })
    .errors(errors)
    .input(z.object({ body: z.strictObject({ seconds: z.number().min(0).max(604_800) }) }))
    .output(z.object({ now: z.iso.datetime() })),
  setTrunkMessages: base
    .route({
      method: "POST",
      path: "/simulation/trunk-messages",
      summary: "Decide what becomes of messages to and from a remote cluster",
      description:
        "Only with the manual clock. It holds until it is set anew, for both directions, for calls as for call back. `hold`: messages " +
        "wait. `deliver`: those that wait arrive in their order, later ones at once. `reverse`: those that wait arrive against their " +
        "order, and of later ones of the same instant always the newest first. `lose`: those that wait and all later ones are lost. " +
        "`down`: the link is lost, which ends every call and request over it; no call finds a way until `up`, which is as `deliver`. " +
        "The answer comes after everything that is due has arrived.",
    })
    .errors(errors)
    .input(
      z.object({
        body: z.strictObject({
          remoteCluster: z.string().describe("Its name"),
          mode: z.enum(trunkMessageModes),
        }),
      }),
    )
    .output(
      z.object({
        remoteCluster: z.string(),
        mode: z.enum(trunkMessageModes),
        waiting: z.number().int().min(0).describe("Messages that are held"),
      }),
    ),
};
