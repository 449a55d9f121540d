import { sql } from "kysely";
import type { RequestState } from "@/lib/callback/state/request";
import { callBackFeature } from "@/lib/catalog/button-features";
import { phoneModels } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { CallBackFacts } from "@/lib/configuration/task-flow";
import { readRows } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

const softkey = sql.lit(`$.callStates.*[*] ? (@ == "${"CallBack" satisfies SoftkeyId}")`);
const button = sql.lit(`$.buttons[*].feature ? (@ == "${callBackFeature}")`);
const ended = "ended" satisfies RequestState;

/** The few templates that give a phone the softkey in some call state, and those with the button, as they are saved. */
const saved = sql`
  softkeys AS MATERIALIZED (SELECT k."id", k."isDefault" FROM "SoftkeyTemplate" k
    WHERE jsonb_path_exists(k."settings", ${softkey})),
  buttons AS MATERIALIZED (SELECT b."id" FROM "PhoneButtonTemplate" b WHERE jsonb_path_exists(b."settings", ${button}))`;

/** The same of all that a phone may run: what it downloaded is a revision, whatever was saved since. */
const downloaded = sql`
  "runSoftkeys" AS MATERIALIZED (SELECT r."entityId", r."number" FROM "Revision" r
    WHERE r."entity" = 'softkeyTemplate' AND jsonb_path_exists(r."content", ${softkey})),
  "runButtons" AS MATERIALIZED (SELECT r."entityId", r."number" FROM "Revision" r
    WHERE r."entity" = 'phoneButtonTemplate' AND jsonb_path_exists(r."content", ${button}))`;

const modelsWith = (key: Key) => phoneModels.filter((model) => model[key]).map(({ name }) => name);

/** What each key comes from: the columns of the running template in the state of a phone, and the templates that have it. */
const sources = {
  callBackSoftkey: {
    running: sql`(s."softkeyTemplateId", s."softkeyTemplateRevision")`,
    having: sql`"runSoftkeys"`,
  },
  callBackButton: {
    running: sql`(s."phoneButtonTemplateId", s."phoneButtonTemplateRevision")`,
    having: sql`"runButtons"`,
  },
};
type Key = keyof typeof sources;

const isModelWith = (key: Key) => sql`p."model" = ANY(${modelsWith(key)}::text[])`;
const runs = (key: Key) =>
  sql`${isModelWith(key)} AND ${sources[key].running} IN (SELECT r."entityId", r."number" FROM ${sources[key].having} r)`;

/** That the phone `p` runs one of these, and is a model that has the key [PR-08]. */
const runsKey = sql`((${runs("callBackSoftkey")}) OR (${runs("callBackButton")}))`;

const isRegistered = sql`s."registration" IN ('registered', 'partiallyRegistered')`;
/** In the words of the index, so that it is used. */
const isAway = sql`s."registration" NOT IN ('registered', 'partiallyRegistered')`;

/**
 * That there is a registered phone that runs the key. Asked from the few templates that have it: where there are none no phone is
 * looked at, and else none but for its state, until one runs it.
 */
const isAnyRunning = (key: Key) =>
  sql`EXISTS (SELECT 1 FROM ${sources[key].having} r JOIN "DeviceState" s ON ${sources[key].running} = (r."entityId", r."number")
          JOIN "Phone" p ON p."id" = s."phoneId" WHERE ${isRegistered} AND ${isModelWith(key)})`;

/** The names of registered phones without a call that run a template with CallBack, in the order of their first numbers. */
export async function listCallBackPhones(transaction: Transaction, most: number): Promise<string[]> {
  const rows = await readRows(
    transaction,
    sql<{ name: string }>`
      WITH ${downloaded}
      SELECT p."name" FROM "Phone" p JOIN "DeviceState" s ON s."phoneId" = p."id"
      WHERE p."firstNumber" <> '' AND ${isRegistered} AND s."calls" = 0 AND ${runsKey}
      ORDER BY p."firstNumber", p."id" LIMIT ${most}::int`,
  );
  return rows.map(({ name }) => name);
}

/** What the cluster has of call back. Each is asked only whether there is any: one hit ends the search. */
export async function readCallBackFacts(transaction: Transaction): Promise<CallBackFacts> {
  const [row] = await readRows(
    transaction,
    sql<CallBackFacts>`
      WITH ${saved}, ${downloaded}
      SELECT
        EXISTS (SELECT 1 FROM "SoftkeyTemplate" k WHERE NOT k."isStandard") AS "hasOwnSoftkeyTemplate",
        EXISTS (SELECT 1 FROM softkeys) AS "hasSoftkey",
        EXISTS (SELECT 1 FROM softkeys k JOIN "CommonDeviceConfiguration" c ON c."softkeyTemplateId" = k."id"
          JOIN "Phone" p ON p."commonDeviceConfigurationId" = c."id") AS "isSoftkeyOnCommon",
        EXISTS (SELECT 1 FROM softkeys k JOIN "Phone" p ON p."softkeyTemplateId" = k."id") AS "isSoftkeyOnPhone",
        EXISTS (SELECT 1 FROM softkeys k WHERE k."isDefault") AS "isSoftkeyDefault",
        EXISTS (SELECT 1 FROM buttons) AS "hasButton",
        EXISTS (SELECT 1 FROM buttons b JOIN "Phone" p ON p."phoneButtonTemplateId" = b."id") AS "isButtonOnPhone",
        (${isAnyRunning("callBackSoftkey")} OR ${isAnyRunning("callBackButton")}) AS "isRunning",
        EXISTS (SELECT 1 FROM "CallBackRequest") AS "isTried"`,
  );
  if (!row) throw new Error("A query without FROM has one row");
  return row;
}

/**
 * How many phones there are, how many of them are registered, and how many requests for call back live. The states of phones are
 * long rows: those that are not registered have an index (`DeviceState_away`), and the others are the rest.
 */
export async function countPhonesAndRequests(
  transaction: Transaction,
): Promise<{ phones: number; registered: number; liveRequests: number }> {
  const [row] = await readRows(
    transaction,
    sql<{ phones: number; away: number; liveRequests: number }>`
      SELECT (SELECT count(*)::int FROM "Phone") AS "phones",
        (SELECT count(*)::int FROM "DeviceState" s WHERE ${isAway}) AS "away",
        (SELECT count(*)::int FROM "CallBackRequest" q WHERE q."state" <> ${ended}) AS "liveRequests"`,
  );
  if (!row) throw new Error("A query without FROM has one row");
  const { phones, away, liveRequests } = row;
  return { phones, registered: phones - away, liveRequests };
}
