import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:https";
import type { Logger } from "pino";
import type { TlsFiles } from "@/lib/server/config/environment";

const lookEveryMilliseconds = 60_000;

/** A certificate chain and its private key, in PEM form. */
export interface Certificate {
  cert: Buffer;
  key: Buffer;
}

/**
 * Reads the certificate and its key, and checks that they are what they should be and belong together.
 * @throws Error with a sentence that names the variable and the file
 */
export function readCertificate(files: TlsFiles): Certificate {
  const cert = read("RINGBACK_TLS_CERT", files.cert);
  const key = read("RINGBACK_TLS_KEY", files.key);
  const certificate = parsed(
    () => new X509Certificate(cert),
    `RINGBACK_TLS_CERT: ${files.cert} is no certificate in PEM form.`,
  );
  const privateKey: KeyObject = parsed(
    () => createPrivateKey(key),
    `RINGBACK_TLS_KEY: ${files.key} is no private key in PEM form without a passphrase.`,
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw new Error(`RINGBACK_TLS_KEY: ${files.key} is not the key of the certificate ${files.cert}.`);
  return { cert, key };
}

/**
 * What takes a renewed certificate into use for new connections. It compares the files with what it read last, so that
 * no renewal is missed, also one while the server starts. A pair that cannot be used is told once, and the one before
 * stays: a renewal writes two files, and one is there before the other.
 * @param inUse what the server shows now
 * @returns looks once whether the files have changed
 */
export function renewal(
  server: Pick<Server, "setSecureContext">,
  files: TlsFiles,
  inUse: Certificate,
  logger: Logger,
): () => void {
  let seen = `${inUse.cert}${inUse.key}`;
  return () => {
    const found = contentOf(files);
    if (found === seen) return;
    seen = found;
    try {
      server.setSecureContext(readCertificate(files));
      logger.info({ event: "certificate.renewed" }, "the renewed certificate is in use");
    } catch (error) {
      logger.warn({ event: "certificate.refused", err: error }, "the renewed certificate cannot be used");
    }
  };
}

/** Looks each minute whether there is a renewed certificate, for as long as the server listens. */
export function renewWhenChanged(server: Server, files: TlsFiles, inUse: Certificate, logger: Logger): void {
  const timer = setInterval(renewal(server, files, inUse, logger), lookEveryMilliseconds).unref();
  server.once("close", () => clearInterval(timer));
}

/** What both files hold; a file that cannot be read counts as one that says why. */
function contentOf(files: TlsFiles): string {
  return [files.cert, files.key]
    .map((file) => {
      try {
        return readFileSync(file, "utf8");
      } catch (error) {
        return String(error);
      }
    })
    .join("");
}

function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = { ENOENT: "there is no such file", EACCES: "it may not be read" };
    throw new Error(`${variable}: cannot read ${file}: ${reasons[code ?? ""] ?? message}.`);
  }
}

function parsed<Result>(parse: () => Result, sentence: string): Result {
  try {
    return parse();
  } catch {
    throw new Error(sentence);
  }
}
