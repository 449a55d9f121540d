import type { Server } from "node:http";
import type { Environment } from "@/lib/server/config/environment";

/**
 * Begins to listen.
 * @returns the port, which the system chose when it was 0
 * @throws Error with a sentence that says what to do
 */
export function listen(server: Server, { host, port }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(sentence(error, host, port))));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function sentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Another program is using port ${port}. Stop it, or choose another port with PORT.`;
    case "EACCES":
      return `Port ${port} is not allowed for this account. Choose one above 1023 with PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `This machine has no address ${host}. Correct HOST: 127.0.0.1 for this machine only, 0.0.0.0 for every network.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${message}.`;
  }
}
