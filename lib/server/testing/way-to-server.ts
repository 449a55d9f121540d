import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a PostgreSQL server that a test can close, as when the server is stopped, or jam, as when it does not answer. */
export interface WayToServer {
  /** The database's address by this way. */
  readonly url: string;
  readonly close: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** From now on everything is taken and nothing passed on. */
  readonly jam: () => void;
}

/** Makes a way to a database; it is open. */
export async function wayToServer(databaseUrl: string): Promise<WayToServer> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isJammed = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (data) => void (isJammed || upstream.write(data)));
    upstream.on("data", (data) => void (isJammed || client.write(data)));
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: () => listen(port),
    jam: () => {
      isJammed = true;
    },
  };
}
