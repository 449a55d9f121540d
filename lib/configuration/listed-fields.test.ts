import { expect, test } from "vitest";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { contentShape, keyedList } from "@/lib/configuration/content-shape";
import {
  flagValue,
  nameValue,
  numberValue,
  referencesValue,
  textValue,
  unlisted,
} from "@/lib/configuration/content-values";
import { listedFields } from "@/lib/configuration/listed-fields";

test("lists are searched by every value of a declaration, also within records, but for those that say otherwise", () => {
  const shape = contentShape({
    name: nameValue,
    size: unlisted(numberValue(1, 9)),
    inner: contentShape({ isOpen: flagValue(false), note: unlisted(textValue(9)) }),
  });
  expect(listedFields({ kind: "partition", shape })).toEqual(["name", "inner.isOpen"]);
});

test("a list of items is searched as one, and of lists of texts those that name objects", () => {
  const item = contentShape({ index: numberValue(1, 9), label: textValue(9) });
  const shape = contentShape({
    items: keyedList("index", item, 9),
    partitions: referencesValue(9),
    colours: referencesValue(9),
  });
  expect(listedFields({ kind: "callingSearchSpace", shape })).toEqual(["items", "partitions"]);
});

test("directory numbers are found by where they forward to, and not by whether that is voice mail", () => {
  const listed = listedFields(configurationRules.directoryNumber);
  expect(listed.filter((path) => path.startsWith("forward."))).toEqual([
    "forward.all.destination",
    "forward.busy.destination",
    "forward.noAnswer.destination",
    "forward.unregistered.destination",
  ]);
});
