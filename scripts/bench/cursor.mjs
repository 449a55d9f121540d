/** A cursor as the API hands it out: the page after the row with that sort value and id. */
export function cursorOf(sort, value, id) {
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([sort, plain, id])).toString("base64url");
}
