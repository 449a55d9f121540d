import { expect } from "@playwright/test";
import { choose, expectStatus, press } from "./actions/console";
import {
  answerTo,
  changeUser,
  createUser,
  fieldOf,
  signInAs,
  storedUser,
  typePassword,
  userPassword,
  visitUser,
  words,
} from "./actions/user";
import { test } from "./fixtures/test";

const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`,
});

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`a new user, added in ${language}, is found, has a history and can sign in`, async ({
    page,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueName(language === "ko" ? "김민준" : "Kim");
    await page.goto("/user-management/user");
    await press(page, say.addNew);
    await expect(page.getByRole("heading", { level: 1, name: say.configurationTitle })).toBeVisible();
    await page.getByLabel(say.name).fill(name);
    await page.getByLabel(say.fullName).fill("Kim Min-jun");
    await choose(page, say.role, say.phoneAdministrator);
    await typePassword(page, say.password, say.repeatPassword, userPassword);
    await page.keyboard.press("Control+s");
    await expectStatus(page, say.addSuccessful);
    await expect(page.getByText(say.created)).toBeVisible();

    await page.goto("/user-management/user");
    await expect(page.getByRole("heading", { level: 1, name: say.findTitle })).toBeVisible();
    await expect(page.getByRole("row", { name }).getByText(say.phoneAdministrator)).toBeVisible();
    await signInAs(page, name);
    await page.goto("/");
    await expect(page.getByRole("button", { name: /Kim Min-jun/ })).toBeVisible();
  });
}

test("wrong values are told beside their fields and in a summary that leads to them; nothing is stored", async ({
  page,
  api,
}) => {
  await page.goto("/user-management/user/new");
  await page.getByLabel("User Name").fill("a:b");
  await fieldOf(page, "Password").fill("short");
  await press(page, "Save");
  const summary = page.getByRole("alert").filter({ hasText: "3 fields need attention" });
  await summary.getByRole("link", { name: "Confirm Password" }).click();
  await expect(page.getByLabel("Confirm Password")).toBeFocused();
  await expect(page.getByLabel("Confirm Password")).toHaveAccessibleDescription(/not the same/);
  await expect(fieldOf(page, "Password")).toHaveAccessibleDescription(/at least 8 characters/);
  expect(await storedUser(api, "a:b")).toBeNull();
});

test("a name that is taken is told at its field", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Taken");
  await createUser(api, name);
  await page.goto("/user-management/user/new");
  await page.getByLabel("User Name").fill(name.toUpperCase());
  await typePassword(page, "Password", "Confirm Password", userPassword);
  await press(page, "Save");
  await expect(page.getByLabel("User Name")).toHaveAccessibleDescription(/is in use/);
});

test("when somebody else saved first, both changes are shown and the chosen ones are stored", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Both");
  await createUser(api, name);
  await visitUser(page, name);
  await page.getByLabel("Full Name").fill("Mine");
  await changeUser(api, name, { fullName: "Theirs", role: "phoneAdministrator" });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Full Name" })).toContainText("Theirs");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedUser(api, name)).toMatchObject({
    fullName: "Mine",
    role: "phoneAdministrator",
    version: 3,
  });
});

test("unsaved changes are asked about before another page opens; typing and reverting leaves none", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Unsaved");
  await createUser(api, name);
  await visitUser(page, name);
  await page.getByLabel("Full Name").fill("typed");
  await page.getByRole("link", { name: "API Key" }).click();
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await expect(page.getByLabel("Full Name")).toHaveValue("typed");
  await page.getByLabel("Full Name").fill("");
  await page.getByRole("link", { name: "API Key" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API Keys" })).toBeVisible();
});

test("a user is deleted after asking; nobody deletes themselves", async ({ page, api, uniqueName }) => {
  const name = uniqueName("Gone");
  await createUser(api, name);
  await visitUser(page, name);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  expect(await storedUser(api, name)).toBeNull();
  await visitUser(page, "admin");
  await press(page, "Delete");
  await expectStatus(page, "You cannot delete the user that you are signed in as.");
});

test("an API key is shown once, works for programs, and is refused once it is revoked", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("Script");
  await page.goto("/user-management/api-key");
  await press(page, "Add New");
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("group", { name: "API key" }).locator("code").textContent();
  const bearer = { authorization: `Bearer ${key ?? ""}` };
  expect(await answerTo(page, bearer)).toBe(200);
  await page.reload();
  await expect(page.getByRole("row", { name })).toBeVisible();
  await expect(page.getByText(key ?? "")).toHaveCount(0);
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
  expect(await answerTo(page, bearer)).toBe(401);
});

test("an administrator sees everybody's keys and revokes that of somebody else", async ({
  page,
  api,
  uniqueName,
}) => {
  const [owner, name] = [uniqueName("Owner"), uniqueName("Export")];
  await createUser(api, owner);
  const made = await page
    .context()
    .request.post("/api/v1/api-keys", { data: { name }, headers: basic(owner, userPassword) });
  const bearer = { authorization: `Bearer ${(await made.json()).key}` };
  await page.goto("/user-management/api-key");
  await expect(page.getByRole("row", { name })).toHaveCount(0);
  await page.getByText("Everybody's keys").click();
  await expect(page.getByRole("row", { name }).getByText(owner)).toBeVisible();
  await page.getByRole("button", { name: `Revoke ${name} of ${owner}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
  expect(await answerTo(page, bearer)).toBe(401);
});

