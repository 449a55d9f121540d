import pino from "pino";
import { describe, expect, test } from "vitest";
import { handleApiRequest } from "@/lib/server/api/handler";
import { getInstance, keepInstance } from "@/lib/server/instance";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { expectRefusal } from "@/lib/server/testing/expect-refusal";
import { testPassword } from "@/lib/server/testing/test-password";

const api = apiOfFile();
const { call } = api;

test.each([
  ["a%00b.csv", "controlCharacters"],
  ["a%0Ab.csv", "controlCharacters"],
  ["x".repeat(256), "tooLong"],
])("the file name %s is refused", async (name, code) => {
  await expectRefusal(call, api.context.database, {
    method: "POST",
    path: `/bulk/partitions/files?name=${name}`,
    body: "name\nSeoul\n",
    headers: { "content-type": "text/csv" },
    status: 422,
    code: "validationFailed",
    problems: [code],
  });
});

test.each(["TEXT/CSV", "text/csv; charset=utf-8"])("a file as %s is read", async (type) => {
  const { status } = await call("POST", "/bulk/partitions/files", "name\nSeoul\n", { "content-type": type });
  expect(status).toBe(201);
});

test("a row with a NUL is told as one that cannot be read, and the other rows are stored", async () => {
  const file = 'name\nSeoul\n"Bu\0san"\nDaegu\n';
  const { status, body } = await call("POST", "/bulk/partitions/files", file, { "content-type": "text/csv" });
  expect({ status, body }).toMatchObject({ status: 201, body: { rowCount: 3, badCount: 1 } });
});

test.each([
  ["a file", "/bulk/partitions/files", "text/csv", "name\nSeoul\n"],
  ["JSON", "/partitions", "application/json", '{"name":'],
])(
  "%s whose sender goes away is no error of the log, and nothing is kept of it",
  async (_, path, type, begun) => {
    const instance = await getInstance();
    const lines: string[] = [];
    const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    keepInstance(Promise.resolve({ ...instance, logger }));
    const files = await api.context.database.prisma.bulkFile.count();
    let isBegun = false;
    const body = new ReadableStream({
      pull(controller) {
        if (isBegun) controller.error(new Error("aborted"));
        else controller.enqueue(new TextEncoder().encode(begun));
        isBegun = true;
      },
    });
    const response = await handleApiRequest(
      new Request(`http://localhost/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": type, authorization: `Basic ${btoa(`admin:${testPassword}`)}` },
        body,
        duplex: "half",
      } as RequestInit),
    );
    keepInstance(Promise.resolve(instance));
    expect(response.status).toBe(400);
    expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
    expect(await api.context.database.prisma.bulkFile.count()).toBe(files);
  },
);

describe("files of Unified CM", () => {
  const file = "Device Name,Device Type\nSEP00005E00D001,Cisco 8841\n";
  const send = (headers: Readonly<Record<string, string>>, body = file) =>
    call("POST", "/unified-cm/files?name=phones.txt", body, headers);

  test.each(["text/csv", "text/plain; charset=utf-8", "Application/XML"])("are taken as %s", async (type) => {
    const { status, body } = await send({ "content-type": type });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        recognised: "allDetails",
        rows: 1,
        columns: { used: ["Device Name", "Device Type"], unused: [] },
      },
    });
  });

  test("of other types are refused, and text that the form of a page could send", async () => {
    expect((await send({ "content-type": "application/octet-stream" })).status).toBe(415);
    const fromBrowser = { "content-type": "text/plain", "sec-fetch-site": "same-origin" };
    expect((await send({ ...fromBrowser })).status).toBe(415);
    expect((await send({ ...fromBrowser, "x-ringback-request": "1" })).status).toBe(201);
  });

  test("that are none are refused with the place of what is wrong", async () => {
    const { status, body } = await send({ "content-type": "text/plain" }, "name,model\n");
    expect({ status, body }).toMatchObject({
      status: 422,
      body: {
        code: "notRecognised",
        message: expect.stringContaining("row 1: This is a CSV file of this console."),
        data: { problems: [{ row: 1, column: null, code: "notRecognised" }] },
      },
    });
  });
});
