import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Arriving, KeptFile, Sealed } from '../files/index.ts';
import type { Context, Language } from './context.ts';
import { roles, type Role } from './roles.ts';

/**
 * Who may use a route. `staff` means one of `roles` in the organisation that the path names (`:organisation`), and
 * with `suppliers` the people of a supplier at its own addresses; `demo` is everybody, in demo mode only.
 */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'signed-in' }
  | {
      readonly kind: 'staff';
      readonly roles: readonly Role[];
      readonly suppliers?: true;
      readonly also?: Also;
    }
  | { readonly kind: 'demo' };

/** Roles that may use a route for some things alone, which the route asks about when it is known who it is. */
export type Also = {
  readonly roles: readonly Role[];
  may(context: Context, params: Readonly<Record<string, string>>): Promise<boolean>;
};

export const open: Access = { kind: 'open' };
export const signedIn: Access = { kind: 'signed-in' };
export const demoOnly: Access = { kind: 'demo' };
export const staff = (...allowed: readonly Role[]): Access => ({ kind: 'staff', roles: allowed });
/** The people of a supplier, at the supplier's own addresses. */
export const suppliersOnly: Access = { kind: 'staff', roles: [], suppliers: true };
/** The rule for the public sector, and the people of suppliers besides. */
export const orSuppliers = (access: Access): Access =>
  access.kind === 'staff' ? { ...access, suppliers: true } : access;
/** Whoever works at the organisation, in any role. */
export const everybodyAtWork: Access = staff(...roles.filter((role) => role !== 'citizen'));

export type UploadedFile = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

/** A file that is too large to be in memory: it came to disk, and was looked into before the action. */
export type LargeFile = {
  readonly field: string;
  readonly name: string;
  /** SHA-256 of what was sent, in hexadecimal. */
  readonly sent: string;
  /** What there is to keep of it, or why not, in words that `prepare` has. */
  readonly made:
    | { readonly ok: true; readonly file: Sealed }
    | { readonly ok: false; readonly refusal: string };
};

/** Which files a route takes that are larger than others. */
export type Large = {
  /** What such a file is called: "En film". */
  readonly called: Readonly<Record<Language, string>>;
  /** How their media types begin, as the first bytes of the content show: `video/`. */
  readonly type: string;
  readonly megabytes: number;
  /** Looks into a file that has come and changes it where it lies; null where it is to be kept, else why not. */
  prepare(file: Arriving, means: { readonly demo: boolean }): Promise<string | null>;
};

export type Frame =
  | { readonly kind: 'front' }
  | { readonly kind: 'public' }
  | {
      readonly kind: 'work';
      readonly area: 'today' | 'cases' | 'library' | 'services' | 'guides' | 'systems' | 'supplier' | 'none';
    }
  /** Only what it holds, inside another page: one of ours, or any. */
  | { readonly kind: 'panel'; readonly embedded: 'here' | 'anywhere' };

export type Page = {
  readonly kind: 'page';
  readonly status?: number;
  /** Shown in the tab, without the site's name. */
  readonly title: string;
  readonly frame: Frame;
  readonly content: VNode;
  /** Puts "Fel: " first in the title. */
  readonly failed?: boolean;
  /** Keys of the tasks that it is about, the most particular first, besides its own address. */
  readonly tasks?: readonly string[];
};

export type Reply =
  | Page
  | { readonly kind: 'see'; readonly to: string }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly bytes: Uint8Array;
      /** Part of a page (a picture, a film), whose address names its content; else it is saved as a file. */
      readonly shown?: true;
    }
  /** A large file as part of a page, sent as it is read. Parts of it can be asked for (RFC 9110, section 14). */
  | { readonly kind: 'stored'; readonly name: string; readonly type: string; readonly file: KeptFile }
  /** The same answer for what does not exist and what may not be seen. */
  | { readonly kind: 'missing' };

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

export type PathParameters<P extends string> = Readonly<Record<Names<P>, string>>;

/** What the API's description (OpenAPI) says of a route under `/api/v1`. */
export type Operation = {
  readonly summary: string;
  readonly tag: string;
  readonly response: z.ZodType;
  /** The field of the file that is sent with the body, as a form (RFC 7578). */
  readonly file?: string;
};

export type Input<P extends string, Q, B> = {
  readonly params: PathParameters<P>;
  readonly query: Q;
  readonly body: B;
  readonly files: readonly UploadedFile[];
  /** Those that `takesLarge` lets be large. */
  readonly large: readonly LargeFile[];
};

/**
 * One address and what it does. `query` and `body` are read by their schema before `handle` runs;
 * what does not fit is answered with 422 and every issue at once. `handle` runs inside one
 * transaction that has the tenant and the person set.
 */
export type Route<P extends string = string, Q = unknown, B = unknown> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: P;
  readonly access: Access;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly operation?: Operation;
  /**
   * Whether the files of a large form will be used, asked before it is read; they go by unkept where not, and
   * where a route does not have this. What is typed is read either way.
   */
  takesFiles?(context: Context, params: PathParameters<P>): Promise<boolean>;
  /** Which of the files may be larger than others, asked at the same time; null for none. */
  takesLarge?(context: Context, params: PathParameters<P>): Promise<Large | null>;
  /** A method, since a list of routes forgets Q and B, which the schemas guarantee at run time. */
  handle(context: Context, input: Input<P, Q, B>): Promise<Reply>;
};

/** Any route, as lists and the HTTP shell see it. */
export type AnyRoute = Route;

/** Declares a route; its path, query and body types are kept by the value. */
export function route<const P extends string, Q = Record<string, never>, B = Record<string, never>>(
  value: Route<P, Q, B>,
): Route<P, Q, B> {
  return value;
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** The address of a route. Throws when a parameter is missing: a link is never built half. */
export function link<P extends string>(
  target: { readonly path: P },
  parameters: PathParameters<P>,
  query: Query = {},
): string {
  const path = target.path.includes(':') ? pathOf(target.path, parameters) : target.path;
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`;
}

function pathOf(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined || value === '') throw new Error(`${path}: parameter ${name} is missing`);
    return encodeURIComponent(value);
  });
}

export const see = (to: string): Reply => ({ kind: 'see', to });
export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body });
export const missing: Reply = { kind: 'missing' };
