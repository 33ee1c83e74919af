import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { largeFilm } from '../support/film.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';
import { openChromium } from './chromium.ts';

/* A film on its way up, in a real browser: with scripts it is shown how far it has come; without, it comes as well. */

const at = '/arbete/skara/verk/filmat/anpassa';

let kommons: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let origin = '';
let authorization = '';
const problems: string[] = [];

before(async () => {
  kommons = await testApp();
  const block = { id: 'film', type: 'film', title: { sv: 'Filmen', en: 'The film' } };
  const steps = [{ id: 'titta', title: { sv: 'Titta' }, blocks: [block] }];
  const sections = [{ id: 'allt', title: { sv: 'Allt' }, steps }];
  const guide = { ...smallGuide, id: 'filmat', parameters: [], sections };
  await designer(kommons.client, 'skara').create(guide, 'Första versionen.');
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(kommons.app.server.address()).port}`;
  browser = await openChromium();
  const person = findDemoPerson('designer@skara');
  assert.ok(person);
  authorization = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  context = await browser.newContext({ extraHTTPHeaders: { authorization } });
  context.on('weberror', (error) => problems.push(error.error().message));
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await kommons.close();
});

const film = (megabytes: number) => ({
  name: 'film.mp4',
  mimeType: 'video/mp4',
  buffer: Buffer.concat([...largeFilm(megabytes, 'hemligt')]),
});

const told = () => page.locator('[data-upload] [role="status"]');
const save = () => page.locator('#del button.ds-button[value="save"]').click();

async function choose(file: ReturnType<typeof film>): Promise<void> {
  await page.goto(`${origin}${at}?element=film`);
  await page.locator('input[name="file:media"]').setInputFiles(file);
}

/** Holds back what is sent, until it is let go. */
async function slowly(speed: number) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: speed,
  });
  return async (): Promise<void> => session.detach();
}

test('it is shown how far the film has come, and then the page says that it is saved', async () => {
  await choose(film(6));
  const end = await slowly(3_000_000);
  await save();
  await page.getByText('Filmen skickas. Stanna kvar på sidan.').waitFor();
  await page.getByText(/^\d av 6 megabyte har skickats\.$/).waitFor();
  assert.ok((await page.locator('[data-upload] progress').getAttribute('value')) !== null);
  await page.waitForURL(/sparat=ja/);
  await end();
  assert.equal(await page.locator('video.guides-film').count(), 1);
  assert.ok(await told().isHidden());
});

test('it can be called off, with what was typed still there', async () => {
  await choose(film(6));
  await page.locator('[name="f:title/sv"]').fill('En ny rubrik');
  const end = await slowly(500_000);
  await save();
  const stop = page.getByRole('button', { name: 'Avbryt' });
  await stop.waitFor();
  assert.ok(await stop.evaluate((button) => button === document.activeElement), 'by keyboard too');
  await page.keyboard.press('Enter');
  await page.getByText('Du avbröt. Filmen skickades inte').waitFor();
  await end();
  assert.equal(await page.locator('[name="f:title/sv"]').inputValue(), 'En ny rubrik');
  assert.ok(await stop.isHidden());
});

test('what is refused is told of where it stands, with what was typed', async () => {
  const cut = film(2);
  await choose({ ...cut, buffer: cut.buffer.subarray(0, -3) });
  await page.locator('[name="f:title/sv"]').fill('En ny rubrik');
  await save();
  await page.getByRole('alert').getByText('Filmen är skadad').waitFor();
  assert.equal(await page.locator('[name="f:title/sv"]').inputValue(), 'En ny rubrik');
  assert.match(await page.title(), /^Fel: /);
});

test('one that is too large is not sent at all', async () => {
  await choose(film(2));
  await page.locator('[data-upload]').evaluate((box) => box.setAttribute('data-most', '1000000'));
  await save();
  await page.getByText('Filmen är 2 megabyte och får vara högst 500.').waitFor();
  assert.doesNotMatch(page.url(), /sparat/);
});

test('without scripts the film comes too', async () => {
  const plain = await browser.newContext({ extraHTTPHeaders: { authorization }, javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(`${origin}${at}?element=film`);
  assert.ok(await other.locator('[data-upload]').isHidden());
  await other.locator('input[name="file:media"]').setInputFiles(film(3));
  await other.locator('#del button.ds-button[value="save"]').click();
  await other.waitForURL(/sparat=ja/);
  await plain.close();
});

test('nothing went wrong in the pages', () => assert.deepEqual(problems, []));
