import { afterAll, beforeAll } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

/** What the tests of a file share; to be read within a test, not before. */
interface FileApi {
  readonly context: ServiceContext;
  readonly call: CallApi;
}

/**
 * A database and the API on it for all tests of a file: there before the first of them, and closed after the last.
 * @param prepare fills the database
 */
export function apiOfFile(prepare: (call: CallApi) => Promise<unknown> = async () => undefined): FileApi {
  let context: ServiceContext | undefined;
  let call: CallApi | undefined;
  beforeAll(async () => {
    context = await testContext();
    call = await testApi(context);
    await prepare(call);
  });
  afterAll(() => context?.database.close());
  return {
    get context() {
      return present(context);
    },
    call: (...request) => present(call)(...request),
  };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The API of a file is there within its tests only");
  return value;
}
