import type { Page } from 'playwright-core';
import { addressOf, follow, send, visit, type Tour } from './tour.ts';

const editor = '/arbete/:organisation/verk/:work/anpassa';
const base = '/arbete/hjo/verk';
const source = `${base}/guiden-att-hamta-fran/anpassa`;
const own = `${base}/guiden-som-hamtar/anpassa`;

async function make(page: Page, name: string, template: string): Promise<void> {
  await page.locator('main [name="name"]').fill(name);
  await page.locator(`main [name="kind"][value="${template}"]`).check();
  await send(page, '/nytt-verk');
}

/** Writes anew what stands in a block, and makes a version of it. */
async function rewrite(page: Page, text: string): Promise<void> {
  await page.locator('[name="f:text/sv"]').fill(text);
  await follow(page.locator('#del button.ds-button[value="save"]'));
}

/** Somebody who begins from templates, and fetches from one guide into another. */
export const fetcherTour: Tour = {
  name: 'fetcher',
  who: 'designer@hjo',
  walk: async (guest) => {
    const { page, go, look } = guest;
    await go('/arbete/hjo/nytt-verk');
    await make(page, 'Guiden att hämta från', 'guide/steg-for-steg');
    await look(editor, 'made of a template');
    await go('/arbete/hjo/nytt-verk');
    await make(page, 'Guiden som hämtar', 'guide');
    const step = await addressOf(page, 'element=forsta-steget');
    await visit(guest, [
      [`${editor}/hamta`, 'own guides', `${own}/hamta?hos=oss`],
      [`${editor}/hamta`, 'none', `${own}/hamta?hos=oss&sok=finns-inte`],
      [`${editor}/hamta`, 'the library', `${own}/hamta?hos=biblioteket`],
      [editor, 'a step with keys to choose', step],
    ]);
    await page.locator('main textarea[name="f:tasks"]').fill('page:/arbete/:organisation/finns-inte');
    await follow(page.locator('#del button.ds-button[value="save"]'));
    await look(editor, 'a key that is none');
    await page.locator('main textarea[name="f:tasks"]').fill('system:journal/skriv');
    await page.locator('main select[name="f:tasks"]').selectOption({ index: 1 });
    await follow(page.locator('#del button.ds-button[value="save"]'));
    await look(editor, 'a step with keys');
    await follow(page.locator(`main a[href*="/hamta?till="]`));
    await follow(page.locator('main a[href*="guiden-att-hamta-fran"]'));
    await look(`${editor}/hamta`, 'to tick');
    await follow(page.locator('main form[action$="/hamta"] button'));
    await look(`${editor}/hamta`, 'nothing ticked');
    await page.locator('main [name="del"]').nth(1).check();
    await follow(page.locator('main form[action$="/hamta"] button'));
    await go(await addressOf(page, 'element=behover-text'));
    const block = page.url();
    await look(editor, 'fetched');
    await visit(guest, [[`${editor}/hamtat`, 'nothing new', block.replace('anpassa?', 'anpassa/hamtat?')]]);
    await go(source);
    await go(await addressOf(page, 'element=behover-text'));
    await rewrite(page, 'Skriv när man gör uppgiften, och varför.');
    await go(source);
    await page.locator('main [name="message"]').fill('Varför.');
    await send(page, '/anpassa/version');
    await visit(guest, [[`${editor}/hamtat`, 'changed', block.replace('anpassa?', 'anpassa/hamtat?')]]);
    await go(block);
    await look(editor, 'fetched from what has changed');
    await rewrite(page, 'Skriv när man gör uppgiften, och för vem.');
    await visit(guest, [[`${editor}/hamtat`, 'both changed', block.replace('anpassa?', 'anpassa/hamtat?')]]);
  },
};
