import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBarriers } from './axe.ts';
import { openStudio, type Studio } from './browser.ts';
import { applyByKeyboard } from './journey.ts';
import { plantedPages, soundPage } from './planted.ts';
import { proveAxe } from './prove-axe.ts';
import { weighFirstViews } from './weight.ts';

/*
 * The pages in a real browser, with one Kommons and one Chromium for them all. The seed says which looks and
 * which examples this run takes; `npm run prove -- --only axe` takes all.
 */

let studio: Studio;
before(async () => {
  studio = await openStudio();
});
after(() => studio.close());

test('a planted barrier of each kind is found, and nothing where all is right', async () => {
  const { page, close } = await studio.open(null);
  await page.setContent(soundPage);
  assert.deepEqual(await findBarriers(page, { width: 320, scheme: 'light' }), []);
  const missed: string[] = [];
  for (const { rule, html } of plantedPages) {
    await page.setContent(html);
    const found = await findBarriers(page, { width: 320, scheme: 'light' });
    if (!found.some((barrier) => barrier.rule === rule)) missed.push(rule);
  }
  assert.deepEqual(missed, [], `${plantedPages.length} were planted`);
  await close();
});

test('the first view of a page is lighter than 60 kB', async () => {
  const heavy = (await weighFirstViews(studio)).filter(({ bytes }) => bytes >= 60_000);
  assert.deepEqual(heavy, []);
});

test('a citizen applies by keyboard alone, without scripts, and always sees where focus is', async () => {
  const journey = await applyByKeyboard(studio, 'citizen:3@harnosand');
  assert.match(journey.number, /^SKJ /);
  assert.deepEqual(journey.unseen, []);
});

test('no page has a barrier, a script, or a request to somewhere else', async () => {
  const seed = Number(process.env['KOMMONS_SEED'] ?? 20_261_122);
  const proof = await proveAxe(studio, { seed, full: false });
  assert.deepEqual(proof.barriers, [], `seed ${seed}, ${proof.checked} looks`);
  assert.deepEqual(proof.uncovered, [], 'every page is looked at');
  assert.ok(proof.checked > 120, `${proof.checked} looks`);
  assert.deepEqual(proof.faults, []);
  assert.deepEqual(studio.site.logged, []);
});
