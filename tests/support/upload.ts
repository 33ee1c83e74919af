import assert from 'node:assert/strict';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import type { TestApp } from './app.ts';
import { formsOf, type Shown } from './visitor.ts';

export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

export type Upload = {
  /** How the action of the form ends. */
  readonly action: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly files: readonly SentFile[];
};

const boundary = '----kommons-test';

/** A form with files, as a browser sends it (RFC 7578). */
export function multipartOf(
  fields: readonly (readonly [string, string])[],
  files: readonly SentFile[],
): { readonly type: string; readonly body: Buffer } {
  const head = (disposition: string, more = ''): string =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n`;
  const typed = fields.map(([name, value]) => Buffer.from(`${head(`name="${name}"`)}${value}\r\n`));
  const sent = files.map(({ field, name, bytes }) =>
    Buffer.concat([
      Buffer.from(head(`name="${field}"; filename="${name}"`, 'Content-Type: application/octet-stream\r\n')),
      bytes,
      Buffer.from('\r\n'),
    ]),
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...typed, ...sent, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Sends the form of a page with files, and gives the answer as it is. */
export async function upload(
  kommons: TestApp,
  who: string,
  page: Shown,
  { action, answers = {}, files }: Upload,
) {
  const form = formsOf(page.html).find((one) => one.action.split('?')[0]?.endsWith(action));
  assert.ok(form, `${page.address} has no form that leads to ${action}`);
  const all = { ...form.fields, ...answers };
  const fields = Object.entries(all).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  );
  const { type, body } = multipartOf(fields, files);
  const person = findDemoPerson(who);
  assert.ok(person);
  const token = await mintToken(person, kommons.ground.keys, kommons.clock.now);
  const { origin } = kommons.ground.settings;
  return kommons.app.inject({
    method: 'POST',
    url: form.action,
    headers: { 'content-type': type, authorization: `Bearer ${token}`, origin },
    payload: body,
  });
}
