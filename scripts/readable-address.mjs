// Addresses whose percent-encoding is broken ("%zz", "%ff") make Next answer 500 before any route sees them.
// Here they are made readable: the API is told by a header and refuses them in its own words; pages are not found.
import { Server } from "node:http";

const header = "x-ringback-unreadable-address";

/** Makes every HTTP server of this process see readable addresses only. */
export function makeAddressesReadable() {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event, ...details) {
    if (event === "request") correct(details[0]);
    return emit.call(this, event, ...details);
  };
}

function correct(request) {
  delete request.headers[header];
  const [path] = request.url.split("?", 1);
  if (isReadable(path)) return;
  const isForApi = path.startsWith("/api/v1/");
  if (isForApi) request.headers[header] = "1";
  request.url = isForApi ? "/api/v1/unreadable" : "/unreadable";
}

function isReadable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
