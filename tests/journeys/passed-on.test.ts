import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * What goes along when a work is passed on: the licence it came under, and the locks of those who are followed. By
 * forms alone; each test goes on from the one before.
 */

const work = 'skolskjuts';
const at = `/arbete/harnosand/verk/${work}`;

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  const sundsvall = designer(kommons.client, 'sundsvall');
  await sundsvall.create(await readContent(work), 'Första versionen.');
  await sundsvall.fill(work, localFacts.sundsvall);
  await sundsvall.me.post(`${sundsvall.base}/${work}/publications`, {
    audience: { kind: 'everyone' },
    message: 'Första versionen.',
    licence: 'EUPL-1.2',
  });
  await designer(kommons.client, 'harnosand').adopt(work, 'sundsvall');
});
after(() => kommons.close());

test('the publishing page offers the licence that comes along, and the form cannot choose another', async () => {
  const visitor = kommons.visitor('designer@harnosand');
  const page = await visitor.open(`${at}/publicera`);
  const [, options = ''] = /<select[^>]*name="licence"[^>]*>(.*?)<\/select>/s.exec(page.html) ?? [];
  assert.deepEqual(
    [...options.matchAll(/value="([^"]*)"/g)].map(([, value]) => value),
    ['EUPL-1.2'],
  );
  assert.match(page.text, /Licensen följer med från dem som ni bygger på/);
  const form = { message: 'Vår.', audience: 'everyone', licence: 'CC0-1.0' };
  const refused = await visitor.raw('POST', `${at}/publicera`, form);
  assert.equal(refused.status, 409);
  assert.match(refused.body, /Välj samma licens som hos dem som ni bygger på/);
});

test('who changed what is locked while following nobody is told where, and follows when it is undone', async () => {
  const { me, base, edit } = designer(kommons.client, 'harnosand');
  await me.post(`${base}/${work}/take-over`, { reason: 'Själva.' });
  const path = 'pages/vem/fields/barnets-namn/label/sv';
  await edit(work, [{ do: 'set', path, value: 'Vad heter barnet?' }], 'Annan fråga.');
  const visitor = kommons.visitor('designer@harnosand');
  const following = { organisation: 'sundsvall', reason: 'Tillbaka.' };
  const refused = await visitor.send(await visitor.open(`${at}/foljer`), '/foljer/annan', following);
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Det här har ni ändrat, och de har låst det.*Vem gäller det\?/s);
  await edit(work, [{ do: 'set', path, value: 'Barnets namn' }], 'Som hos dem.');
  const followed = await visitor.send(await visitor.open(`${at}/foljer`), '/foljer/annan', following);
  assert.match(followed.text, /Det är sparat/);
});

const Changes = z.object({ changes: z.array(z.object({ id: z.string() })).min(1) });
const Sent = z.object({ id: z.string() });

test('who takes in what its own upstream has locked is told what and by whom, and takes nothing', async () => {
  const passed = 'felanmalan';
  const everyone = { kind: 'everyone' } as const;
  const [top, middle, last] = ['sundsvall', 'harnosand', 'timra'].map((id) => designer(kommons.client, id));
  assert.ok(top !== undefined && middle !== undefined && last !== undefined);
  await top.create(await readContent(passed), 'Första versionen.');
  await top.publish(passed, everyone, 'Första versionen.');
  await middle.adopt(passed, 'sundsvall');
  await middle.publish(passed, everyone, 'Vidare.');
  await last.adopt(passed, 'harnosand');
  await last.edit(passed, [{ do: 'set', path: 'title/sv', value: 'Fel på gator och torg' }], 'Vårt namn.');
  await top.edit(passed, [{ do: 'set', path: 'lock', value: 'fixed' }], 'Låst.');
  await top.publish(passed, everyone, 'Låst.');
  await middle.update(passed);
  const { changes } = Changes.parse(await last.me.get(`${last.base}/${passed}/own-changes`));
  const ids = changes.map(({ id }) => id);
  const sent = await last.me.post(`${last.base}/${passed}/contributions`, { changes: ids, message: 'Kort.' });
  const address = `/arbete/harnosand/bidrag/${Sent.parse(sent).id}`;
  const visitor = kommons.visitor('designer@harnosand');
  const refused = await visitor.send(await visitor.open(address), '/svar', { do: 'accept' });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Sundsvall, som ni följer, har låst det här\. Inget togs in\./);
  assert.match(refused.html, /<li>[^<]*Fel på gator och torg[^<]*<\/li>/);
  assert.match((await visitor.open(address)).text, /Väntar på svar/);
});
