import { expect } from "vitest";
import type { RequestDto, TraceEntryDto } from "@/lib/contract/call-back";
import type { DisplayDto, PhoneActionDto } from "@/lib/contract/phone-operation";
import type { ServiceContext } from "@/lib/server/context";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

/** A cluster whose phones are used through the API, on a clock that stands still until it is advanced. */
export interface PhonesInUse {
  readonly context: ServiceContext;
  readonly runtime: Runtime;
  readonly call: CallApi;
  readonly phone: (number: string) => PhoneInUse;
  readonly send: (
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    body?: object,
  ) => Promise<Record<string, unknown>>;
  readonly get: (path: string) => Promise<Record<string, unknown>>;
  /** Changes an object on its present version. */
  readonly change: (path: string, change: object) => Promise<void>;
  readonly wait: (seconds: number) => Promise<void>;
  readonly requests: (query?: string) => Promise<RequestDto[]>;
  readonly trace: (id: string) => Promise<TraceEntryDto[]>;
  readonly close: () => Promise<void>;
}

/** One phone, known by the number of its first line, or `Busan:5001`. */
export interface PhoneInUse {
  readonly name: string;
  readonly path: string;
  readonly display: () => Promise<DisplayDto>;
  readonly does: (action: PhoneActionDto) => Promise<DisplayDto>;
  readonly dials: (digits: string, video?: boolean) => Promise<DisplayDto>;
  readonly presses: (
    softkey: Extract<PhoneActionDto, { action: "pressSoftkey" }>["softkey"],
  ) => Promise<DisplayDto>;
  readonly answers: () => Promise<DisplayDto>;
  readonly hangsUp: () => Promise<DisplayDto>;
}

/** The name of the phone that has a number on its first line. */
export function phoneNameOf(number: string): string {
  return number.includes(":") ? number : `SEP${number.padStart(12, "0")}`;
}

/** The text of the screen that is open, as the guide has it; empty without one. */
export function screenText({ screen }: DisplayDto): string {
  return screen?.lines.join(" ") ?? "";
}

/**
 * A cluster with phones of these numbers, all registered, whose softkey template has CallBack in its three states.
 * @param sizes how many phones are driven at once, when not as usual
 * @param base has the database, when it is not one of the test file's own
 */
export async function phonesInUse(
  numbers: readonly string[],
  fields: object = {},
  sizes?: BatchSizes,
  base?: ServiceContext,
): Promise<PhonesInUse> {
  const cluster = await phonesOf(base ?? (await testContext()), undefined, sizes);
  const { send, get, wait } = cluster;
  await send("POST", "/softkey-templates", { name: "Call Back User", copyOf: "Standard User" });
  const { callStates, version } = (await get("/softkey-templates/Call%20Back%20User")) as {
    callStates: Record<string, string[]>;
    version: number;
  };
  const states = ["On Hook", "Ring Out", "Connected Transfer"];
  const withCallBack = Object.fromEntries(
    states.map((state) => [state, [...(callStates[state] ?? []), "CallBack"]]),
  );
  await send("PATCH", "/softkey-templates/Call%20Back%20User", { version, callStates: withCallBack });
  for (const number of numbers) {
    await send("POST", "/phones", {
      name: phoneNameOf(number),
      model: "Cisco 8841",
      softkeyTemplate: "Call Back User",
      lines: [{ index: 1, directoryNumber: number }],
      ...fields,
    });
  }
  await wait(2);
  return cluster;
}

/**
 * The phones of a database that has some.
 * @param start the time at which its clock stands
 */
export async function phonesOf(base: ServiceContext, start?: Date, sizes?: BatchSizes): Promise<PhonesInUse> {
  const { context, runtime } = manualRuntime(base, null, start, sizes);
  const call = await testApi(context, runtime);
  const send: PhonesInUse["send"] = async (method, path, body) => {
    const answer = await call(method, path, body);
    expect([answer.status, path, answer.status < 300 ? "" : answer.body]).toEqual([
      expect.toSatisfy((status: number) => status < 300),
      path,
      "",
    ]);
    return answer.body;
  };
  const get: PhonesInUse["get"] = async (path) => (await call("GET", path)).body;
  const wait = async (seconds: number) => {
    await send("POST", "/simulation/clock/advance", { seconds });
  };
  return {
    ...{ context, runtime, call, send, get, wait },
    phone: (number) => phoneInUse(call, number),
    change: async (path, change) => {
      const stored = await get(path);
      await send("PATCH", path, { version: stored.version, ...change });
    },
    requests: async (query = "") => (await get(`/call-back/requests${query}`)).items as RequestDto[],
    trace: async (id) =>
      (await get(`/call-back/requests/${encodeURIComponent(id)}/trace`)).items as TraceEntryDto[],
    close: () => context.database.close(),
  };
}

function phoneInUse(call: CallApi, number: string): PhoneInUse {
  const name = phoneNameOf(number);
  const path = `/phones/${encodeURIComponent(name)}`;
  const does: PhoneInUse["does"] = async (action) => {
    const { status, body } = await call("POST", `${path}/actions`, action);
    expect([status, status === 200 ? "" : body]).toEqual([200, ""]);
    return body as DisplayDto;
  };
  return {
    ...{ name, path, does },
    display: async () => (await call("GET", `${path}/display`)).body as DisplayDto,
    dials: (digits, video = false) => does({ action: "dial", digits, video }),
    presses: (softkey) => does({ action: "pressSoftkey", softkey }),
    answers: () => does({ action: "offHook" }),
    hangsUp: () => does({ action: "onHook" }),
  };
}
