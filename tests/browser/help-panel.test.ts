import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { openChromium } from './chromium.ts';

/* The help at the side of a page: closed by Esc, wherever the focus is, and by its own button without scripts. */

let kommons: TestApp;
let browser: Browser;
let origin = '';
const problems: string[] = [];

before(async () => {
  kommons = await testApp();
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(kommons.app.server.address()).port}`;
  browser = await openChromium();
});
after(async () => {
  await browser.close();
  await kommons.close();
});

async function open(javaScriptEnabled = true): Promise<Page> {
  const person = findDemoPerson('designer@skara');
  assert.ok(person);
  const authorization = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  const context = await browser.newContext({ extraHTTPHeaders: { authorization }, javaScriptEnabled });
  context.on('weberror', (error) => problems.push(error.error().message));
  const page = await context.newPage();
  await page.goto(`${origin}/arbete/skara/verk`);
  return page;
}

const summary = (page: Page) => page.locator('.k-support > summary');
const isOpen = (page: Page): Promise<boolean> =>
  page.locator('.k-support').evaluate((help) => help.hasAttribute('open'));
const hasFocus = (page: Page): Promise<boolean> =>
  summary(page).evaluate((one) => one === document.activeElement);

/** What is read in it, once all of it has come. */
async function read(page: Page): Promise<Frame> {
  const frame = await (await page.locator('.k-support iframe').elementHandle())?.contentFrame();
  assert.ok(frame);
  await frame.waitForLoadState();
  return frame;
}

test('Esc closes it where it was opened, and the focus stays there', async () => {
  const page = await open();
  await summary(page).focus();
  await page.keyboard.press('Enter');
  assert.ok(await isOpen(page));
  await read(page);
  await page.keyboard.press('Escape');
  assert.ok(!(await isOpen(page)) && (await hasFocus(page)));
  await page.keyboard.press('Escape');
  assert.ok(!(await isOpen(page)), 'a closed one stays closed');
});

test('Esc from within what is read closes it too, and gives the focus back', async () => {
  const page = await open();
  await summary(page).click();
  await (await read(page)).locator('a').first().focus();
  await page.keyboard.press('Escape');
  assert.ok(!(await isOpen(page)));
  assert.ok(await hasFocus(page));
});

test('whoever is writing beside it stays where they write', async () => {
  const page = await open();
  await summary(page).click();
  await read(page);
  const search = page.locator('input[name="q"]').first();
  await search.focus();
  await page.keyboard.press('Escape');
  assert.ok(!(await isOpen(page)));
  assert.ok(await search.evaluate((one) => one === document.activeElement));
});

test('without scripts its own button opens and closes it', async () => {
  const page = await open(false);
  await summary(page).click();
  await page.frameLocator('.k-support iframe').locator('h1').waitFor();
  assert.ok(await isOpen(page));
  await summary(page).click();
  assert.ok(!(await isOpen(page)));
});

test('nothing went wrong in the pages', () => assert.deepEqual(problems, []));
