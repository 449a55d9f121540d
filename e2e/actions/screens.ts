import { menuPages } from "@/components/console/menu-tree";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { isShownKind, type ShownKind } from "@/lib/client/object-kinds";
import { listPath, newPath, type ObjectSubpage, pathOf } from "@/lib/client/object-path";
import { changePath, jobPath, newUserPath, phoneInUsePath, userPath } from "@/lib/client/paths";
import shell from "@/lib/i18n/en/shell.json" with { type: "json" };
import type { Api } from "../fixtures/api";
import { ownChange, ownJob, ownObject, ownScheduledJob } from "./own-object";

/** A screen of the console. */
export interface Screen {
  /** The way to it through the menu, and which of the pages there it is. */
  readonly name: string;
  /** Its address; under this name, which must be free, it makes what the screen shows. */
  readonly address: (api: Api, name: string) => Promise<string>;
}

/** What a kind has beside *Find and List*, *Add New* and the page of an object. */
interface More {
  /** More pages of an object. */
  readonly subpages?: readonly ObjectSubpage[];
  /** *Add New* as the copy of this one; "own" is an object of one's own. */
  readonly copyOf?: string;
  /** One that can only be looked at, and more pages of it. */
  readonly standard?: readonly [name: string, ...ObjectSubpage[]];
  /** None is added, and all share one page. */
  readonly isFixed?: boolean;
}

/** What more the kinds have. */
const more: Partial<Record<ShownKind, More>> = {
  serviceParameter: { subpages: ["history"], isFixed: true },
  directoryNumber: { subpages: ["history"] },
  remoteCluster: { subpages: ["history"] },
  phone: { subpages: ["configuration-file", "history", "dependency-records"], copyOf: "own" },
  commonDeviceConfiguration: { subpages: ["history", "dependency-records"] },
  phoneButtonTemplate: {
    subpages: ["history", "dependency-records"],
    copyOf: "Standard 8865 SIP",
    standard: ["Standard 7931 SCCP"],
  },
  softkeyTemplate: {
    subpages: ["layout", "history", "dependency-records"],
    copyOf: "Standard User",
    standard: ["Standard User", "layout"],
  },
};

/** A screen that shows what is there anyway. */
function screen(name: string, address: string): Screen {
  return { name, address: async () => address };
}

const identity = (name: string): ObjectIdentity => ({ name, partition: null });

/** The screens of a kind of objects. */
function screensOf(kind: ShownKind, way: string): Screen[] {
  const { subpages = [], copyOf, standard, isFixed = false } = more[kind] ?? {};
  const ofOwn = (name: string, path: (own: ObjectIdentity) => string): Screen => ({
    name: `${way}, ${name}`,
    address: async (api, free) => path(identity(await ownObject(api, kind, free))),
  });
  const screens = [screen(`${way}, find and list`, listPath(kind))];
  if (!isFixed)
    screens.push(
      screen(`${way}, add new`, newPath(kind)),
      ofOwn("one", (own) => pathOf(kind, own)),
    );
  for (const page of subpages) screens.push(ofOwn(`${page} of one`, (own) => pathOf(kind, own, page)));
  if (copyOf === "own") screens.push(ofOwn("copy", (own) => newPath(kind, own)));
  else if (copyOf !== undefined) screens.push(screen(`${way}, copy`, newPath(kind, identity(copyOf))));
  if (standard === undefined) return screens;
  const [name, ...pages] = standard;
  screens.push(screen(`${way}, standard one`, pathOf(kind, identity(name))));
  for (const page of pages)
    screens.push(screen(`${way}, ${page} of standard one`, pathOf(kind, identity(name), page)));
  return screens;
}

/** The screens that the entries of the menu lead to, called by the words of the menu. */
function screensOfMenu(): Screen[] {
  return menuPages().flatMap(({ page: { id, path }, trail }) => {
    const way = [...trail, id].map((entry) => shell.tree[entry]).join(" > ");
    return isShownKind(id) ? screensOf(id, way) : [screen(way, path)];
  });
}

/** Every screen of the console. */
export const screens: readonly Screen[] = [
  screen("start page", "/"),
  ...screensOfMenu(),
  {
    name: "a change",
    address: async (api, free) => changePath(await ownChange(api, free)),
  },
  { name: "a job", address: async (api, free) => jobPath(await ownJob(api, free)) },
  {
    name: "a job that waits for its time",
    address: async (api, free) => jobPath(await ownScheduledJob(api, free)),
  },
  {
    name: "a phone in use",
    address: async (api, free) => phoneInUsePath(await ownObject(api, "phone", free)),
  },
  {
    name: "a phone in use beside another, with the guide through a first call back",
    address: async (api, free) => {
      const name = await ownObject(api, "phone", free);
      return `${phoneInUsePath(name, `${name}:none`)}&guide=callBack`;
    },
  },
  screen("add a user", newUserPath),
  screen("a user", userPath("admin")),
  screen("page that does not exist", "/nowhere"),
];
