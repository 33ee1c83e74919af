import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Studio } from './browser.ts';
import { openKeyboard, type Focus, type Keyboard } from './keyboard.ts';
import { schoolTransport, type Answer } from './tours/answers.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const stepOf = (page: Page): string => pathOf(page).split('/').at(-1) ?? '';

/** Presses Enter on what has focus, and waits for the page that comes. */
async function enter(page: Page, keyboard: Keyboard): Promise<void> {
  const came = page.waitForEvent('domcontentloaded');
  await keyboard.press('Enter');
  await came;
}

const isButton = (text: string) => (focus: Focus) =>
  ['submit', 'a'].includes(focus.type) && focus.text.startsWith(text);

async function choose(keyboard: Keyboard, name: string, answer: string): Promise<void> {
  const first = await keyboard.tabTo((focus) => focus.name === name);
  await keyboard.press('Space');
  if (answer === 'yes' || first.value === answer) return;
  for (let step = 0; step < 12; step += 1) {
    await keyboard.press('ArrowDown');
    if (answer === 'no' || (await keyboard.focus()).value === answer) return;
  }
  throw new Error(`${name} has no ${answer}`);
}

async function give(page: Page, keyboard: Keyboard, name: string, answer: Answer): Promise<void> {
  const field = page.locator(`main [name="${name}"]`);
  if ((await field.count()) === 0) return;
  const type = await field.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') {
    if ((await page.locator(`main [name="${name}"]:checked`).count()) > 0) return;
    if (type === 'radio') return choose(keyboard, name, [answer].flat().join());
    for (const value of [answer].flat()) {
      await keyboard.tabTo((focus) => focus.name === name && focus.value === value);
      await keyboard.press('Space');
    }
    return;
  }
  if ((await field.inputValue()) !== '') return;
  await keyboard.tabTo((focus) => focus.name === name);
  await keyboard.type([answer].flat().join(' '));
}

/** Answers a page, and again where an answer brought a question more. */
async function answerStep(page: Page, keyboard: Keyboard): Promise<void> {
  const step = stepOf(page);
  for (let tries = 0; tries < 3 && stepOf(page) === step; tries += 1) {
    for (const [name, answer] of Object.entries(schoolTransport[step] ?? {})) {
      await give(page, keyboard, name, answer);
    }
    await keyboard.tabTo(isButton('Fortsätt'));
    await enter(page, keyboard);
  }
  assert.notEqual(stepOf(page), step, `${step} was not accepted`);
}

async function findAndSignIn(page: Page, keyboard: Keyboard, origin: string, who: string): Promise<void> {
  await page.goto(`${origin}/k/harnosand`);
  await keyboard.press('Tab');
  assert.match((await keyboard.focus()).text, /innehåll/, 'the first stop skips to the content');
  await keyboard.press('Enter');
  await keyboard.tabTo((focus) => focus.name === 'sok');
  await keyboard.type('buss till skolan');
  await enter(page, keyboard);
  await keyboard.tabTo(isButton('Ansök om skolskjuts'));
  await enter(page, keyboard);
  await keyboard.tabTo(isButton('Logga in och börja'));
  await enter(page, keyboard);
  await keyboard.tabTo((focus) => focus.value === who);
  await enter(page, keyboard);
  await page.waitForURL(`${origin}/k/harnosand/**`);
  await keyboard.tabTo(isButton('Börja'));
  await enter(page, keyboard);
}

/** Where focus is, once it is where it should be: `autofocus` acts when the browser first draws the page. */
async function focusOf(page: Page, keyboard: Keyboard, expected: RegExp) {
  for (let wait = 0; wait < 100; wait += 1) {
    const focus = await keyboard.focus();
    if (expected.test(focus.text)) return focus;
    await page.waitForTimeout(100);
  }
  return keyboard.focus();
}

/** Sends the first page empty: focus is in the summary, whose first link leads to the first question. */
async function correct(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(isButton('Fortsätt'));
  await enter(page, keyboard);
  assert.match(await page.title(), /^Fel: /);
  assert.match((await focusOf(page, keyboard, /^Rätta/)).text, /^Rätta/, 'focus is in the summary');
  const first = await keyboard.tabTo((focus) => focus.type === 'a');
  await keyboard.press('Enter');
  const field = await keyboard.focus();
  assert.equal(
    field.name,
    Object.keys(schoolTransport['vem'] ?? {})[0],
    `“${first.text}” leads to its question`,
  );
}

export type Journey = { readonly keys: number; readonly unseen: readonly string[]; readonly number: string };

/** Finds the service, signs in, is corrected, applies and gets a receipt: by keyboard, without scripts. */
export async function applyByKeyboard(studio: Studio, who: string): Promise<Journey> {
  const { page, close } = await studio.open(null, { scripts: false });
  const keyboard = openKeyboard(page);
  await findAndSignIn(page, keyboard, studio.site.origin, who);
  await correct(page, keyboard);
  for (let step = 0; step < 10 && Object.hasOwn(schoolTransport, stepOf(page)); step += 1) {
    await answerStep(page, keyboard);
  }
  assert.equal(stepOf(page), 'kontrollera');
  await keyboard.tabTo(isButton('Skicka'));
  await enter(page, keyboard);
  assert.match(pathOf(page), /\/kvittens$/);
  const number = /SKJ 2\d{3}-\d{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';
  await close();
  return { keys: keyboard.pressed(), unseen: keyboard.unseen, number };
}
