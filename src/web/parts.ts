import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credentials, Door } from '../modules/identity/index.ts';
import type { Actor, AnyRoute, Language, Page } from '../platform/http/index.ts';
import type { Db, Tx } from '../platform/db/index.ts';
import type { Bounds } from './bounds.ts';
import type { MayOpen } from './reach.ts';
import type { Files } from '../platform/files/index.ts';
import type { Pdf } from '../platform/pdf/index.ts';

/** An organisation as the frame of a page needs it. */
export type Place = {
  readonly slug: string;
  readonly name: string;
  readonly publicName: string;
  /** Path of the theme's stylesheet, or none. */
  readonly theme: string | null;
  /** "Härnösands kommun, 0611-34 80 00" */
  readonly contact: string | null;
  /** Whether there are guides for everybody to read. */
  readonly openGuides: boolean;
  /** It supplies systems to the public sector and is no part of it. */
  readonly supplies: boolean;
};

export type FrameData = {
  readonly page: Page;
  readonly place: Place | null;
  /** The organisation the person works for, when the path names none. */
  readonly workplace: Place | null;
  readonly actor: Actor;
  readonly language: Language;
  /** Path and query, without the language. */
  readonly address: string;
  readonly newKey: () => string;
  readonly demo: boolean;
  /** The short name of any organisation. Answered from memory. */
  readonly nameOf: (organisation: string) => string;
  readonly mayOpen: MayOpen;
  /** Where help about the page is read; null where there is none. */
  readonly support: string | null;
  /** How many notices the person's organisation has not read; null for whoever does not act on them. */
  readonly unread: number | null;
};

/** What a page is about, for whom, where help about it is looked for. */
export type SupportAsked = {
  readonly organisation: string;
  readonly site: 'work' | 'open';
  readonly tasks: readonly string[];
};

export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
  /** The name has a hash of the content, so it may be kept for ever. */
  readonly immutable: boolean;
};

/** A server of its own under a path of ours, such as the local identity provider of demo mode. */
export type Mount = {
  readonly prefix: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

export type WebSettings = {
  readonly origin: string;
  readonly demo: boolean;
  /** Trust `X-Forwarded-*` from the proxy in front. */
  readonly behindProxy: boolean;
  /** Requests a minute from one address; 0 is no limit. */
  readonly requestsPerMinute: number;
  readonly metricsToken: string | null;
  readonly version: string;
  /** What is taken on at once, where it is not the usual. */
  readonly bounds?: Bounds;
};

/** Everything that the HTTP shell is given by `main.ts`. */
export type WebParts = {
  readonly settings: WebSettings;
  readonly db: Db;
  readonly files: Files;
  readonly pdf: Pdf;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newSecret: () => string;
  readonly routes: readonly AnyRoute[];
  readonly reach: (actor: Actor, demo: boolean) => MayOpen;
  readonly assets: readonly Asset[];
  readonly mounts: readonly Mount[];
  readonly doors: readonly Door[];
  readonly identify: (tx: Tx, credentials: Credentials, now: Date) => Promise<Actor>;
  readonly findPlace: (tx: Tx, slug: string) => Promise<Place | null>;
  /** Organisation by host name; null for Kommons's own host. Answered from memory. */
  readonly organisationOfHost: (host: string) => string | null;
  readonly nameOf: (organisation: string) => string;
  /** The address of help about a page, or null. Answered from memory but for the first time in a while. */
  readonly findSupport: (tx: Tx, asked: SupportAsked) => Promise<string | null>;
  /** Notices that an organisation has not read. The transaction is the organisation's afterwards. */
  readonly countUnread: (tx: Tx, organisation: string) => Promise<number>;
  readonly ready: () => Promise<boolean>;
  /** One structured line; never personal data. */
  readonly log: (line: LogLine) => void;
};

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly error?: string;
};
