import type { Mutex } from "async-mutex";
import type { CallServices, SaveEffects } from "@/lib/server/runtime/calls/apply-call-events";
import type { ChangeFeed } from "@/lib/server/runtime/calls/change-feed";
import type { Clock } from "@/lib/server/runtime/clock";
import type { DatabaseWatch } from "@/lib/server/runtime/database-watch";
import type { DeviceServices } from "@/lib/server/runtime/devices/device-services";
import type { JobServices } from "@/lib/server/runtime/jobs/run-due-jobs";
import type { Streams } from "@/lib/server/runtime/streams";

/** What the work in the background of a process needs. */
export interface Runtime extends JobServices, DeviceServices, CallServices {
  readonly clock: Clock;
  /** Saves what timers change in the configuration, as the program itself. */
  readonly save: SaveEffects;
  /** The changes that viewers of this process see. */
  readonly changeFeed: ChangeFeed;
  /** The event streams of this process. */
  readonly streams: Streams;
  /** Held by who does what is due: the runner, and whoever lets a manual clock go on. */
  readonly dueWork: Mutex;
  /** What this process knows of the health of the database. */
  readonly watch: DatabaseWatch;
}
