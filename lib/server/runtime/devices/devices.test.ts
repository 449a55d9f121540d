import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { testContext } from "@/lib/server/testing/test-context";
import { manualWorld } from "@/lib/server/testing/test-world";

let context: ServiceContext;
let advance: (seconds: number) => Promise<void>;
beforeAll(async () => {
  ({ context, advance } = manualWorld(await testContext()));
});
afterAll(() => context.database.close());

const phones = objectsOf("phone", () => context);
const registrationOf = async (name: string) => (await phones.get(name)).registration;

describe("a new phone", () => {
  test("registers by itself within a second and is found by that [PH-01]", async () => {
    await phones.create(phoneInput("SEP000000000001"));
    expect(await registrationOf("SEP000000000001")).toBe("neverRegistered");
    await advance(0);
    expect(await registrationOf("SEP000000000001")).toBe("registering");
    await advance(1);
    expect(await registrationOf("SEP000000000001")).toBe("registered");
    expect(await phones.find("registration:isExactly:registered")).toEqual(["SEP000000000001"]);
    expect(await phones.find("registration:isExactly:rejected")).toEqual([]);
  });
});
