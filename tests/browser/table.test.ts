import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import { findBarriers } from './axe.ts';
import { openChromium } from './chromium.ts';

/* The table of one's own systems in a real browser: with the keys of a spreadsheet, and without scripts as a form. */

const at = '/arbete/skara/system/tabell';

let kommons: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let origin = '';
let ids: readonly string[] = [];
const problems: string[] = [];

async function authorized(): Promise<{ extraHTTPHeaders: { authorization: string } }> {
  const person = findDemoPerson('strategist@skara');
  assert.ok(person);
  const token = await mintToken(person, kommons.ground.keys, kommons.clock.now);
  return { extraHTTPHeaders: { authorization: `Bearer ${token}` } };
}

before(async () => {
  kommons = await testApp();
  ids = await putInUse(kommons, 'skara', [
    { product: 'edlevo', facts: { owner: 'Skolchefen', contact: 'Förvaltaren' } },
    { product: 'platina', facts: { owner: 'Kanslichefen' } },
    { product: 'raindance', facts: { owner: 'Ekonomichefen' } },
  ]);
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(kommons.app.server.address()).port}`;
  browser = await openChromium();
  context = await browser.newContext(await authorized());
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
});
after(async () => {
  await browser.close();
  await kommons.close();
});
beforeEach(async () => {
  await page.goto(`${origin}${at}`);
});

/** The control of a row, counted from 0, and a field. */
const cell = (row: number, field: string, on: Page = page) => on.locator(`[name="${ids[row]}.${field}"]`);
const focused = (): Promise<string> =>
  page.evaluate<string>('(document.activeElement?.name || document.activeElement?.textContent) ?? ""');
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const named = (row: number, field: string): string => `${ids[row] ?? ''}.${field}`;

async function paste(text: string): Promise<void> {
  await page.evaluate(async (given) => navigator.clipboard.writeText(given), text);
  await press('Control+v');
}

test('arrows, Home and End, alone and with Ctrl, go between cells, and Tab leaves the table', async () => {
  await cell(0, 'owner').focus();
  const ways = [
    ['ArrowDown', named(1, 'owner')],
    ['ArrowRight', named(1, 'contact')],
    ['ArrowLeft', named(1, 'owner')],
    ['ArrowUp', named(0, 'owner')],
    ['ArrowUp', named(0, 'owner')],
    ['End', named(0, 'noticeMonths')],
    ['Home', 'Edlevo'],
    ['Control+End', named(2, 'noticeMonths')],
    ['Control+ArrowUp', named(0, 'noticeMonths')],
    ['Control+ArrowLeft', 'Edlevo'],
    ['Control+ArrowDown', 'Raindance'],
    ['Control+Home', 'Edlevo'],
    ['PageDown', 'Raindance'],
  ] as const;
  for (const [key, expected] of ways) {
    await press(key);
    assert.equal(await focused(), expected, key);
  }
  await press('Tab');
  assert.equal(await focused(), 'Spara tabellen');
  await press('Shift+Tab');
  assert.equal(await focused(), 'Raindance', 'the table is one stop, where one was');
});

test('what is written takes the place of what stood there; Enter and F2 go on with it; Escape gives it back', async () => {
  await cell(0, 'owner').focus();
  await page.keyboard.type('Rektorn');
  await press('Escape');
  assert.equal(await cell(0, 'owner').inputValue(), 'Skolchefen');
  await page.keyboard.type('Rektorn');
  await press('Enter');
  assert.equal(await cell(0, 'owner').inputValue(), 'Rektorn');
  assert.equal(await focused(), named(1, 'owner'));
  await press('F2');
  await page.keyboard.type(', vid behov');
  await press('ArrowLeft', 'Backspace');
  assert.equal(await focused(), named(1, 'owner'), 'the arrows are the text’s own');
  await press('Tab');
  assert.equal(await cell(1, 'owner').inputValue(), 'Kanslichefen, vid behv');
  assert.equal(await focused(), named(1, 'contact'));
  await press('ArrowLeft', 'Delete');
  assert.equal(await cell(1, 'owner').inputValue(), '');
  assert.match(await page.locator('[data-status]').innerText(), /inte är sparade: 2\./);
  await press('Control+z', 'Control+z');
  assert.equal(await cell(1, 'owner').inputValue(), 'Kanslichefen');
  await press('Control+y');
  assert.equal(await cell(1, 'owner').inputValue(), 'Kanslichefen, vid behv');
  await press('Control+z', 'Control+z');
  assert.equal(await page.locator('[data-status]').innerText(), '');
});

test('a choice is a cell as any other: arrows pass it by, Enter opens it, letters choose', async () => {
  await cell(0, 'status').focus();
  await press('ArrowDown');
  assert.equal(await cell(0, 'status').inputValue(), 'in-use');
  assert.equal(await focused(), named(1, 'status'));
  await page.keyboard.type('Pla');
  await press('Enter');
  assert.equal(await cell(1, 'status').inputValue(), 'planned');
  await press('ArrowUp', 'Control+z');
  assert.equal(await cell(1, 'status').inputValue(), 'in-use');
});

test('a block from a spreadsheet fills cells, what does not fit is told, and it is undone and saved as one', async () => {
  await cell(1, 'owner').focus();
  await paste(
    'Nämndsekreteraren\t"It-\nsupporten"\tit@skara.example\tövertal\r\nEkonomen\t\t\r\nför\tlångt\tner\r\n',
  );
  assert.equal(await cell(1, 'owner').inputValue(), 'Nämndsekreteraren');
  assert.equal(await cell(1, 'contact').inputValue(), 'It-; supporten');
  assert.equal(await cell(2, 'owner').inputValue(), 'Ekonomen');
  const told = await page.locator('[data-status]').innerText();
  assert.match(told, /Ifyllda rutor: 7\. Fick inte plats i tabellen: 3\./);
  await press('Control+z');
  assert.equal(await cell(1, 'owner').inputValue(), 'Kanslichefen');
  assert.equal(await cell(2, 'owner').inputValue(), 'Ekonomichefen');
  await press('Control+y');
  await cell(1, 'contractEnds').fill('2027-12-31');
  await cell(1, 'status').focus();
  await paste('avvecklas\r\n');
  assert.equal(await cell(1, 'status').inputValue(), 'phasing-out');
  await paste('något annat');
  assert.match(await page.locator('[data-status]').innerText(), /Kändes inte igen: 1\./);
  await page.getByRole('button', { name: 'Spara tabellen' }).click();
  await page.getByText('Sparat i 2').waitFor();
  assert.equal(await cell(1, 'owner').inputValue(), 'Nämndsekreteraren');
  await page.getByRole('link', { name: 'Se ändringen' }).click();
  await page.getByRole('button', { name: 'Ångra ändringen' }).click();
  await page.goto(`${origin}${at}`);
  assert.equal(await cell(1, 'owner').inputValue(), 'Kanslichefen');
});

test('who points writes where they point, and what is not saved is asked about before the page is left', async () => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => asked.push(dialog.type()));
  await cell(0, 'contact').click();
  await page.keyboard.type('X');
  await press('ArrowLeft', 'ArrowLeft');
  assert.equal(await focused(), named(0, 'contact'));
  await page.getByRole('link', { name: 'Bibliotek', exact: true }).first().click();
  await page.waitForURL(/bibliotek/);
  assert.deepEqual(asked, ['beforeunload']);
});

test('the table is a grid with names for its cells, without barriers, also while a cell is written in', async () => {
  assert.equal(await page.getByRole('grid', { name: 'Era system, en rad för varje' }).count(), 1);
  assert.equal(await page.getByRole('gridcell').count(), 21);
  assert.equal(await page.getByRole('textbox', { name: 'Ägare, Edlevo' }).count(), 1);
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      await cell(0, 'owner').focus();
      await press('F2');
      assert.deepEqual(await findBarriers(page, { width, scheme }), []);
    }
  }
  assert.deepEqual(problems, []);
});

test('without scripts it is a form: Tab goes between the cells, and nothing speaks of other keys', async () => {
  const plain = await browser.newContext({ ...(await authorized()), javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(`${origin}${at}`);
  assert.ok(await other.getByText('Gå med tabb mellan rutorna').isVisible());
  assert.equal(await other.getByText('Gå mellan rutorna med piltangenterna').isVisible(), false);
  await cell(0, 'owner', other).focus();
  await other.keyboard.press('Tab');
  await other.keyboard.type('Ny förvaltare');
  await other.keyboard.press('Enter');
  await other.getByText('Sparat i 1').waitFor();
  assert.match(await cell(0, 'contact', other).inputValue(), /^Ny förvaltare/);
  await plain.close();
});
