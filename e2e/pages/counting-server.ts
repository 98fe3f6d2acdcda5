import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that a sealed window must never reach. */
export type CountingServer = {
  readonly origin: string;
  /** What was asked for, in order; `connection` where something only connected. */
  readonly seen: () => readonly string[];
  readonly close: () => Promise<void>;
};

export async function openCountingServer(): Promise<CountingServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end();
  });
  server.on('connection', () => seen.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen: () => seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
