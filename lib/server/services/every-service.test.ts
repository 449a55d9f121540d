import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAllowed, type Resource, roles } from "@/lib/catalog/roles";
import type { ServiceContext } from "@/lib/server/context";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { createApiKey } from "@/lib/server/services/api-key/create";
import { removeApiKey } from "@/lib/server/services/api-key/remove";
import { saveRows } from "@/lib/server/services/bulk/save-rows";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startImport } from "@/lib/server/services/bulk/start-import";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { storeFile } from "@/lib/server/services/bulk/store-file";
import { cancelRequest } from "@/lib/server/services/call-back-request/cancel";
import { undoChange } from "@/lib/server/services/change/undo";
import { createObject } from "@/lib/server/services/configuration/create";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { listObjectsOf } from "@/lib/server/services/configuration/list";
import { reassignUses } from "@/lib/server/services/configuration/reassign";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { restoreObject } from "@/lib/server/services/configuration/restore";
import { updateObject } from "@/lib/server/services/configuration/update";
import { createDesk } from "@/lib/server/services/desk/create";
import { rememberDesk } from "@/lib/server/services/desk/remember";
import { removeDesk } from "@/lib/server/services/desk/remove";
import { renameOwnDesk } from "@/lib/server/services/desk/rename";
import { startBulkAction } from "@/lib/server/services/device-lifecycle/start-bulk-action";
import { startPhoneAction } from "@/lib/server/services/device-lifecycle/start-phone-action";
import { startUsersAction } from "@/lib/server/services/device-lifecycle/start-users-action";
import { cancelJob } from "@/lib/server/services/job/cancel";
import { retryJob } from "@/lib/server/services/job/retry";
import { updateJob } from "@/lib/server/services/job/update";
import { createListView } from "@/lib/server/services/list-view/create";
import { removeListView } from "@/lib/server/services/list-view/remove";
import { setListSettings } from "@/lib/server/services/list-view/set-settings";
import { updateListView } from "@/lib/server/services/list-view/update";
import { actOnPhone } from "@/lib/server/services/phone-operation/act";
import { changeUser } from "@/lib/server/services/phone-operation/change-user";
import { plugPhone } from "@/lib/server/services/phone-operation/plug";
import { changePassword } from "@/lib/server/services/session/change-password";
import { endOtherSessions } from "@/lib/server/services/session/end-other-sessions";
import { setPreferences } from "@/lib/server/services/session/set-preferences";
import { setProfile } from "@/lib/server/services/session/set-profile";
import { advanceClock } from "@/lib/server/services/simulation/advance-clock";
import { setTrunkMessages } from "@/lib/server/services/simulation/set-trunk-messages";
import { storeUnifiedCmFile } from "@/lib/server/services/unified-cm/store-file";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { updateUser } from "@/lib/server/services/user/update";
import { inBytes, jobWorld } from "@/lib/server/testing/bulk";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";
import { testPassword } from "@/lib/server/testing/test-password";
import { manualRuntime, testRuntime } from "@/lib/server/testing/test-runtime";

const folder = join(import.meta.dirname);
const copyOf = "Standard User";
const password = "a password of some length";

const identity = { name: "SEP001122334455", partition: null };
const phone = {
  name: identity.name,
  model: "Cisco 8841",
  lines: [{ index: 1, directoryNumber: "2001" }],
};

const request = {
  ...{ id: "request", cluster: "", phone: phone.name, directoryNumber: "2001", target: "2002", mode: "busy" },
  ...{ state: "ended", reason: "cancelled", createdAt: new Date(), value: { state: "ended" }, version: 1n },
};

const aFile = () => ({ name: "phones.csv", bytes: inBytes("name,model\nSEP001122334455,Cisco 8841") });
/** What a case has prepared for itself; cases run one after the other. */
let file = "";
let jobId = "";
let viewId = "";
const view = {
  list: "phone",
  name: "Mine",
  isShared: false,
  where: [],
  match: "all",
  sort: "name",
  columns: null,
} as const;
const makeView = async (context: ServiceContext) => {
  viewId = (await createListView(context, { ...view, where: [] })).id;
};

interface Mutation {
  resource: Resource;
  /** Makes what the change needs. */
  prepare?: (context: ServiceContext) => Promise<unknown>;
  change: (context: ServiceContext) => Promise<unknown>;
  /** Set only where the service says why there is no history. */
  hasNoHistory?: true;
}

