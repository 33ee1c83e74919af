import type { VNode } from 'preact';
import type { z } from 'zod';
import type { Context } from './context.ts';
import { roles, type Role } from './roles.ts';

/**
 * Who may use a route. `staff` means one of `roles` in the organisation that the path names
 * (`:organisation`); `demo` is everybody, in demo mode only.
 */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'staff'; readonly roles: readonly Role[] }
  | { readonly kind: 'demo' };

export const open: Access = { kind: 'open' };
export const signedIn: Access = { kind: 'signed-in' };
export const demoOnly: Access = { kind: 'demo' };
export const staff = (...allowed: readonly Role[]): Access => ({ kind: 'staff', roles: allowed });
/** Whoever works at the organisation, in any role. */
export const everybodyAtWork: Access = staff(...roles.filter((role) => role !== 'citizen'));

export type UploadedFile = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type Frame =
  | { readonly kind: 'front' }
  | { readonly kind: 'public' }
  | {
      readonly kind: 'work';
      readonly area: 'today' | 'cases' | 'library' | 'services' | 'guides' | 'systems' | 'none';
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
      /** Names the content. Where it is given, parts of the content can be asked for (RFC 9110, section 14). */
      readonly tag?: string;
    }
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
};

export type Input<P extends string, Q, B> = {
  readonly params: PathParameters<P>;
  readonly query: Q;
  readonly body: B;
  readonly files: readonly UploadedFile[];
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
