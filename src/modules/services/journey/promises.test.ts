import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { trips } from '../../../../tests/support/example-services.ts';
import type { Visitor } from '../../../../tests/support/citizen-site.ts';
import { addressOf, formOf, htmlOf, openSite } from '../../../../tests/support/citizen-site.ts';

const site = await openSite();
after(() => site.close());
await site.run('harnosand', trips);

const service = '/k/harnosand/tjanster/resor';

async function fill(visitor: Visitor, address: string, typed: Record<string, string>, now?: Date) {
  const when = now === undefined ? {} : { now };
  const shown = formOf(htmlOf(await visitor.get(address, when)));
  const body = { ...shown, ...typed, _go: 'next' };
  return addressOf(await visitor.post(address, { body, ...when }));
}

const stepsIn = (html: string): number => {
  const list = /<ol[^>]*class="k-steps[^>]*>.*?<\/ol>/s.exec(html)?.[0] ?? '';
  return list.split('<li').length - 1;
};

test('the steps that the service page promises are those that the applicant meets', async () => {
  const visitor = site.citizen();
  assert.match(htmlOf(await visitor.get(service)), /3–4 steg, beroende på vad du svarar/);
  const draft = addressOf(await visitor.post(`${service}/utkast`));
  const first = addressOf(await visitor.get(draft));
  assert.equal(stepsIn(htmlOf(await visitor.get(first))), 3);
  const second = await fill(visitor, first, { namn: 'Alva', epost: 'alva@example.se', ombud: 'false' });
  const third = await fill(visitor, second, { avstand: '1,5' });
  assert.equal(stepsIn(htmlOf(await visitor.get(third))), 4, 'a short way needs a certificate');
});

test('the last day for an answer is so many days on as the service page says, over the change of the clock', async () => {
  const now = new Date('2026-10-20T22:30:00Z');
  const visitor = site.citizen();
  assert.match(htmlOf(await visitor.get(service)), /Högst 21 dagar/);
  const draft = addressOf(await visitor.post(`${service}/utkast`, { now }));
  const first = addressOf(await visitor.get(draft, { now }));
  const second = await fill(visitor, first, { namn: 'Alva', epost: 'alva@example.se', ombud: 'false' }, now);
  const check = await fill(visitor, second, { avstand: '2,6' }, now);
  const key = /utkast\/([^/?]+)/.exec(check)?.[1] ?? '';
  const receipt = addressOf(await visitor.post(`/k/harnosand/utkast/${key}/skicka`, { now }));
  assert.match(htmlOf(await visitor.get(receipt, { now })), /11.november 2026/);
});
