import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { fillRegister } from '../world/systems.ts';

/* Every list of the register is saved as a file, in the same four forms, with what the page was asked for. */

const Rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  await fillRegister({ db: kommons.database.db, now: kommons.clock.now });
});
after(() => kommons.close());

const at = '/arbete/harnosand';

const pages: readonly (readonly [who: string | null, page: string])[] = [
  ['strategist@harnosand', `${at}/system?status=in-use`],
  ['strategist@harnosand', `${at}/system/omraden`],
  ['strategist@harnosand', `${at}/system/leverantorer`],
  ['strategist@harnosand', `${at}/system/enheter`],
  ['strategist@harnosand', `${at}/system/floden`],
  ['strategist@harnosand', `${at}/system/brister`],
  ['strategist@harnosand', `${at}/system/bekrafta`],
  ['strategist@harnosand', `${at}/system/arsplan`],
  ['strategist@harnosand', `${at}/system/andringar`],
  ['strategist@harnosand', `${at}/system/borttagna`],
  ['strategist@harnosand', `${at}/allas-system?kommun=timra`],
  ['strategist@harnosand', `${at}/allas-system/karta?produkt=provkoping-turplan`],
  ['strategist@harnosand', `${at}/jamfor?med=timra,sundsvall`],
  ['strategist@harnosand', `${at}/avtalshorisont?natverk=alla`],
  ['strategist@harnosand', `${at}/upprop`],
  ['strategist@harnosand', `${at}/systemfragor`],
  ['strategist@harnosand', `${at}/katalog/historik?allt=ja`],
  ['strategist@harnosand', `${at}/katalog/dubbletter`],
  ['strategist@harnosand', `${at}/katalog/begrepp`],
  ['strategist@harnosand', `${at}/katalog?area=socialtjanst`],
  [null, '/system?area=socialtjanst'],
  [null, '/system/leverantorer?q=tieto'],
];

const types = {
  csv: /^text\/csv/u,
  xlsx: /spreadsheetml/u,
  ods: /opendocument\.spreadsheet/u,
  json: /^application\/json/u,
} as const;

const linksIn = (html: string, format: string): readonly string[] =>
  [...html.matchAll(/href="([^"]+\?[^"]*format=(\w+)[^"]*)"/gu)]
    .filter(([, , found]) => found === format)
    .map(([, to = '']) => to.replaceAll('&amp;', '&'));

for (const [who, page] of pages)
  test(`the list of ${page} is saved`, async () => {
    const visitor = kommons.visitor(who);
    const { html, status } = await visitor.open(page);
    assert.equal(status, 200);
    for (const [format, type] of Object.entries(types)) {
      const [to] = linksIn(html, format);
      assert.ok(to, `${page} has no ${format}`);
      const asked = new URL(page, 'http://x').searchParams;
      for (const [name, value] of asked)
        assert.equal(new URL(to, 'http://x').searchParams.get(name), value, `${to} forgets ${name}`);
      const file = await visitor.raw('GET', to);
      assert.equal(file.status, 200, to);
      assert.match(String(file.headers['content-type']), type, to);
    }
  });

test('files hold the whole list, and nothing but what it was asked for', async () => {
  const visitor = kommons.visitor('strategist@harnosand');
  const rowsOf = async (to: string) => Rows.parse(JSON.parse((await visitor.raw('GET', to)).body)).rows;
  const all = await rowsOf(`${at}/system/lista?format=json`);
  const { text } = await visitor.open(`${at}/system`);
  assert.match(text, new RegExp(`–25 av ${all.length}`, 'u'));
  const running = await rowsOf(`${at}/system/lista?format=json&status=phasing-out`);
  assert.ok(running.length > 0 && running.length < all.length);
  const theirs = await rowsOf(`${at}/allas-system/lista?format=json&kommun=timra`);
  assert.ok(theirs.length > 10);
  assert.deepEqual(new Set(theirs.map(({ organisation }) => organisation)), new Set(['Timrå']));
});

test('others’ lists are not for suppliers, nor for those who work elsewhere', async () => {
  for (const who of ['supplier@harnosand', 'strategist@hjo', 'citizen:1@harnosand', null])
    for (const page of [
      'system/lista',
      'allas-system/lista',
      'jamfor/lista',
      'avtalshorisont/lista',
      'system/brister/lista',
    ])
      assert.ok(
        [303, 404].includes((await kommons.visitor(who).raw('GET', `${at}/${page}`)).status),
        `${who} ${page}`,
      );
});
