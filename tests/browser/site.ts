import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { start } from '../../src/main.ts';
import { parseConfig } from '../../src/platform/config/index.ts';

export type Site = {
  readonly origin: string;
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
};

/** A port that nobody has right now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Kommons as a newcomer starts it: the embedded database, the demo world, the local sign-in. */
export async function openSite(): Promise<Site> {
  const data = await mkdtemp(path.join(tmpdir(), 'kommons-browser-'));
  const parsed = parseConfig({ KOMMONS_DATA: data, PORT: String(await freePort()) }, data);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  const logged: string[] = [];
  const running = await start(
    parsed.config,
    () => undefined,
    (line) => {
      if (line.level === 'error') logged.push(JSON.stringify(line));
    },
  );
  return {
    origin: running.origin,
    logged,
    close: async () => {
      await running.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
