import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown, Visitor } from '../support/visitor.ts';

/* How a spreadsheet was read is told before it is taken in. */

const at = '/arbete/bjurholm/system/fran-kalkylblad';

let kommons: TestApp;
let visitor: Visitor;

before(async () => {
  kommons = await testApp();
  visitor = kommons.visitor('strategist@bjurholm');
});
after(() => kommons.close());

const sheet = (rows: readonly string[]) => ['System\tSystemägare\tAvtalet slutar\tKostnad per år', ...rows];

const paste = async (rows: readonly string[]): Promise<Shown> =>
  visitor.send(await visitor.open(at), '/fran-kalkylblad', { klistrat: rows.join('\n') });

suite('what is written in another way', () => {
  test('is told as it was read: years, days and amounts', async () => {
    const page = await paste(
      sheet([
        'Lifecare\tSocialchefen\t2029\t430 tkr',
        'Edlevo\tSkolchefen\t31/12 2026\t1,2 mkr',
        'Raindance\tEkonomichefen\t2028-03-31\t52000',
        'Vklass\tSkolchefen\t2027-13-45\t1',
      ]),
    );
    assert.match(page.text, /Avtalet slutar: ”2029” lästes som 31 december 2029, årets sista dag/u);
    assert.match(page.text, /Kostnad per år: ”430 tkr” lästes som 430\s000/u);
    assert.match(page.text, /Avtalet slutar: ”31\/12 2026” lästes som 31 december 2026/u);
    assert.match(page.text, /Kostnad per år: ”1,2 mkr” lästes som 1\s200\s000/u);
    assert.doesNotMatch(
      page.text,
      /”2028-03-31” lästes|”52000” lästes/u,
      'what needs no reading is not told',
    );
    assert.match(page.text, /Ta in 3\ssystem, hoppa över 1\srad/u);
    assert.match(page.text, /Ta med raden utan det som är fel: 4\ssystem/u);
    await visitor.send(page, '/ta-bort');
  });

  test('a name that nobody knows is looked up in the catalogue, and stays as one’s own name', async () => {
    const page = await paste(sheet(['Excel-listan i källaren\tKanslichefen\t\t']));
    assert.match(page.text, /Sök efter en annan produkt/u);
    const nothing = await visitor.send(page, '/produkter', { 'sok-namn-0': 'qxzqxz', sok: 'namn-0' });
    assert.match(nothing.text, /Katalogen har ingen sådan produkt/u);
    const found = await visitor.send(page, '/produkter', { 'sok-namn-0': 'Microsoft 365', sok: 'namn-0' });
    assert.equal(found.status, 200);
    const id = /value="([^"]+)"[^>]*>(?:(?!<input).)*Microsoft 365/su.exec(found.html)?.[1] ?? '';
    const summary = await visitor.send(found, '/produkter', { 'namn-0': id, 'sok-namn-0': '' });
    assert.match(summary.text, /Excel-listan i källaren Microsoft 365/u);
  });
});
