import { oc } from "@orpc/contract";
import { z } from "zod";
import { densities, listNames, listViewLimits, pageSizes } from "@/lib/configuration/list-view";
import { checkName, checkText } from "@/lib/configuration/text-rules";
import { changeErrors, commonErrors, createErrors, objectErrors } from "@/lib/contract/errors";
import { textOf } from "@/lib/contract/text";

const { mostColumns, minimumWidth, maximumWidth, mostConditions, longestCondition, mostViews } =
  listViewLimits;
const shortText = textOf((text, path) => checkText(text, longestCondition, path));

const listName = z.enum(listNames).describe("The list: a kind of objects, or what else is listed");

const columnSchema = z.strictObject({
  id: z.string().regex(/^[\w.]{1,60}$/),
  width: z
    .number()
    .int()
    .min(minimumWidth)
    .max(maximumWidth)
    .nullable()
    .describe("In pixels; null: as wide as needed"),
});
const columnsSchema = z
  .array(columnSchema)
  .max(mostColumns)
  .nullable()
  .describe("The columns that are shown, in their order; null: as at first");

/** What a view says of a list. */
const contentFields = {
  name: textOf((text) => checkName(text, [])),
  isShared: z.boolean().describe("Everybody who may read the list can open it"),
  where: z.array(shortText).max(mostConditions).describe("Conditions as in lists"),
  match: z.enum(["all", "any"]),
  sort: shortText.describe("A field; with a leading `-` in descending order"),
  columns: columnsSchema,
};

/** A view as the API answers it. */
export const listViewSchema = z.object({
  id: z.string(),
  list: listName,
  ...contentFields,
  name: z.string(),
  where: z.array(z.string()),
  sort: z.string(),
  owner: z.string().describe("Name of the user whose view it is"),
  isOwn: z.boolean().describe("It is yours: you may change and delete it"),
  version: z.number().int().min(1),
  updatedAt: z.iso.datetime(),
});

const createSchema = z.strictObject({
  list: listName,
  ...contentFields,
  isShared: contentFields.isShared.default(false),
  match: contentFields.match.default("all"),
  where: contentFields.where.default([]),
  columns: columnsSchema.default(null),
});
const updateSchema = z.strictObject({
  version: z
    .number()
    .int()
    .describe("The version that this change is based on; 409 stale when it is not the newest"),
  ...z.object(contentFields).partial().shape,
});

const settingFields = {
  columns: columnsSchema,
  rowsPerPage: z.literal([...pageSizes]),
  density: z.enum(densities).describe("Row height"),
};
const settingsSchema = z.object({
  ...settingFields,
  defaultView: listViewSchema
    .nullable()
    .describe("The view that the list opens with where the address asks for nothing"),
});
const settingsUpdateSchema = z.strictObject({
  ...z.object(settingFields).partial().shape,
  defaultView: z
    .string()
    .nullable()
    .optional()
    .describe("Id of a view of yours, or of one that is shared; null: none"),
});

const base = oc.route({ tags: ["List views"], inputStructure: "detailed" });
const params = z.object({ id: z.string() });
const listParams = z.object({ list: listName });

/** `/list-views`, `/list-settings`: how people see lists. Everybody keeps their own; none of it is configuration. */
export const listViewContract = {
  list: base
    .route({
      method: "GET",
      path: "/list-views",
      summary: "Find the views of a list",
      description: "Yours by name, then those that others share.",
    })
    .errors(commonErrors)
    .input(z.object({ query: z.strictObject({ list: listName }) }))
    .output(z.object({ items: z.array(listViewSchema), total: z.number().int() })),
  create: base
    .route({
      method: "POST",
      path: "/list-views",
      successStatus: 201,
      summary: "Save a view of a list",
      description: `At most ${mostViews} of a list. Whoever may change phones may share; the role Read Only keeps its own.`,
    })
    .errors(createErrors)
    .input(z.object({ body: createSchema }))
    .output(listViewSchema),
  update: base
    .route({ method: "PATCH", path: "/list-views/{id}", summary: "Change a view of yours" })
    .errors({ ...objectErrors, nameTaken: changeErrors.nameTaken, stale: changeErrors.stale })
    .input(z.object({ params, body: updateSchema }))
    .output(listViewSchema),
  remove: base
    .route({
      method: "DELETE",
      path: "/list-views/{id}",
      successStatus: 204,
      summary: "Delete a view of yours",
      description: "A Super User deletes also those that others share.",
    })
    .errors(objectErrors)
    .input(z.object({ params }))
    .output(z.void()),
  settings: base
    .route({
      method: "GET",
      path: "/list-settings/{list}",
      summary: "Read how you like to see a list",
    })
    .errors(commonErrors)
    .input(z.object({ params: listParams }))
    .output(settingsSchema),
  setSettings: base
    .route({
      method: "PATCH",
      path: "/list-settings/{list}",
      summary: "Remember how you like to see a list",
      description: "What is absent stays as it is. The last change counts.",
    })
    .errors(objectErrors)
    .input(z.object({ params: listParams, body: settingsUpdateSchema }))
    .output(settingsSchema),
};

export type ListViewDto = z.output<typeof listViewSchema>;
export type ListViewCreateInput = z.output<typeof createSchema>;
export type ListViewUpdateInput = z.output<typeof updateSchema>;
export type ListSettingsDto = z.output<typeof settingsSchema>;
export type ListSettingsInput = z.output<typeof settingsUpdateSchema>;
