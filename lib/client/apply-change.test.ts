import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import { applyChange, forgetAges, rememberAnswer } from "@/lib/client/apply-change";
import { displayQuery } from "@/lib/client/phone-operation";
import type { DisplayDto } from "@/lib/contract/phone-operation";

const phone = "SEP000000002001";
const { queryKey } = displayQuery(phone);

/** What the phone showed as of a change. */
function shown(asOf: number, callState: DisplayDto["callState"] = "On Hook"): DisplayDto {
  return { phone, callState, asOf } as DisplayDto;
}

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
const arrives = (display: DisplayDto) => applyChange(client, { topic: "display", phone, display });
const known = () => client.getQueryData<DisplayDto>(queryKey);

describe("what a phone shows", () => {
  test("is what is newer, whether an answer or a change told of it, in whatever order they come", async () => {
    await arrives(shown(1));
    await rememberAnswer(client, shown(3, "Off Hook"));
    // The stream is late with what it began with.
    await arrives(shown(2));
    expect(known()).toEqual(shown(3, "Off Hook"));
    await arrives(shown(5, "Digits After First"));
    await rememberAnswer(client, shown(4, "Off Hook"));
    expect(known()).toEqual(shown(5, "Digits After First"));
  });

  test("is taken whatever its age once ages are forgotten: the database may be another one", async () => {
    await arrives(shown(900, "Off Hook"));
    forgetAges(client);
    expect(known()?.callState).toBe("Off Hook");
    await arrives(shown(7));
    expect(known()).toEqual(shown(7));
  });

  test("is not what a late answer says of a phone that is gone", async () => {
    await arrives(shown(1));
    await applyChange(client, { topic: "removed", phones: [{ phone, renamedTo: null }], jobs: [] });
    await rememberAnswer(client, shown(2, "Off Hook"));
    expect(known()).toBeUndefined();
    await arrives(shown(3));
    expect(known()).toEqual(shown(3));
  });
});
