import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import type { Keys } from '../../src/modules/identity/index.ts';

export type Shown = {
  readonly status: number;
  readonly address: string;
  readonly html: string;
  /** Words of the page without tags, with single spaces. */
  readonly text: string;
};

/** What one form of a page would send: its action and its fields as they stand. */
export type FilledForm = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
};

/** Somebody who reads pages and sends forms without scripts, as any browser does. */
export type Sent = {
  readonly status: number;
  readonly location: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
};

export type Visitor = {
  readonly open: (address: string) => Promise<Shown>;
  /** Fills and sends the form whose action ends as given, and follows where it leads. */
  readonly send: (
    page: Shown,
    action: string,
    answers?: Readonly<Record<string, string | readonly string[]>>,
    without?: readonly string[],
  ) => Promise<Shown>;
  /** Any request, without following. */
  readonly raw: (
    method: 'GET' | 'POST',
    address: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Sent>;
};

type Parts = {
  readonly app: FastifyInstance;
  readonly keys: Keys;
  readonly now: () => Date;
  readonly origin: string;
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
const decode = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : decode(found);
};

const textOf = (html: string): string =>
  decode(html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, ' ')).replaceAll(
    /\s+/g,
    ' ',
  );

/** The forms of a page with the values that a browser would send if nothing were touched. */
export function formsOf(html: string): readonly FilledForm[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const fields = new Map<string, string[]>();
    const add = (name: string | undefined, value: string): void => {
      if (name !== undefined && name !== '') fields.set(name, [...(fields.get(name) ?? []), value]);
    };
    for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
      const type = attribute(tag, 'type') ?? 'text';
      if (['submit', 'button', 'file'].includes(type)) continue;
      if (['radio', 'checkbox'].includes(type) && !/\schecked[\s>=/]/.test(tag)) continue;
      add(attribute(tag, 'name'), attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''));
    }
    for (const [tag, inner] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
      add(attribute(tag, 'name'), decode(inner ?? ''));
    }
    for (const [tag] of form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g)) {
      const chosen = /<option\b[^>]*\sselected[^>]*>/.exec(tag)?.[0];
      add(attribute(tag, 'name'), chosen === undefined ? '' : (attribute(chosen, 'value') ?? ''));
    }
    const values = [...fields].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all] as const);
    return { action: attribute(form, 'action') ?? '', fields: Object.fromEntries(values) };
  });
}

function encode(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/** `ROLE@SLUG`, the cookie of a session, or nobody in particular. */
export type Who = string | { readonly cookie: string } | null;

export function openVisitor({ app, keys, now, origin }: Parts, who: Who): Visitor {
  const headers = async (): Promise<Record<string, string>> => {
    if (who === null) return { origin };
    if (typeof who !== 'string') return { origin, cookie: who.cookie };
    const person = findDemoPerson(who);
    if (person === null) throw new Error(`${who} is nobody in the demo world`);
    return { origin, authorization: `Bearer ${await mintToken(person, keys, now())}` };
  };
  const raw: Visitor['raw'] = async (method, url, fields) => {
    const form = fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await app.inject({
      method,
      url,
      headers: { ...(await headers()), ...form },
      ...(fields === undefined ? {} : { payload: encode(fields) }),
    });
    const { statusCode: status, body, headers: given } = sent;
    return { status, location: given.location ?? '', body, headers: given };
  };
  const show = async (sent: Sent, address: string): Promise<Shown> => {
    if (sent.status === 303) return open(sent.location.replace(origin, ''));
    return { status: sent.status, address, html: sent.body, text: textOf(sent.body) };
  };
  const open = async (address: string): Promise<Shown> => {
    const path = address.split('#')[0] ?? address;
    return show(await raw('GET', path), path);
  };
  return {
    open,
    raw,
    send: async (page, action, answers = {}, without = []) => {
      const form = formsOf(page.html).find((one) => one.action.split('?')[0]?.endsWith(action));
      assert.ok(form, `${page.address} has no form that leads to ${action}: ${page.text.slice(0, 400)}`);
      const kept = Object.entries(form.fields).filter(([name]) => !without.includes(name));
      return show(await raw('POST', form.action, { ...Object.fromEntries(kept), ...answers }), form.action);
    },
  };
}
