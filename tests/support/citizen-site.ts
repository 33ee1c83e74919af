import { createHash, randomUUID } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { anonymous, contextOf, personWith } from './route-context.ts';
import { testDatabase } from './database.ts';
import type { Definition } from '../../src/kernel/index.ts';
import type { Actor, AnyRoute, Context, Reply, UploadedFile } from '../../src/platform/http/index.ts';
import { findKind, loadWork, registerKind, takeInUse } from '../../src/modules/commons/index.ts';
import type { Acting } from '../../src/modules/commons/index.ts';
import { seedFacts } from '../../src/modules/organisations/index.ts';
import { deleteExpiredDrafts, eServiceKind, routes } from '../../src/modules/services/index.ts';

/** What a visitor sees of a reply. */
export type Seen =
  | { readonly kind: 'page'; readonly html: string; readonly failed: boolean }
  | { readonly kind: 'see'; readonly to: string }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'missing' };

export type Asked = {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly files?: readonly UploadedFile[];
  readonly now?: Date;
};

export type Visitor = {
  readonly get: (address: string, asked?: Asked) => Promise<Seen>;
  readonly post: (address: string, asked?: Asked) => Promise<Seen>;
  readonly send: (method: AnyRoute['method'], address: string, asked?: Asked) => Promise<Seen>;
};

const stored = new Map<string, Uint8Array>();

const files: Pick<Context['files'], 'save' | 'get' | 'find'> = {
  save: async (bytes) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    stored.set(hash, bytes);
    return hash;
  },
  get: async (hash) => {
    const bytes = stored.get(hash);
    if (bytes === undefined) throw new Error(`no file ${hash}`);
    return bytes;
  },
  find: async (hash) => stored.get(hash) ?? null,
};

/** A municipality with e-services in use, and visitors to its site who send what browsers send. */
export async function openSite() {
  const database = await testDatabase();
  if (findKind(eServiceKind.id) === undefined) registerKind(eServiceKind);
  await database.db.transaction({ organisation: null, person: null }, (tx) => seedFacts(tx));

  const request =
    (actor: Actor) =>
    async (method: AnyRoute['method'], address: string, asked: Asked = {}) => {
      const url = new URL(address, 'http://127.0.0.1');
      const { route, params } = routeOf(method, url.pathname);
      const organisation = params['organisation'] ?? null;
      const person = actor.kind === 'person' ? actor.person : null;
      const query = { ...Object.fromEntries(url.searchParams), ...asked.query };
      return database.db.transaction({ organisation, person }, async (tx) => {
        const now = asked.now ?? new Date('2026-11-22T10:00:00Z');
        const context = contextOf(tx, {
          actor,
          organisation,
          files,
          now,
          address: `${url.pathname}${url.search}`,
        });
        const input = {
          params,
          query: route.query === undefined ? {} : route.query.parse(query),
          body: route.body === undefined ? {} : route.body.parse(asked.body ?? {}),
          files: asked.files ?? [],
          large: [],
        };
        return seen(await route.handle(context, input));
      });
    };

  const visitor = (actor: Actor): Visitor => {
    const send = request(actor);
    return { send, get: (to, asked) => send('GET', to, asked), post: (to, asked) => send('POST', to, asked) };
  };

  /** Puts a service in use at a municipality that owns it; a second time publishes a new version of it. */
  const run = (organisation: string, definition: Definition): Promise<void> =>
    database.db.transaction({ organisation, person: null }, async (tx) => {
      const a: Acting = {
        tx,
        now: new Date('2026-11-20T10:00:00Z'),
        newId: randomUUID,
        organisation,
        author: { person: null, name: 'Kommons' },
        language: 'sv',
      };
      const loaded = await loadWork(a, { definition, message: 'Prov' });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
      const running = await takeInUse(a, { work: definition.id });
      if (!running.ok) throw new Error(JSON.stringify(running.failure));
    });

  /** What the worker does at night. Gives how many drafts are gone. */
  const passNight = (now: Date): Promise<number> =>
    database.db.transaction({ organisation: 'harnosand', person: null }, (tx) =>
      deleteExpiredDrafts(tx, 'harnosand', now),
    );

  const countDrafts = (): Promise<number> =>
    database.db.transaction({ organisation: 'harnosand', person: null }, async (tx) => {
      const drafts = await tx.selectFrom('services.drafts').select('id').execute();
      return drafts.length;
    });

  return {
    run,
    passNight,
    countDrafts,
    /** How many different files have been stored. */
    countFiles: (): number => stored.size,
    anonymous: visitor(anonymous),
    citizen: (person: string = randomUUID()) => visitor(personWith(person, 'citizen', 'harnosand')),
    close: database.close,
  };
}

function routeOf(method: AnyRoute['method'], path: string) {
  const parts = path.split('/');
  const candidates = routes.flatMap((route) => {
    const names = route.path.split('/');
    if (route.method !== method || names.length !== parts.length) return [];
    const fits = names.every((name, at) => name.startsWith(':') || name === parts[at]);
    const params = Object.fromEntries(
      names.flatMap((name, at) =>
        name.startsWith(':') ? [[name.slice(1), decodeURIComponent(parts[at] ?? '')]] : [],
      ),
    );
    return fits ? [{ route, params }] : [];
  });
  const [found] = candidates.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
  if (found === undefined) throw new Error(`no route for ${method} ${path}`);
  return found;
}

function seen(reply: Reply): Seen {
  switch (reply.kind) {
    case 'page':
      return { kind: 'page', html: renderToString(reply.content), failed: reply.failed ?? false };
    case 'see':
      return { kind: 'see', to: reply.to.replace(/#.*$/, '') };
    case 'json':
      return { kind: 'json', status: reply.status, body: JSON.parse(JSON.stringify(reply.body)) };
    case 'file':
    case 'stored':
      throw new Error('no page of the citizen is a file');
    case 'missing':
      return { kind: 'missing' };
  }
}

/** Where a reply leads. */
export function addressOf(reply: Seen): string {
  if (reply.kind !== 'see') throw new Error(`expected to be sent on, got ${reply.kind}`);
  return reply.to;
}

export function htmlOf(reply: Seen): string {
  if (reply.kind !== 'page') throw new Error(`expected a page, got ${JSON.stringify(reply)}`);
  return reply.html;
}

/** The form of a page as a browser would send it untouched: every named input with its value. */
export function formOf(html: string): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {};
  const add = (name: string, value: string): void => {
    const before = form[name];
    form[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string): string | null =>
      new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
    const name = attribute('name');
    const type = attribute('type') ?? 'text';
    if (name === null || type === 'file' || (['radio', 'checkbox'].includes(type) && !/ checked\b/.test(tag)))
      continue;
    add(name, unescaped(attribute('value') ?? ''));
  }
  for (const [, attributes = '', text = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = / name="([^"]*)"/.exec(attributes)?.[1];
    if (name !== undefined) add(name, unescaped(text));
  }
  return form;
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
