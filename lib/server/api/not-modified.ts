const opaque = (tag: string) => tag.replace(/^W\//, "");

/**
 * The answer, or 304 without its body when the reader has it already: it names the answer's ETag in If-None-Match
 * (RFC 9110, 13.1.2). Answers without an ETag are never left out.
 */
export function unlessNotModified(request: Request, response: Response): Response {
  const etag = response.headers.get("etag");
  const known = request.headers.get("if-none-match");
  if (etag === null || known === null || response.status !== 200) return response;
  const isKnown = known.trim() === "*" || known.split(",").some((tag) => opaque(tag.trim()) === opaque(etag));
  if (!isKnown) return response;
  const headers = new Headers(response.headers);
  for (const name of ["content-type", "content-disposition", "content-length"]) headers.delete(name);
  void response.body?.cancel();
  return new Response(null, { status: 304, headers });
}
