import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';
import { openChromium } from './chromium.ts';

/* What the editor's script adds, in a real browser: an area is dragged, and what is pasted keeps its structure. */

const at = '/arbete/skara/verk/skrivet/anpassa';
const pictures = '/arbete/skara/verk/visat/anpassa';

let kommons: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let origin = '';
const problems: string[] = [];

function guide(id: string, block: object) {
  const steps = [{ id: 'titta', title: { sv: 'Titta' }, blocks: [block] }];
  return { ...smallGuide, id, parameters: [], sections: [{ id: 'allt', title: { sv: 'Allt' }, steps }] };
}

before(async () => {
  kommons = await testApp();
  const own = designer(kommons.client, 'skara');
  const text = { id: 'texten', type: 'text', text: { sv: 'Början.' } };
  await own.create(guide('skrivet', text), 'Första versionen.');
  await own.create(
    guide('visat', { id: 'bild', type: 'picture', alt: { sv: 'Bilden' } }),
    'Första versionen.',
  );
  await kommons.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(kommons.app.server.address()).port}`;
  browser = await openChromium();
  const person = findDemoPerson('designer@skara');
  assert.ok(person);
  const authorization = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  context = await browser.newContext({ extraHTTPHeaders: { authorization } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    // Styles of what is pasted are read and not applied, and the browser says so.
    const expected = message.text().startsWith('Applying inline style violates');
    if (message.type() === 'error' && !expected) problems.push(message.text());
  });
  page = await context.newPage();
});
after(async () => {
  await browser.close();
  await kommons.close();
});

/** Puts HTML on the clipboard and pastes it in the text with the keys of a person. */
async function pasted(html: string): Promise<string> {
  await page.goto(`${origin}${at}?element=texten`);
  await page.evaluate(
    async (content) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([content], { type: 'text/html' }),
          'text/plain': new Blob(['enkel text'], { type: 'text/plain' }),
        }),
      ]),
    html,
  );
  const box = page.locator('textarea[name="f:text/sv"]');
  await box.fill('');
  await box.press('Control+v');
  return box.inputValue();
}

/** As Word for Windows puts it on the clipboard. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><h1>Rutin</h1>
<p class=MsoNormal>Skriv <b>genast</b> och
<i>kort</i>, se <a href="https://www.socialstyrelsen.se/">Socialstyrelsen</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Ring *chefen*.</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Lämna besked.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Öppna ärendet.</p>
<table><tr><td><p>Akut</p></td><td><p>1 dygn</p></td></tr></table>
<p><span style='font-weight:bold'>Viktigt</span> {x} <a href="javascript:alert(1)">länk</a><img src="file:///c:/x.png" onerror="alert(1)"></p>
<!--EndFragment--></body></html>`;

const cases: readonly (readonly [name: string, html: string, markdown: string])[] = [
  [
    'Word',
    word,
    [
      '**Rutin**', '', 'Skriv **genast** och *kort*, se [Socialstyrelsen](https://www.socialstyrelsen.se/).', '',
      String.raw`- Ring \*chefen\*.`, '   - Lämna besked.', '1. Öppna ärendet.', '- Akut – 1 dygn', '', '**Viktigt** {{x} länk',
    ].join('\n'),
  ],
  ['lists in lists', '<ul><li>ett<ol><li>två</li></ol></li><li>tre</li></ul>', '- ett\n   1. två\n- tre'],
  ['a browser’s own bold', '<b style="font-weight:normal"><p>Text med <strong>fet</strong> del</p></b>', 'Text med **fet** del'],
  ['signs at the beginning of a line', '<p># 1</p><p>1. ett</p><p>- två</p>', '\\# 1\n\n1\\. ett\n\n\\- två'],
  ['what runs', '<p>Hej<script>alert(1)</script><style>p{}</style> &lt;b&gt;</p>', 'Hej &lt;b>'],
]; // prettier-ignore
for (const [name, html, markdown] of cases) {
  test(`${name} is pasted with its structure`, async () => assert.equal(await pasted(html), markdown));
}

test('what was pasted can be undone with the keys, and is saved as it stands', async () => {
  await pasted('<p>Ett <b>fett</b> ord.</p>');
  const box = page.locator('textarea[name="f:text/sv"]');
  await box.press('Control+z');
  assert.doesNotMatch(await box.inputValue(), /fett/);
  await pasted('<p>Ett <b>fett</b> ord.</p>');
  await page.locator('#del button.ds-button[value="save"]').click();
  await page.waitForURL(/sparat=ja/);
  await page.goto(`${origin}/arbete/skara/verk/skrivet/prova?utkast=ja`);
  assert.equal(await page.locator('main strong').innerText(), 'fett');
});

test('without scripts the plain text is pasted', async () => {
  const person = findDemoPerson('designer@skara');
  assert.ok(person);
  const authorization = `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}`;
  const plain = await browser.newContext({ extraHTTPHeaders: { authorization }, javaScriptEnabled: false });
  await pasted('<p>Ett <b>fett</b> ord.</p>');
  const other = await plain.newPage();
  await other.goto(`${origin}${at}?element=texten`);
  const box = other.locator('textarea[name="f:text/sv"]');
  await box.fill('');
  await box.press('Control+v');
  assert.equal(await box.inputValue(), 'enkel text');
  await plain.close();
});

test('an area is dragged over the picture, and a click is still a corner', async () => {
  const buffer = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  await page.goto(`${origin}${pictures}?element=bild`);
  await page.locator('input[type="file"]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await page.locator('#del button.ds-button[value="save"]').click();
  await page.waitForURL(/sparat=ja/);
  await page.goto(`${origin}${pictures}/bild?element=bild`);
  assert.ok(await page.getByText('Du kan också dra över området').isVisible());
  const box = await page.locator('.guides-pick > input:visible').boundingBox();
  assert.ok(box);
  const point = (x: number, y: number): readonly [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  await page.mouse.move(...point(0.75, 0.5));
  await page.mouse.down();
  await page.mouse.move(...point(0.5, 0.4), { steps: 3 });
  await page.mouse.move(...point(0.25, 0.25), { steps: 3 });
  await page.mouse.up();
  const typed = async (name: string): Promise<number> =>
    Number((await page.locator(`[name="${name}"]`).inputValue()).replace(',', '.'));
  assert.ok(!page.url().includes('horn'), 'dragging does not go to the server');
  for (const [name, value] of [
    ['x', 25],
    ['y', 25],
    ['bredd', 50],
    ['hojd', 25],
  ] as const)
    assert.ok(Math.abs((await typed(name)) - value) < 0.5, `${name} is ${await typed(name)}`);
  await page.locator('button[value="crop"]').click();
  await page.waitForURL(/klart=crop/);
  await page.mouse.click(...point(0.5, 0.5));
  await page.waitForURL(/horn=/);
});

test('nothing went wrong in the pages', () => assert.deepEqual(problems, []));
