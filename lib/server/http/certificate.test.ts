import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { connect } from "node:tls";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { readEnvironment, type TlsFiles } from "@/lib/server/config/environment";
import { readCertificate, renewal } from "@/lib/server/http/certificate";
import { newCertificateFiles, testCertificates, writeCertificate } from "@/lib/server/testing/certificates";

const { first, second } = testCertificates;
const leftovers: (() => void)[] = [];
afterEach(() => {
  for (const leave of leftovers.splice(0)) leave();
});

function written(certificate: { cert: string; key: string }): TlsFiles {
  const { files, remove } = newCertificateFiles(certificate);
  leftovers.push(remove);
  return files;
}

test("a certificate and its key are read as they are", () => {
  const { cert, key } = readCertificate(written(first));
  expect([String(cert), String(key)]).toEqual([first.cert, first.key]);
});

test("a file that is missing, or is something else, or does not belong to the other is named in a sentence", () => {
  const { cert, key } = written(first);
  expect(() => readCertificate({ cert: `${cert}.no`, key })).toThrow(
    `RINGBACK_TLS_CERT: cannot read ${cert}.no: there is no such file.`,
  );
  expect(() => readCertificate({ cert: key, key })).toThrow(
    `RINGBACK_TLS_CERT: ${key} is no certificate in PEM form.`,
  );
  expect(() => readCertificate({ cert, key: cert })).toThrow(
    `RINGBACK_TLS_KEY: ${cert} is no private key in PEM form without a passphrase.`,
  );
  const other = written(second);
  expect(() => readCertificate({ cert, key: other.key })).toThrow(
    `RINGBACK_TLS_KEY: ${other.key} is not the key of the certificate ${cert}.`,
  );
});

test("one of the two variables without the other is refused with a sentence", () => {
  for (const name of ["RINGBACK_TLS_CERT", "RINGBACK_TLS_KEY"])
    expect(() => readEnvironment({ NODE_ENV: "test", [name]: "/x" })).toThrow("belong together");
});

/** The certificate that a new connection is shown. */
async function shown(server: Server): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const certificate = socket.getPeerX509Certificate()?.toString() ?? "";
  socket.destroy();
  return certificate;
}

test("a renewed certificate is shown to new connections; half of one is told once, and the one before stays", async () => {
  const files = written(first);
  const lines: { event?: string }[] = [];
  const logger = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const told = () => lines.splice(0).map(({ event }) => event);
  const inUse = readCertificate(files);
  const server = createServer(inUse).listen(0, "127.0.0.1");
  await once(server, "listening");
  leftovers.push(() => server.close());
  const look = renewal(server, files, inUse, logger);
  look();
  expect([told(), await shown(server)]).toEqual([[], first.cert]);

  writeFileSync(files.cert, second.cert);
  look();
  look();
  expect([told(), await shown(server)]).toEqual([["certificate.refused"], first.cert]);

  writeFileSync(files.key, second.key);
  look();
  look();
  expect([told(), await shown(server)]).toEqual([["certificate.renewed"], second.cert]);

  rmSync(files.cert);
  look();
  look();
  expect([told(), await shown(server)]).toEqual([["certificate.refused"], second.cert]);
});

test("a certificate that is renewed while the server starts is not missed", async () => {
  const files = written(first);
  const inUse = readCertificate(files);
  writeCertificate(second, files);
  const server = createServer(inUse).listen(0, "127.0.0.1");
  await once(server, "listening");
  leftovers.push(() => server.close());
  renewal(server, files, inUse, pino({ level: "silent" }))();
  expect(await shown(server)).toBe(second.cert);
});
