import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Client } from 'pg';
import { z } from 'zod';

/* Directus on the same PostgreSQL, with the same systems in tables of its own, asked over HTTP as an administrator. */

export const peerName = 'Directus 12.4.0';
const wanted = 'directus@12.4.0';
const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache/kommons-peers/directus');
const login = { email: 'bench@example.com', password: 'only-for-the-bench-1' };

export type Peer = {
  /** Asks everything at once, as a page of its own would, and gives when the last answer was whole, in milliseconds. */
  readonly ask: (addresses: readonly string[]) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** It has parts that are built for one Node: the machine's own, where there is one beside that of Kommons. */
function peerNode(): string {
  const places = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((one) => !one.includes('node_modules'));
  return places.map((one) => path.join(one, 'node')).find((one) => existsSync(one)) ?? process.execPath;
}

async function install(node: string): Promise<void> {
  if (existsSync(path.join(folder, 'node_modules/directus/cli.js'))) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"name":"kommons-bench-peer","private":true}\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', wanted], {
    cwd: folder,
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** The same systems, products and what they do, with the indexes that the questions call for. */
const tables = `
  drop schema if exists peer cascade;
  create schema peer;
  create table peer.organisations (id text primary key, name text not null);
  insert into peer.organisations select id, name from organisations.organisations;
  create table peer.products (id text primary key, name text not null);
  insert into peer.products select id, name from systems.products;
  create table peer.product_components (id serial primary key, product text not null references peer.products,
    component text not null);
  insert into peer.product_components (product, component)
    select id, unnest(components) from systems.products;
  create index on peer.product_components (product);
  create index on peer.product_components (component);
  create table peer.usages (id uuid primary key, organisation text not null references peer.organisations,
    product text not null references peer.products, local_name text, status text, version text, contract_ends date,
    price integer, owner text, contact text);
  insert into peer.usages
    select id, organisation_id, product_id, facts ->> 'localName', facts ->> 'status', facts ->> 'version',
      (facts ->> 'contractEnds')::date, (facts ->> 'price')::int, facts ->> 'owner', facts ->> 'contact'
    from systems.usages where removed_at is null;
  create index on peer.usages (organisation);
  create index on peer.usages (product);
  analyze peer.organisations, peer.products, peer.product_components, peer.usages`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function settingsFor(ownerUrl: string, port: number): Readonly<Record<string, string>> {
  const url = new URL(ownerUrl);
  return {
    DB_CLIENT: 'pg',
    DB_HOST: url.searchParams.get('host') ?? url.hostname,
    DB_PORT: url.port === '' ? '5432' : url.port,
    DB_DATABASE: url.pathname.slice(1),
    DB_USER: decodeURIComponent(url.username),
    DB_PASSWORD: decodeURIComponent(url.password) || 'none',
    DB_SEARCH_PATH: 'peer',
    SECRET: 'of-no-worth-outside-of-this-bench-run',
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
    HOST: '127.0.0.1',
    PORT: String(port),
    TELEMETRY: 'false',
    SERVE_APP: 'false',
    WEBSOCKETS_ENABLED: 'false',
    LOG_LEVEL: 'error',
    QUERY_LIMIT_MAX: '-1',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: path.join(folder, 'uploads'),
    EXTENSIONS_PATH: path.join(folder, 'extensions'),
  };
}

const Token = z.object({ data: z.object({ access_token: z.string() }) });

async function signIn(origin: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await fetch(`${origin}/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(login),
      });
      return `Bearer ${Token.parse(await answer.json()).data.access_token}`;
    } catch (error) {
      if (tries >= 60) throw error;
      await new Promise((resolve) => void setTimeout(resolve, 1000));
    }
  }
}

/** Installs it where it is not, fills it and starts it. Throws where one of these cannot be done. */
export async function openPeer(client: Client, ownerUrl: string): Promise<Peer> {
  const node = peerNode();
  await install(node);
  await client.query(tables);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...settingsFor(ownerUrl, port) };
  const cli = path.join(folder, 'node_modules/directus/cli.js');
  execFileSync(node, [cli, 'bootstrap'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const child = spawn(node, [cli, 'start'], { cwd: folder, env, stdio: 'ignore' });
  // Where the bench itself ends early, nothing of it stays.
  process.once('exit', () => child.kill('SIGKILL'));
  const close = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await client.query('drop schema if exists peer cascade');
  };
  try {
    const authorization = await signIn(origin);
    const change = async (method: string, address: string, body: unknown): Promise<void> => {
      const answer = await fetch(`${origin}${address}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    };
    for (const table of ['organisations', 'products', 'product_components', 'usages'])
      await change('PATCH', `/collections/${table}`, { meta: {} });
    const alias = { field: 'components', type: 'alias', meta: { special: ['o2m'], interface: 'list-o2m' } };
    await change('POST', '/fields/products', alias);
    await change('PATCH', '/relations/product_components/product', { meta: { one_field: 'components' } });
    return {
      ask: async (addresses) => {
        const began = performance.now();
        await Promise.all(
          addresses.map(async (address) => {
            const answer = await fetch(`${origin}${address}`, { headers: { authorization } });
            const bytes = await answer.arrayBuffer();
            if (!answer.ok || bytes.byteLength < 20) throw new Error(`${address}: ${answer.status}`);
          }),
        );
        return performance.now() - began;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
