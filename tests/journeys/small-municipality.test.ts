import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { inhabitantsOf, municipalities, networks } from '../../src/modules/organisations/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { openHand } from '../support/hand.ts';
import { putInUse } from '../support/in-use.ts';

/* From nothing to what the register is for, by what the pages show and nothing else; every action by hand is counted. */

const gullspang = 'gullspang';
const who = `strategist@${gullspang}`;
const neighbours = ['toreboda', 'karlsborg', 'grastorp', 'essunga', 'tibro', 'hjo'];

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  for (const [index, organisation] of neighbours.entries()) {
    await putInUse(kommons, organisation, [
      { product: 'lifecare', facts: { contractEnds: `2028-0${index + 1}-28`, price: 600_000 } },
      {
        product: index < 4 ? 'edlevo' : 'ist-administration',
        facts: { contractEnds: '2027-12-31', price: 240_000 },
      },
      { product: 'raindance', facts: { price: 400_000 } },
      {
        product: 'platina',
        facts: {
          hosting: 'supplier',
          personalData: 'ordinary',
          archiveDuty: index < 5 ? 'keep' : 'both',
          contact: 'Kanslichefen',
        },
      },
      { product: 'byggr', facts: { contact: 'Byggchefen' } },
      { product: 'sitevision-cms' },
    ]);
  }
});
after(() => kommons.close());

suite('a municipality of 5,000 people', () => {
  test('comes from nothing to a useful comparison within 60 actions', async () => {
    assert.ok(Math.abs((inhabitantsOf(gullspang) ?? 0) - 5000) < 100);
    const { start, follow, send, page, actions } = openHand(kommons.visitor(who));
    await start(`/arbete/${gullspang}`);
    await follow('System');
    assert.match(page().text, /Inga system ännu .*Lägg till system/u);
    await follow('Lägg till system');
    await follow('Har ni en lista i ett kalkylblad?');
    const rows = [
      'System\tLeverantör\tÄgare\tAvtal slut\tKostnad per år',
      'Lifecare\tTieto\tSocialchefen\t2028-03-31\t510 000',
      'Edlevo\tTieto\tSkolchefen\t2027-12-31\t230 000',
      'Raindance\tCGI\tEkonomichefen\t2029-06-30\t380 000',
      'ByggR\tSokigo\tByggchefen\t\t60 000',
      'Antura Projects\t\tKommunchefen\t\t',
      'Hypergene\t\tEkonomichefen\t2027-09-30\t120 000',
      'Unikum\t\tSkolchefen\t\t',
      'Treserva\t\tSocialchefen\t2026-12-31\t',
      'Microsoft 365\t\tIt-chefen\t\t',
    ];
    await send('/fran-kalkylblad', { klistrat: rows.join('\n') });
    while (/\/(?:kolumner|produkter)$/u.test(page().address.split('?')[0] ?? '')) await send('');
    assert.match(page().text, /9 nya system/u);
    await send('/ta-in');
    assert.match(page().text, /9.system är intagna/u);

    // A tenth by hand, filled in by what those who resemble them say.
    await follow('Se era system');
    await follow('Lägg till system');
    await send('/lagg-till', { q: 'platina' });
    await send('/lagg-till', { produkt: 'platina' });
    await follow('Fyll i mer om det');
    assert.match(page().text, /Drift: Hos leverantören 6 av 6 som svarat säger så/u);
    await send('/forslag');
    assert.match(page().text, /Drift Hos leverantören .*Bevara/u);

    await follow('Era system');
    await follow('Allas system');
    assert.match(page().text, /46 system hos 7 organisationer/u);
    await follow('Jämför');
    assert.match(page().text, /De som liknar er/u);
    assert.match(page().text, /av era 10 system är samma/u);
    await send('/jamfor/valj');
    assert.match(page().text, /Fem organisationers system/u);
    assert.match(page().text, /Alla fem har|Fyra av de fem har|Tre av de fem har/u);
    assert.match(page().text, /inte registrerat/u);
    assert.match(page().text, /101 kr per invånare/u, 'the own price, by one’s own inhabitants');
    assert.match(page().text, /Fråga de \w+ om/u);
    assert.ok(actions() <= 60, `it took ${actions()} actions`);
    assert.ok(actions() >= 15, 'they are counted');
  });

  test('what is proposed is taken as far as it is ticked, once, by those who may', async () => {
    const visitor = kommons.visitor(who);
    const added = await visitor.raw('POST', `/arbete/${gullspang}/system/lagg-till`, { produkt: 'platina' });
    const id = new URL(added.location, 'http://kommons.test').searchParams.get('ny') ?? '';
    const address = `/arbete/${gullspang}/system/${id}/forslag`;
    const proposed = await visitor.open(address);
    assert.match(proposed.text, /Bevara eller gallra: .*5 av 6 som svarat/u);
    const late = await visitor.open(address);
    const taken = await visitor.send(proposed, '/forslag', { falt: ['hosting', 'personalData'] });
    assert.match(taken.text, /Drift Hos leverantören/u);
    assert.doesNotMatch(taken.text, /Bevara eller gallra Bevara/u);
    // What has got a value meanwhile keeps it: only the rest of a page that is opened before is taken.
    await visitor.send(await visitor.open(`/arbete/${gullspang}/system/${id}/andra?del=archive`), '/andra', {
      archiveDuty: 'none',
    });
    const again = await visitor.send(late, '/forslag');
    assert.match(again.text, /Bevara eller gallra Inga allmänna handlingar/u);
    assert.match((await visitor.open(address)).text, /Ingen som liknar er har berättat mer/u);
    assert.equal((await kommons.visitor(`case-worker@${gullspang}`).open(address)).status, 404);
    assert.equal((await kommons.visitor(`case-worker@${gullspang}`).raw('POST', address, {})).status, 404);
    assert.equal((await kommons.visitor('strategist@hjo').open(address)).status, 404);
  });
});