test("all other sessions of a person end from their account page, the one in use goes on", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Sessions");
  await createUser(api, name);
  await signInAs(page, name);
  const elsewhere = await page.context().cookies();
  await signInAs(page, name);
  await page.goto("/user-management/my-account");
  await page.getByRole("button", { name: "End all other sessions" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End all other sessions" }).click();
  await expectStatus(page, "One other session was ended");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "My Account" })).toBeVisible();
  const cookie = elsewhere.map((one) => `${one.name}=${one.value}`).join("; ");
  await page.context().clearCookies();
  expect(await answerTo(page, { cookie })).toBe(401);
});

test("an administrator's own password on the page of users needs the current one, and may end their keys", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Boss");
  const newPassword = "the password from now on";
  await createUser(api, name, "superUser");
  await signInAs(page, name);
  expect((await page.context().request.post("/api/v1/api-keys", { data: { name: "Script" } })).status()).toBe(
    201,
  );
  await visitUser(page, name);
  await typePassword(page, "New Password", "Confirm Password", newPassword);
  await press(page, "Save");
  await expect(page.getByLabel("Current Password")).toHaveAccessibleDescription(/required|Enter/i);
  await page.getByLabel("Current Password").fill(userPassword);
  await page.getByText("Revoke the API key with the new password").click();
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  await page.reload();
  await expect(page.getByLabel("User Name")).toHaveValue(name);
  expect(await storedUser(api, name)).toMatchObject({ apiKeyCount: 0 });
});

test("a person in a small role changes their own password and goes on working", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Own");
  const newPassword = "the password from now on";
  await createUser(api, name, "phoneAdministrator");
  await signInAs(page, name);
  await page.goto("/user-management/my-account");
  await page.getByLabel("Current Password").fill("wrong");
  await typePassword(page, "New Password", "Confirm Password", newPassword);
  await press(page, "Save");
  await expect(page.getByLabel("Current Password")).toHaveAccessibleDescription(/not your current password/);
  await page.getByLabel("Current Password").fill(userPassword);
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "My Account" })).toBeVisible();
  await page.context().clearCookies();
  expect(await answerTo(page, basic(name, userPassword))).toBe(401);
  expect(await answerTo(page, basic(name, newPassword))).toBe(200);
});

test("who may only read sees users and is told why nothing can be changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Reader");
  await createUser(api, name);
  await signInAs(page, name);
  await visitUser(page, "admin");
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByLabel("Full Name")).toHaveAttribute("readonly");
});
