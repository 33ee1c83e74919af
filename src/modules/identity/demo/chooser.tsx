import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { VNode } from 'preact';
import type { Language } from '../../../platform/http/index.ts';
import { findDemoPerson } from './people.ts';
import { ChooserPage } from './chooser-page.tsx';
import { findChoices } from './choices.ts';
import { demoTexts } from './texts.ts';

/** A whole HTML document in the frame of the front page. */
export type RenderDocument = (page: {
  readonly title: string;
  readonly content: VNode;
  readonly language: Language;
}) => string;

export type ChooserParts = {
  readonly prefix: string;
  readonly render: RenderDocument;
  readonly detailsOf: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<{ readonly params: Readonly<Record<string, unknown>> }>;
  /** The key of the person chosen, or null when one turns back. */
  readonly finish: (request: IncomingMessage, response: ServerResponse, key: string | null) => Promise<void>;
};

/*
 * A form's redirects count as its target in Chromium: with `form-action 'self'` nobody would come back to a municipality's
 * own host (checked in Chromium 150). Invented people only.
 */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self' http://*.localhost:*; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const largest = 4096;

async function readChoice(request: IncomingMessage): Promise<URLSearchParams> {
  if (Number(request.headers['content-length'] ?? largest + 1) > largest) return new URLSearchParams();
  return new URLSearchParams(await text(request));
}

/** A page of another site must not choose for the one who looks at it. */
const fromElsewhere = ({ headers: sent }: IncomingMessage): boolean =>
  sent['sec-fetch-site'] !== undefined && sent['sec-fetch-site'] !== 'same-origin';

/** The page on which one chooses whom to be, and the answer to it. */
export function chooser(
  parts: ChooserParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const details = await parts.detailsOf(request, response).catch(() => null);
    if (details === null) {
      response.writeHead(303, { location: '/logga-in' }).end();
      return;
    }
    if (request.method === 'POST' && !fromElsewhere(request)) {
      const choice = await readChoice(request);
      const person = findDemoPerson(choice.get('person') ?? '');
      if (person !== null) return parts.finish(request, response, person.key);
      if (choice.has('avbryt')) return parts.finish(request, response, null);
    }
    const language = details.params['ui_locales'] === 'en' ? 'en' : 'sv';
    const search = new URL(request.url ?? '/', 'http://kommons.invalid').searchParams.get('sok') ?? '';
    const content = <ChooserPage language={language} search={search} groups={findChoices(search)} />;
    const title = demoTexts(language).title;
    response.writeHead(200, headers).end(parts.render({ title, content, language }));
  };
}
