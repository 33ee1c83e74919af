import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { testApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';
import { openChromium } from './chromium.ts';

/* The guide that one takes along, opened from disk in a browser that has no net. */

let folder: string;
let file: string;
let browser: Browser;

before(async () => {
  const kommons = await testApp();
  const hjo = designer(kommons.client, 'hjo');
  await hjo.create({ ...smallGuide, readers: 'everyone' }, 'Första.');
  await hjo.fill('journalforing', { 'support-phone': '08-465 004 22' });
  await hjo.use('journalforing');
  const { body } = await kommons.visitor(null).raw('GET', '/k/hjo/guider/journalforing/guide.html');
  await kommons.close();
  folder = await mkdtemp(path.join(tmpdir(), 'kommons-copy-'));
  const to = path.join(folder, 'guide.html');
  await writeFile(to, body);
  file = pathToFileURL(to).href;
  browser = await openChromium();
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

type Look = {
  readonly scripts?: boolean;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
};

/** Opens the file without a net; whatever is asked for beside it, or goes wrong, is a fault. */
async function opened(
  { scripts = true, scheme = 'light', width = 1280 }: Look,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    colorScheme: scheme,
    viewport: { width, height: 800 },
    offline: true,
  });
  const faults: string[] = [];
  context.on('request', (request) => {
    if (request.url().split('#')[0] !== file && !request.url().startsWith('data:'))
      faults.push(request.url());
  });
  context.on('console', (message) => faults.push(message.text()));
  context.on('weberror', (error) => faults.push(error.error().message));
  const page = await context.newPage();
  await page.goto(file);
  await look(page);
  await context.close();
  assert.deepEqual(faults, []);
}

suite('a guide in a file', () => {
  test('is searched, and a find leads to the block', () =>
    opened({}, async (page) => {
      const field = page.getByRole('searchbox', { name: 'Sök i guiden' });
      await field.fill('KORTET spärrat');
      const search = page.getByRole('search');
      assert.equal(await search.getByRole('status').textContent(), '1 träff');
      const found = search.getByRole('listitem');
      assert.match((await found.textContent()) ?? '', /^Logga inRing 08-465.004.22 om kortet är spärrat\.$/);
      assert.deepEqual(await found.locator('mark').allTextContents(), ['kortet', 'spärrat']);
      await found.getByRole('link').click();
      assert.equal(new URL(page.url()).hash, '#in-hjalp');
      assert.ok(await page.locator('#in-hjalp').isVisible());
      await field.fill('finns inte alls');
      assert.match((await search.getByRole('status').textContent()) ?? '', /^Inget i guiden/);
    }));

  test('a search does not tell the answers', () =>
    opened({}, async (page) => {
      await page.getByRole('searchbox').fill('arbetar med ärendet');
      assert.equal(await page.getByRole('search').getByRole('listitem').count(), 0);
    }));

  test('without scripts there is no search, and contents, questions and checks work all the same', () =>
    opened({ scripts: false }, async (page) => {
      assert.equal(await page.getByRole('search').count(), 0);
      await page.getByRole('navigation').getByRole('link', { name: 'Rätta ett fel' }).click();
      assert.equal(new URL(page.url()).hash, '#ratta');
      const answer = page.getByText('Inte riktigt.').first();
      assert.equal(await answer.isVisible(), false);
      await page.locator('#sekretess-fraga').getByText('Ja', { exact: true }).click();
      assert.ok(await answer.isVisible());
      await page.locator('#sekretess-fraga').getByText('Nej', { exact: true }).click();
      assert.ok(await page.getByText('Just det.').isVisible());
      assert.equal(await answer.isVisible(), false, 'opening one answer closes the other');
    }));

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`has no barriers at ${width} px, ${scheme}`, () =>
        opened({ scheme, width }, async (page) => {
          await page.getByRole('searchbox').fill('anteckning');
          const { violations } = await new AxeBuilder({ page }).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
            [],
          );
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          assert.equal(wide, width, 'nothing scrolls sideways');
        }));
    }
  }
});
