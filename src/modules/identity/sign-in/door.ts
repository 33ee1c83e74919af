import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Language, Page } from '../../../platform/http/index.ts';
import type { Keys } from '../keys.ts';
import type { SignInMethod } from './method.ts';

/**
 * An address that signs people in or out. It stands outside the transaction of ordinary routes, since it
 * waits for an identity provider, and it alone sets cookies.
 */
export type Door = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: DoorRequest) => Promise<DoorReply>;
};

export type DoorParts = {
  readonly db: Db;
  readonly method: SignInMethod;
  readonly keys: Keys;
  /** Kommons's own scheme and host, the only ones that the identity provider sends people back to. */
  readonly origin: string;
  readonly newId: () => string;
  readonly newSecret: () => string;
  /** Whose public site has the host name; null for none. */
  readonly organisationOfHost: (host: string) => string | null;
  /** The municipality that a person without a role has to do with; null where nobody knows. */
  readonly findHome: (tx: Tx, person: string) => Promise<string | null>;
};

/** A municipality's own host name, and the municipality. */
export type OwnHost = { readonly host: string; readonly organisation: string };

export type DoorRequest = {
  /** The municipality's own host that was asked; null for Kommons's own. */
  readonly at: OwnHost | null;
  readonly language: Language;
  /** Path and query, without the language. */
  readonly address: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** Fields of the form; empty for GET. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly now: Date;
};

/** Set with `Secure; HttpOnly; SameSite=Lax; Path=/`, as `__Host-` demands. */
export type SetCookie = {
  readonly name: string;
  readonly value: string;
  /** Null lives as long as the browser does; 0 removes it. */
  readonly maxAgeSeconds: number | null;
};

export type DoorReply =
  | { readonly kind: 'see'; readonly to: string; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'page'; readonly page: Page; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'missing' };

/** Holds the session's secret. */
export const sessionCookie = '__Host-kommons';

/** Binds a sign-in under way to the browser that began it, at the host where it began. */
export const attemptCookie = '__Host-kommons-in';

export function keepCookie(name: string, value: string, maxAgeSeconds: number | null = null): SetCookie {
  return { name, value, maxAgeSeconds };
}

export const dropCookie = (name: string): SetCookie => ({ name, value: '', maxAgeSeconds: 0 });

/** The header `Set-Cookie` for a cookie. Values are base64url, so nothing needs quoting. */
export function cookieHeader({ name, value, maxAgeSeconds }: SetCookie): string {
  const age = maxAgeSeconds === null ? '' : `; Max-Age=${String(maxAgeSeconds)}`;
  return `${name}=${value}${age}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}
