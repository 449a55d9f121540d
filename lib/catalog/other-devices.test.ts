import { expect, test } from "vitest";
import { isOtherDevice } from "@/lib/catalog/other-devices";
import { phoneModels } from "@/lib/catalog/phone-models";

test.each([
  "Cisco Unified Client Services Framework",
  "Cisco Dual Mode for iPhone",
  "Cisco Dual Mode for Android",
  "Cisco Jabber for Tablet",
  "CTI Port",
  "CTI Remote Device",
  "Remote Destination Profile",
  "Third-party SIP Device (Basic)",
  "Third-party SIP Device (Advanced)",
  "Cisco TelePresence EX90",
  "Cisco Webex Room Kit",
  "Cisco Webex Desk Pro",
  "Cisco 9861",
  "  cti   port ",
])("%s is a device of Unified CM that is no phone here", (type) => {
  expect(isOtherDevice(type)).toBe(true);
});

test("no phone of the catalogue is one, nor is what nobody knows", () => {
  for (const { name } of phoneModels) expect([name, isOtherDevice(name)]).toEqual([name, false]);
  for (const other of ["", "Cisco 7777", "Cisco 98611", "CTI Portal"])
    expect(isOtherDevice(other)).toBe(false);
});
