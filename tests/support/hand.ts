import assert from 'node:assert/strict';
import { formsOf, type Shown, type Visitor } from './visitor.ts';

export type Hand = {
  /** Where it begins: not counted. */
  readonly start: (address: string) => Promise<void>;
  /** Follows the link that says so: one action. */
  readonly follow: (title: string) => Promise<void>;
  /** Fills in and sends the form whose action ends as given: one action for each answer, and one for the button. */
  readonly send: (action: string, answers?: Readonly<Record<string, string>>) => Promise<void>;
  readonly page: () => Shown;
  /** Actions so far. */
  readonly actions: () => number;
};

const wordsOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

function linkIn({ html, address, text }: Shown, title: string): string {
  const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gu)];
  const found = links.find(([, , inner = '']) => wordsOf(inner) === title)?.[1];
  assert.ok(found, `${address} has no link that says "${title}": ${text.slice(0, 600)}`);
  return found.replaceAll('&amp;', '&');
}

/** The form that leads there and asks for what is answered. */
function formIn({ html, address, text }: Shown, action: string, asked: readonly string[]) {
  for (const [form] of html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gu)) {
    const [filled] = formsOf(form);
    const leads = filled?.action.split('?')[0]?.endsWith(action) === true;
    if (filled !== undefined && leads && asked.every((name) => form.includes(`name="${name}"`)))
      return { ...filled, asks: /^<form\b[^>]*method="get"/u.test(form) };
  }
  return assert.fail(`${address} has no form to send to ${action}: ${text.slice(0, 600)}`);
}

const queryOf = (fields: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();

/** Somebody who does what a page shows, link by link and form by form, and is counted. */
export function openHand(visitor: Visitor): Hand {
  let page: Shown = { status: 0, address: '', html: '', text: '' };
  let actions = 0;
  const open = async (address: string): Promise<void> => {
    page = await visitor.open(address);
    assert.equal(page.status, 200, `${address}: ${page.text.slice(0, 600)}`);
  };
  return {
    start: open,
    follow: async (title) => {
      actions += 1;
      await open(linkIn(page, title));
    },
    send: async (action, answers = {}) => {
      const asked = Object.keys(answers);
      actions += asked.length + 1;
      const form = formIn(page, action, asked);
      const fields = { ...form.fields, ...answers };
      if (form.asks) return open(`${form.action}?${queryOf(fields)}`);
      const sent = await visitor.raw('POST', form.action, fields);
      if (sent.status === 303) return open(sent.location.replace(/^https?:\/\/[^/]+/u, ''));
      return assert.fail(`${form.action} answered ${sent.status}`);
    },
    page: () => page,
    actions: () => actions,
  };
}
