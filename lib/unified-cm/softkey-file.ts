import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type CallState, callStates } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { isSoftkeyId, type SoftkeyId, softkeyIds } from "@/lib/catalog/softkeys";
import { echo } from "@/lib/configuration/problem";
import { type FileProblem, fileProblem } from "@/lib/unified-cm/file-problem";
import { unknownValueParams } from "@/lib/unified-cm/notes";

/** The softkeys of the call states that a file has, from left to right; others are absent. */
export type FileLayout = Partial<Record<CallState, SoftkeyId[]>>;

/** What a softkey file says; with problems the layout is what could be read. */
export interface ReadSoftkeyFile {
  readonly layout: FileLayout;
  readonly problems: readonly FileProblem[];
}

/** Softkey files have some 10,000 characters. */
export const longestSoftkeyFile = 500_000;
const deepest = 8;
const mostProblems = 50;

type Element = Readonly<Record<string, unknown>>;

const repeated = new Set(["softKeySet", "softKey", "softKeyDef"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => repeated.has(name),
  maxNestedTags: deepest,
});

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The elements of a name inside another. */
function elementsOf(parent: unknown, name: string): Element[] {
  const inner = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (inner === undefined) return [];
  return (Array.isArray(inner) ? inner : [inner]).map((element) => (isElement(element) ? element : {}));
}

function attributeOf(element: Element, name: string): string {
  const value = Object.hasOwn(element, `@${name}`) ? element[`@${name}`] : undefined;
  return typeof value === "string" ? value.trim() : "";
}

const stateByKey = new Map(callStates.map((state) => [state.toLowerCase(), state]));
const softkeyByKey = new Map(softkeyIds.map((id) => [id.toLowerCase(), id]));

/** `Undefined` or `Null` is a blank; letter case makes no difference. */
function softkeyOf(id: string): SoftkeyId | undefined {
  if (id.toLowerCase() === "null") return blankSoftkey;
  return isSoftkeyId(id) ? id : softkeyByKey.get(id.toLowerCase());
}

function readSet(set: Element, layout: FileLayout, problems: FileProblem[]): void {
  const id = attributeOf(set, "id");
  const state = stateByKey.get(id.toLowerCase());
  const tell = (code: FileProblem["code"], params: FileProblem["params"]) => {
    if (problems.length < mostProblems) problems.push(fileProblem(null, code, params, echo(id)));
  };
  if (!state) {
    tell("unknownValue", unknownValueParams(id, callStates.join(", ")));
    return;
  }
  if (layout[state]) tell("columnTwice", { number: 2 });
  const keys = elementsOf(set, "softKey").map((key) => attributeOf(key, "keyID"));
  if (keys.length > maximumSoftkeysPerState)
    tell("cellCount", { count: keys.length, expected: maximumSoftkeysPerState });
  layout[state] = keys.slice(0, maximumSoftkeysPerState).flatMap((written) => {
    const softkey = softkeyOf(written);
    if (!softkey) tell("unknownValue", unknownValueParams(written, softkeyIds.join(", ")));
    return softkey ?? [];
  });
}

const refused = (looksLike: string, row: number | null = null): ReadSoftkeyFile => ({
  layout: {},
  problems: [fileProblem(row, "notRecognised", { looksLike, accepted: "softKeyCfg" })],
});

/** The document, or null where the library cannot read it. */
function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads a softkey file (`SK<uuid>.xml`, `SoftKeys.xml`). It has no name of its template, and may lack call states.
 * Entities are not expanded: a document that declares any is refused. Nothing is thrown.
 */
export function readSoftkeyFile(text: string): ReadSoftkeyFile {
  if (text.length > longestSoftkeyFile) {
    const params = { limit: longestSoftkeyFile, length: text.length };
    return { layout: {}, problems: [fileProblem(null, "tooLong", params)] };
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return refused("xml");
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    const isCutOff = !/<\/\s*softKeyCfg\s*>\s*$/.test(text) && /<softKeyCfg[\s>]/.test(text);
    if (!isCutOff) return refused("xml", checked.err.line);
    return { layout: {}, problems: [fileProblem(checked.err.line, "cutOff")] };
  }
  const sets = elementsOf(parsed(text), "softKeyCfg").flatMap((root) => elementsOf(root, "softKeySets"));
  const layout: FileLayout = {};
  const problems: FileProblem[] = [];
  for (const set of sets.flatMap((group) => elementsOf(group, "softKeySet"))) readSet(set, layout, problems);
  if (problems.length === 0 && Object.keys(layout).length === 0) return refused("xml");
  return { layout, problems };
}
