import { expect } from "@playwright/test";
import { administrator } from "./fixtures/rest";
import { test } from "./fixtures/test";

test.describe("over HTTP, with the server's own reading of addresses", () => {
  for (const name of ["a/b", "what?", "no #1", "콜백 안내", "x;y", "plus+plus", "...", "a:b@c", "*", "🙂"]) {
    test(`a template called ${name} is found, changed and deleted by its encoded name`, async ({ api }) => {
      const address = `/api/v1/softkey-templates/${encodeURIComponent(name)}`;
      await api.createSoftkeyTemplate({ name });
      expect((await api.updateSoftkeyTemplate(name, { description: "found" })).name).toBe(name);
      const history = await api.request.get(`${address}/revisions`);
      expect((await history.json()).items).toHaveLength(2);
      expect((await api.request.delete(address)).status()).toBe(204);
    });
  }

  for (const path of ["%", "%zz", "%ff", "a%e0%a4%a", "%c3%28"]) {
    test(`the broken encoding ${path} is refused with 400 and words, in both languages`, async ({
      api,
      server,
    }) => {
      for (const [language, words] of [
        ["en", /percent-encode/],
        ["ko", /퍼센트 인코딩/],
      ] as const) {
        const answer = await api.request.get(`${server.baseURL}/api/v1/softkey-templates/${path}`, {
          headers: { "accept-language": language },
        });
        expect(answer.status()).toBe(400);
        expect(await answer.json()).toMatchObject({
          code: "malformedRequest",
          message: expect.stringMatching(words),
        });
      }
    });
  }

  test("a page with a broken address is not found", async ({ api, server }) => {
    const answer = await api.request.get(`${server.baseURL}/device/device-settings/softkey-template/%zz`);
    expect(answer.status()).toBe(404);
  });

  test("more than 1 MB is refused with 413, whether its length is told or not", async ({ api, server }) => {
    const body = JSON.stringify({ name: "x".repeat(1_200_000) });
    const told = await api.request.post("/api/v1/softkey-templates", {
      data: body,
      headers: { "content-type": "application/json" },
    });
    expect(told.status()).toBe(413);
    const streamed = await fetch(`${server.baseURL}/api/v1/softkey-templates`, {
      method: "POST",
      headers: { authorization: administrator, "content-type": "application/json" },
      body: new Blob([body]).stream(),
      ...{ duplex: "half" },
    });
    expect(streamed.status).toBe(413);
  });
});