/** Every service that changes something, by its file. */
const mutations: Readonly<Record<string, Mutation>> = {
  // A phone whose line makes a directory number: two objects, two histories.
  "configuration/create.ts": {
    resource: "phone",
    change: (context) => createObject(context, definitions.phone, phone),
  },
  "configuration/update.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.phone, phone),
    change: (context) =>
      updateObject(context, definitions.phone, identity, {
        version: 1,
        lines: [{ index: 1, directoryNumber: "2002" }],
      }),
  },
  "configuration/restore.ts": {
    resource: "phone",
    prepare: async (context) => {
      await createObject(context, definitions.phone, phone);
      await updateObject(context, definitions.phone, identity, { version: 1, description: "changed" });
    },
    change: (context) => restoreObject(context, definitions.phone, identity, 1),
  },
  "configuration/reassign.ts": {
    resource: "phoneButtonTemplate",
    prepare: async (context) => {
      await createObject(context, definitions.phoneButtonTemplate, {
        name: "Old",
        copyOf: "Standard 8841 SIP",
      });
      await createObject(context, definitions.phone, { ...phone, phoneButtonTemplate: "Old" });
    },
    change: (context) =>
      reassignUses(
        context,
        "phoneButtonTemplate",
        { name: "Old", partition: null },
        { to: "Standard 8841 SIP" },
      ),
  },
  "configuration/remove.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.phone, phone),
    change: (context) => removeObject(context, definitions.phone, identity),
  },
  "bulk/store-file.ts": {
    resource: "phone",
    change: (context) => storeFile(context, definitions.phone, aFile()),
    hasNoHistory: true,
  },
  "unified-cm/store-file.ts": {
    resource: "phone",
    change: (context) =>
      storeUnifiedCmFile(context, { name: "phones.txt", bytes: inBytes("Device Name,Device Type\nSEP1,x") }),
    hasNoHistory: true,
  },
  "bulk/start-import.ts": {
    resource: "phone",
    prepare: async (context) => {
      file = (await storeFile(context, definitions.phone, aFile())).id;
    },
    change: (context) => startImport(context, definitions.phone, { file, mode: "both", dryRun: false }),
    hasNoHistory: true,
  },
  "bulk/start-update.ts": {
    resource: "phone",
    change: (context) =>
      startUpdate(context, definitions.phone, { where: [], fields: { description: "x" }, dryRun: false }),
    hasNoHistory: true,
  },
  "bulk/save-rows.ts": {
    resource: "phone",
    prepare: async (context) => void (await createObject(context, definitions.phone, phone)),
    change: async (context) => {
      const { items } = await listObjectsOf(context, definitions.phone, {
        where: [],
        match: "all",
        sort: "name",
        limit: 1,
      });
      const [{ version, updatedAt } = {}] = items;
      const row = { name: phone.name, version: Number(version), updatedAt: String(updatedAt) };
      return saveRows(context, definitions.phone, { rows: [{ ...row, fields: { description: "Lobby" } }] });
    },
  },
  "bulk/start-delete.ts": {
    resource: "phone",
    change: (context) => startDelete(context, definitions.phone, { where: [] }),
    hasNoHistory: true,
  },
  "change/undo.ts": {
    resource: "job",
    prepare: async (context) => {
      await createObject(context, definitions.phone, phone);
      const { id } = await context.database.prisma.change.findFirstOrThrow();
      jobId = id;
    },
    change: (context) => undoChange(context, jobId, { isDryRun: false }),
    hasNoHistory: true,
  },
  "job/cancel.ts": {
    resource: "job",
    prepare: async (context) => {
      jobId = (await startDelete(context, definitions.phone, { where: [] })).jobId;
    },
    change: (context) => cancelJob(context, jobId),
    hasNoHistory: true,
  },
  "job/update.ts": {
    resource: "job",
    prepare: async (context) => {
      await createObject(context, definitions.phone, phone);
      const at = { dateTime: "2026-02-01T02:30", timeZone: "Asia/Seoul" };
      const before = { ...context, now: () => new Date("2026-01-31T00:00:00Z") };
      jobId = (await startPhoneAction(before, phone.name, "reset", { at })).jobId;
    },
    change: (context) => updateJob(context, jobId, { version: 1, at: null }),
    hasNoHistory: true,
  },
  "job/retry.ts": {
    resource: "job",
    prepare: async (context) => {
      const names = [{ name: "SEP000000000000" }];
      jobId = (await startDelete(context, definitions.phone, { names })).jobId;
      await runDueJobs(jobWorld(context), context.now());
    },
    change: (context) => retryJob(context, jobId),
    hasNoHistory: true,
  },
  "device-lifecycle/start-phone-action.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.phone, phone),
    change: (context) => startPhoneAction(context, phone.name, "applyConfig"),
    hasNoHistory: true,
  },
  "device-lifecycle/start-users-action.ts": {
    resource: "softkeyTemplate",
    change: (context) => startUsersAction(context, "softkeyTemplate", copyOf, "applyConfig"),
    hasNoHistory: true,
  },
  "device-lifecycle/start-bulk-action.ts": {
    resource: "phone",
    change: (context) => startBulkAction(context, { action: "restart", where: [] }),
    hasNoHistory: true,
  },
  "phone-operation/plug.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.phone, phone),
    change: (context) => plugPhone(context, phone.name, "unplug"),
    hasNoHistory: true,
  },
  "phone-operation/change-user.ts": {
    resource: "phone",
    prepare: async (context) => {
      await createObject(context, definitions.phone, { ...phone, extensionMobility: true });
      await createObject(context, definitions.deviceProfile, { name: "Kim", userId: "kim" });
      await context.database.prisma.deviceState.updateMany({ data: { phase: "registered" } });
    },
    change: (context) => changeUser(context, phone.name, { action: "login", userId: "kim" }),
    hasNoHistory: true,
  },
  "phone-operation/act.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.phone, phone),
    change: (context) =>
      actOnPhone(context, testRuntime(context), phone.name, {
        action: "setDnd",
        status: true,
        option: "Call Reject",
      }),
  },
  "call-back-request/cancel.ts": {
    resource: "phone",
    prepare: ({ database }) => database.prisma.callBackRequest.create({ data: request }),
    change: (context) => cancelRequest(context, testRuntime(context), request.id),
    hasNoHistory: true,
  },
  "simulation/advance-clock.ts": {
    resource: "phone",
    change: (context) => advanceClock(context, testRuntime(context), 1),
    hasNoHistory: true,
  },
  "simulation/set-trunk-messages.ts": {
    resource: "phone",
    prepare: (context) => createObject(context, definitions.remoteCluster, { name: "Busan" }),
    change: (context) =>
      setTrunkMessages(context, manualRuntime(context).runtime, { remoteCluster: "Busan", mode: "hold" }),
    hasNoHistory: true,
  },
  "user/create.ts": {
    resource: "user",
    change: (context) => createUser(context, { name: "Created", role: "readOnly", password }),
  },
  "user/update.ts": {
    resource: "user",
    prepare: (context) => createUser(context, { name: "Updated", role: "readOnly", password }),
    change: (context) =>
      updateUser(context, "Updated", { version: 1, role: "superUser", password: "another one entirely" }),
  },
  "user/remove.ts": {
    resource: "user",
    prepare: (context) => createUser(context, { name: "Removed", role: "readOnly", password }),
    change: (context) => removeUser(context, "Removed"),
  },
  "api-key/create.ts": {
    resource: "ownApiKey",
    change: (context) => createApiKey(context, { name: "Created" }),
  },
  "api-key/remove.ts": {
    resource: "ownApiKey",
    prepare: (context) => createApiKey(context, { name: "Removed" }),
    change: (context) => removeApiKey(context, "Removed"),
  },
  "desk/create.ts": {
    resource: "ownUser",
    change: (context) => createDesk(context, { name: "Bench", phones: [] }),
    hasNoHistory: true,
  },
  "desk/remember.ts": {
    resource: "ownUser",
    change: (context) => rememberDesk(context, { name: null, phones: ["SEP001122334455"] }),
    hasNoHistory: true,
  },
  "desk/rename.ts": {
    resource: "ownUser",
    prepare: (context) => createDesk(context, { name: "Bench", phones: [] }),
    change: (context) => renameOwnDesk(context, "Bench", "Test Bench"),
    hasNoHistory: true,
  },
  "desk/remove.ts": {
    resource: "ownUser",
    prepare: (context) => createDesk(context, { name: "Bench", phones: [] }),
    change: (context) => removeDesk(context, "Bench"),
    hasNoHistory: true,
  },
  "session/set-profile.ts": {
    resource: "ownUser",
    change: (context) => setProfile(context, { fullName: "Another name" }),
  },
  "session/change-password.ts": {
    resource: "ownUser",
    change: (context) =>
      changePassword(context, { currentPassword: testPassword, newPassword: "another password" }),
  },
  "session/end-other-sessions.ts": {
    resource: "ownUser",
    change: (context) => endOtherSessions(context),
    hasNoHistory: true,
  },
  "list-view/create.ts": { resource: "ownUser", change: makeView, hasNoHistory: true },
  "list-view/update.ts": {
    resource: "ownUser",
    prepare: makeView,
    change: (context) => updateListView(context, viewId, { version: 1, name: "Other" }),
    hasNoHistory: true,
  },
  "list-view/remove.ts": {
    resource: "ownUser",
    prepare: makeView,
    change: (context) => removeListView(context, viewId),
    hasNoHistory: true,
  },
  "list-view/set-settings.ts": {
    resource: "ownUser",
    change: (context) => setListSettings(context, "phone", { density: "compact" }),
    hasNoHistory: true,
  },
  "session/set-preferences.ts": {
    resource: "ownUser",
    change: (context) => setPreferences(context, { theme: "dark" }),
    hasNoHistory: true,
  },
};

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .sort();
const sourceOf = (file: string) => readFileSync(join(folder, file), "utf8");
/** The first statement of each exported function that takes a context; its signature ends the first line with `{`. */
const firstStatement =
  /^export (?:async )?function \w+\(\s*context: ServiceContext(?:.*\n)*?.*\{\n\s*(.*)$/gm;
/** Services take a context; helpers that run inside a service take its transaction. */
const services = files.filter((file) =>
  /export (?:async )?function \w+\(\s*context: ServiceContext/.test(sourceOf(file)),
);

describe("the source of every service", () => {
  test.each(services)("%s asks for permission before anything else", (file) => {
    const statements = [...sourceOf(file).matchAll(firstStatement)].map(([, first]) => first);
    expect(statements).not.toEqual([]);
    for (const first of statements)
      expect(first).toMatch(
        /^requirePermission\(context, ("\w+"|(?:definition\.)?kind), |mayDo\(context\.actor, /,
      );
  });

  test("all that change something are tried below", () => {
    const changing = services.filter((file) =>
      /requirePermission\(context, ("\w+"|(?:definition\.)?kind), "update"\)/.test(sourceOf(file)),
    );
    expect(changing).toEqual(Object.keys(mutations).sort());
    // A transaction is what a change runs in: no file opens one without being a service.
    const withTransaction = files.filter((file) => sourceOf(file).includes("inTransaction("));
    expect(changing).toEqual(expect.arrayContaining(withTransaction));
  });
});

describe.each(Object.entries(mutations))("%s", (_, mutation) => {
  let context: ServiceContext;
  beforeAll(async () => {
    context = await testContext();
    await mutation.prepare?.(context);
  });
  afterAll(() => context.database.close());

  test("is refused to every role that lacks the privilege, and changes nothing", async () => {
    const before = await databaseContents(context.database);
    for (const role of roles.filter((role) => !isAllowed(role, mutation.resource, "update"))) {
      expect((await refusalFrom(mutation.change(inRole(context, role)))).code).toBe("forbidden");
    }
    expect(await databaseContents(context.database)).toEqual(before);
  });

  if (mutation.hasNoHistory) return;

  test("stores nothing when its history row cannot be written", async () => {
    const { prisma } = context.database;
    await prisma.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no history''; END'`;
    await prisma.$executeRaw`
      CREATE TRIGGER refuse BEFORE INSERT ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse()`;
    const before = await databaseContents(context.database);
    await expect(mutation.change(context)).rejects.toThrow(/no history/);
    expect(await databaseContents(context.database)).toEqual(before);
    await prisma.$executeRaw`DROP TRIGGER refuse ON "Revision"`;
  });

  test("succeeds together with history rows that say who, when and in which request", async () => {
    const { prisma } = context.database;
    const known = new Set((await prisma.revision.findMany({ select: { id: true } })).map(({ id }) => id));
    await mutation.change(context);
    const rows = (await prisma.revision.findMany()).filter(({ id }) => !known.has(id));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ by: context.actor.name, requestId: context.requestId });
  });
});