suite('the thirteen of Göteborgsregionen', () => {
  const codes = networks.find(({ id }) => id === 'goteborgsregionen')?.members ?? [];
  const thirteen = codes.flatMap((code) => municipalities.find((one) => one.code === code)?.id ?? []);
  const lead = 'kungalv';

  test('find the product that eleven have and whose contracts end within 18 months, and begin the call', async () => {
    assert.equal(thirteen.length, 13);
    const eleven = new Set([lead, ...thirteen.filter((one) => one !== lead)].slice(0, 11));
    for (const [index, organisation] of thirteen.entries()) {
      const month = String((index % 9) + 2).padStart(2, '0');
      const all = [{ product: 'edlevo', facts: { contractEnds: '2031-01-31' } }];
      const some = {
        product: 'hypergene-plattform',
        facts: { contractEnds: `2027-${month}-28`, noticeMonths: 3 },
      };
      await putInUse(kommons, organisation, eleven.has(organisation) ? [...all, some] : all);
    }
    const { start, follow, send, page, actions } = openHand(kommons.visitor(`strategist@${lead}`));
    await start(`/arbete/${lead}`);
    await follow('System');
    await follow('Allas system');
    await follow('När avtalen slutar');
    assert.match(page().text, /Det här slutar flest avtal om Tio grannar har avtal om Hypergene/u);
    await follow('Tio grannar har avtal om Hypergene som slutar inom 18 månader.');
    assert.match(page().text, /Elva av elva har avtal som slutar mellan/u);
    await follow('Bjud in till gemensamt köp');
    await send('/upprop/nytt');
    assert.match(page().text, /Uppropet är skickat/u);
    assert.match(page().text, /0 ja, 0 kanske, 0 nej, 10 har inte svarat/u);
    assert.ok(actions() <= 8, `it took ${actions()} actions`);
  });
});
