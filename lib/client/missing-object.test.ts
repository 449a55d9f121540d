import { expect, test } from "vitest";
import { objectInAddress } from "@/lib/client/missing-object";

test("an address below the list of a kind names an object, whatever page of it", () => {
  const template = { kind: "softkeyTemplate", name: "a/b 안내" };
  const path = `/device/device-settings/softkey-template/${encodeURIComponent(template.name)}`;
  for (const page of ["", "/history", "/no/such/page"])
    expect(objectInAddress(path + page)).toEqual(template);
});

test("other addresses, lists and broken ones name none", () => {
  for (const path of [
    "/",
    "/nowhere",
    "/device/phone",
    "/device/phone/",
    "/device/phones/x",
    "/device/phone/%zz",
  ])
    expect(objectInAddress(path)).toBeNull();
});
