import { expect } from "vitest";
import type { CallApi } from "@/lib/server/testing/test-api";

/** What makes one object of each kind, in an order in which each has what it refers to. */
const objects: readonly (readonly [path: string, body: object])[] = [
  ["/softkey-templates", { name: "Sample", copyOf: "Standard User" }],
  ["/phone-button-templates", { name: "Sample", copyOf: "Standard 8841 SIP" }],
  ["/common-device-configurations", { name: "Sample" }],
  ["/partitions", { name: "Sample" }],
  ["/calling-search-spaces", { name: "Sample", partitions: ["Sample"] }],
  ["/device-pools", { name: "Sample" }],
  [
    "/phones",
    { name: "SEP0000000000A1", model: "Cisco 8841", lines: [{ index: 1, directoryNumber: "7001" }] },
  ],
  ["/directory-numbers", { pattern: "7002" }],
  ["/cti-route-points", { name: "Sample", directoryNumber: "7900" }],
  ["/remote-clusters", { name: "Sample", directoryNumbers: [{ pattern: "5001" }] }],
  ["/trunks", { name: "Sample", type: "sip", remoteCluster: "Sample" }],
  ["/route-patterns", { pattern: "5XXX", trunk: "Sample" }],
  ["/device-profiles", { name: "Sample", userId: "sample" }],
  ["/users", { name: "Sample", role: "readOnly", password: "a password of some length" }],
  ["/api-keys", { name: "Sample" }],
  ["/desks", { name: "Sample", phones: [] }],
];

const named: Readonly<Record<string, string>> = {
  "/phones": "SEP0000000000A1",
  "/directory-numbers": "7002",
  "/route-patterns": "5XXX",
  "/service-parameters": "Call Back Recall Timer",
  "/locales": "English United States",
  "/list-settings": "phone",
};

/** One object of each kind, made through the API; answers the path of an operation with those objects in it. */
export async function oneOfEach(call: CallApi): Promise<(path: string) => string> {
  for (const [path, body] of objects) {
    const { status, body: answer } = await call("POST", path, body);
    expect({ path, status, answer: status === 201 ? "" : answer }).toEqual({ path, status: 201, answer: "" });
  }
  const { body: parameters } = await call("GET", "/service-parameters?limit=1");
  const [parameter] = parameters.items as { name: string }[];
  const { body: started } = await call("POST", "/phones/actions", { action: "applyConfig", where: [] });
  const view = { list: "phone", name: "Sample", sort: "name" };
  const { body: ownView } = await call("POST", "/list-views", view);
  const ofPath: Readonly<Record<string, string>> = {
    ...named,
    "/service-parameters": String(parameter?.name),
    "/jobs": String(started.jobId),
    "/list-views": String(ownView.id),
  };
  return (path) =>
    path
      .replace("{resource}", "phones")
      .replace("{number}", "1")
      .replace(/^(\/[^/{]+)\/\{\w+\}/, (_, collection: string) => {
        return `${collection}/${encodeURIComponent(ofPath[collection] ?? "Sample")}`;
      })
      .replace(/\{\w+\}/g, "sample");
}
