/** An element of an XML document: its attributes in order, and either a text or the elements inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string | readonly XmlElement[];
}

type Attributes = XmlElement["attributes"];

/** An element that holds other elements; those that are null are left out. */
export function group(
  name: string,
  children: readonly (XmlElement | null)[],
  attributes: Attributes = {},
): XmlElement {
  return { name, attributes, content: children.filter((child) => child !== null) };
}

/** An element that holds a text, or null when there is none to hold. */
export function text(name: string, value: string | number | null | undefined): XmlElement | null {
  return value === null || value === undefined ? null : { name, attributes: {}, content: String(value) };
}

// Everything outside the Char production of XML 1.0; a broken pair of surrogates is mended before.
const notAllowed = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * The text as it stands in an XML 1.0 document, in an attribute or between tags. White space other than blanks is
 * kept by references; characters that XML cannot hold become the replacement character.
 */
export function escapeXml(value: string): string {
  const allowed = value.toWellFormed().replace(notAllowed, "\uFFFD");
  return allowed.replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}

function lines({ name, attributes, content }: XmlElement, indent: string): string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `${indent}<${name}${written.join("")}`;
  if (typeof content === "string") return [`${start}>${escapeXml(content)}</${name}>`];
  if (content.length === 0) return [`${start}/>`];
  return [`${start}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

/** The whole document, in UTF-8: the same element always gives the same bytes. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "").join("\n")}\n`;
}
