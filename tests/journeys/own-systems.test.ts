import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown } from '../support/visitor.ts';

/*
 * An organisation's own systems: by hand, in a sheet, several at once, with history, undo, and who sees what. Each test
 * goes on from the one before.
 */

const own = '/arbete/skara/system';

let kommons: TestApp;
const strategist = () => kommons.visitor('strategist@skara');
const handler = () => kommons.visitor('case-worker@skara');

before(async () => {
  kommons = await testApp({ now: new Date('2026-11-23T09:00:00Z') });
  await kommons.database.db.transaction({ organisation: 'skara', person: null }, (tx) =>
    sql`insert into organisations.units (organisation_id, id, name) values ('skara', 'skola', 'Skolan'),
      ('skara', 'omsorg', 'Omsorgen') on conflict do nothing`.execute(tx),
  );
});
after(() => kommons.close());

/** The address of a system in the list, by its name. */
async function usageOf(name: string): Promise<string> {
  const { html } = await strategist().open(`${own}?q=${encodeURIComponent(name)}`);
  const [, id] = /href="\/arbete\/skara\/system\/([\da-f-]{36})"/.exec(html) ?? [];
  assert.ok(id, `${name} is not in the list`);
  return id;
}

const idOf = (page: Shown): string =>
  /(?:system\/andringar\/|andring=)([\da-f-]{36})/.exec(page.address)?.[1] ?? '';

async function othersSee(municipality: string, usage: string): Promise<readonly string[]> {
  const found = await kommons.database.db.transaction({ organisation: municipality, person: null }, (tx) =>
    sql<{ key: string }>`select distinct jsonb_object_keys(facts) as key from systems.shown_usages
      where usage_id = ${usage} and not gone and 'municipality' = any(readers) order by 1`.execute(tx),
  );
  return found.rows.map(({ key }) => key);
}

test('an empty register says what to do, and who only reads has nothing to press', async () => {
  assert.match((await strategist().open(own)).text, /Inga system ännu .* Lägg till system/);
  const reader = await handler().open(own);
  assert.match(reader.text, /Inga system ännu/);
  assert.doesNotMatch(reader.html, /lagg-till/);
});

test('a system is found by a name that is nearly right, and added with one press', async () => {
  const visitor = strategist();
  const search = await visitor.open(`${own}/lagg-till?q=life%20care`);
  assert.match(search.text, /Lifecare/);
  assert.match(search.html, /name="produkt" value="lifecare"/);
  const sent = await visitor.raw('POST', `${own}/lagg-till`, { produkt: 'lifecare' });
  const added = await visitor.open(sent.location);
  assert.match(added.text, /är tillagt\. Fyll i mer om det/);
  assert.match((await visitor.open(own)).text, /Lifecare/);
});

test('several names are recognised at once, and what the catalogue lacks is put into it', async () => {
  const visitor = strategist();
  const names = 'Raindance\nPlatina\nlifecare\nMatsedelns egna kalkylblad';
  const asked = await visitor.send(await visitor.open(`${own}/lagg-till/flera`), '/flera', { namn: names });
  assert.match(asked.text, /Är det de här du menar\?/);
  assert.match(asked.text, /lifecare ni har det redan/);
  const saved = await visitor.send(asked, '/flera');
  assert.match(saved.text, /La till tre\ssystem/);
  const list = await visitor.open(own);
  assert.match(list.text, /Matsedelns egna kalkylblad .* Platina .* Raindance/);
  const again = await visitor.open(`${own}/lagg-till?q=Matsedelns+egna+kalkylblad`);
  assert.match(again.text, /Ni har det redan/);
});

test('what is wrong in a form comes all at once, with what was typed, and nothing is saved', async () => {
  const visitor = strategist();
  const usage = await usageOf('Platina');
  const form = await visitor.open(`${own}/${usage}/andra?del=contract`);
  const wrong = await visitor.send(form, '/andra', {
    'contractEnds.day': '31',
    'contractEnds.month': '2',
    'contractEnds.year': '2028',
    price: 'många kronor',
    contractSupplier: 'Någon helt okänd byrå',
    framework: 'Adda 2024',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en dag som finns/);
  assert.match(wrong.text, /Skriv med hela siffror/);
  assert.match(wrong.text, /Vi hittar inte ”Någon helt okänd byrå”/);
  assert.match(wrong.html, /value="Adda 2024"/);
  assert.match((await visitor.open(`${own}/${usage}`)).text, /Inget ifyllt än .*Avtal och kostnad/);
  const right = await visitor.send(wrong, '/andra', {
    'contractEnds.day': '30',
    'contractEnds.month': '6',
    'contractEnds.year': '2027',
    noticeMonths: '6',
    price: '120 000',
    contractSupplier: '',
  });
  assert.match(right.text, /Sparat\./);
  assert.match(right.text, /120\s000\skr/);
  assert.match(right.text, /30\sjuni 2027/);
  assert.match((await visitor.open(own)).text, /säg upp senast 30\sdecember 2026/);
});

test('two who change the same: other fields of each are kept, the same field is asked about', async () => {
  const usage = await usageOf('Platina');
  const address = `${own}/${usage}/andra?del=people`;
  const [first, second] = [strategist(), kommons.visitor('admin@skara')];
  const pages = {
    first: await first.open(address),
    second: await second.open(address),
    same: await second.open(address),
  };
  await first.send(pages.first, '/andra', { owner: 'Kanslichefen' });
  const fine = await second.send(pages.second, '/andra', { contact: 'Registratorn' });
  assert.match(fine.text, /Kanslichefen .*Registratorn/);
  const late = await second.send(pages.same, '/andra', { owner: 'Stadsjuristen' });
  assert.equal(late.status, 422);
  assert.match(late.text, /Någon har skrivit ”Kanslichefen” här/);
  assert.match((await second.send(late, '/andra')).text, /Stadsjuristen/);
});

test('history says who changed what from what, and when', async () => {
  const { text } = await strategist().open(`${own}/${await usageOf('Platina')}`);
  assert.match(text, /Ändrade ägare .* Ägare: Kanslichefen blev Stadsjuristen/);
  assert.match(text, /23\snovember 2026 10\.00 La till systemet/);
});

test('a sheet saves all of its rows in one go, or none with every fault by its row', async () => {
  const visitor = strategist();
  const [platina, raindance] = [await usageOf('Platina'), await usageOf('Raindance')];
  const sheet = await visitor.open(`${own}/tabell`);
  const wrong = await visitor.send(sheet, '/tabell', {
    [`${platina}.contact`]: 'Arkivarien',
    [`${raindance}.noticeMonths`]: 'nio',
    [`${raindance}.contactEmail`]: 'ekonomi',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Raindance, Uppsägningstid i månader: Skriv med hela siffror/);
  assert.match(wrong.text, /Raindance, E-post .*: Skriv en e-postadress/);
  assert.match(wrong.html, /value="Arkivarien"/);
  assert.doesNotMatch((await visitor.open(`${own}/${platina}`)).text, /Arkivarien/);
  const right = await visitor.send(wrong, '/tabell', {
    [`${raindance}.noticeMonths`]: '9',
    [`${raindance}.contactEmail`]: 'ekonomi@skara.example',
    [`${raindance}.units`]: 'Skolan; omsorgen',
  });
  assert.match(right.text, /Sparat i 2\ssystem\./);
  assert.match((await visitor.open(`${own}/${raindance}`)).text, /Omsorgen, Skolan|Skolan, Omsorgen/);
  assert.match((await visitor.send(await visitor.open(`${own}/tabell`), '/tabell')).text, /Inget var ändrat/);
});

test('the columns of the sheet are chosen, and stay chosen', async () => {
  const visitor = strategist();
  const none = await visitor.send(await visitor.open(`${own}/tabell`), '/kolumner', {}, ['kolumn']);
  assert.equal(none.status, 422);
  assert.match(none.text, /Välj minst en kolumn/);
  const chosen = await visitor.send(none, '/kolumner', { kolumn: ['owner', 'price'] });
  assert.match(chosen.html, /<th scope="col">Pris per år<\/th>/);
  assert.doesNotMatch(chosen.html, /<th scope="col">Status<\/th>/);
});

test('several are changed at once, and it is undone but for what has been changed since', async () => {
  const visitor = strategist();
  const [platina, raindance] = [await usageOf('Platina'), await usageOf('Raindance')];
  const chosen = `${own}/flera?val=${platina}&val=${raindance}`;
  const form = await visitor.open(`${chosen}&falt=owner`);
  assert.match(form.text, /Ändra två system .* Stadsjuristen/);
  const done = await visitor.send(form, '/flera', { owner: 'Digitaliseringschefen' });
  assert.match(done.text, /Ändrade i två\ssystem/);
  await visitor.send(await visitor.open(`${own}/${raindance}/andra?del=people`), '/andra', {
    owner: 'Ekonomichefen',
  });
  const batch = await visitor.open(`${own}/andringar/${idOf(done)}`);
  assert.match(batch.text, /får stå kvar Raindance, Ägare: Ekonomichefen/);
  const undone = await visitor.send(batch, '/angra');
  assert.match(undone.text, /Ändringen är ångrad, utom 1\suppgift/);
  assert.match((await visitor.open(`${own}/${platina}`)).text, /Ägare Stadsjuristen/);
  assert.match((await visitor.open(`${own}/${raindance}`)).text, /Ägare Ekonomichefen/);
  const twice = await visitor.open(`${own}/andringar/${idOf(done)}`);
  assert.match(twice.text, /Det finns inget kvar att ångra/);
});

test('a system is removed and restored with all that it held', async () => {
  const visitor = strategist();
  const platina = await usageOf('Platina');
  const gone = await visitor.send(await visitor.open(`${own}/${platina}`), '/ta-bort');
  assert.match(gone.text, /Platina är borttaget/);
  assert.doesNotMatch((await visitor.open(own)).text, /Platina/);
  assert.deepEqual(await othersSee('gotene', platina), []);
  assert.equal((await visitor.raw('POST', `${own}/${platina}/ta-bort`, {})).status, 404);
  const back = await visitor.send(gone, '/aterstall');
  assert.match(back.text, /Systemet är återställt\. .*Stadsjuristen/);
  assert.ok((await othersSee('gotene', platina)).includes('owner'));
});

test('who sees what: never past the ceiling, changed for all at once, and secret is nobody’s', async () => {
  const visitor = strategist();
  const platina = await usageOf('Platina');
  await visitor.send(await visitor.open(`${own}/${platina}/andra?del=risk`), '/andra', {
    criticality: 'high',
  });
  const seen = await othersSee('gotene', platina);
  assert.ok(seen.includes('price') && !seen.includes('criticality'));
  const page = await visitor.open(`${own}/vem-ser-vad`);
  assert.match(page.text, /Leverantörer ser aldrig/);
  await visitor.send(page, '/vem-ser-vad', { price: 'own', criticality: 'public-sector' });
  const now = await othersSee('gotene', platina);
  assert.ok(!now.includes('price') && !now.includes('criticality') && now.includes('owner'));
  await visitor.send(await visitor.open(`${own}/${platina}`), '/hemligt');
  assert.deepEqual(await othersSee('gotene', platina), []);
  assert.match((await visitor.open(own)).text, /Syns bara för er/);
});

test('a flow between two systems is described, shown from both ends, and taken away', async () => {
  const visitor = strategist();
  const [platina, raindance] = [await usageOf('Platina'), await usageOf('Raindance')];
  const page = await visitor.open(`${own}/${platina}`);
  const wrong = await visitor.send(page, '/floden', {});
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Välj det andra systemet\. .*Skriv vad som förs över\./);
  await visitor.send(wrong, '/floden', { system: raindance, vad: 'Fakturor', ofta: 'daily' });
  const other = await visitor.open(`${own}/${raindance}`);
  assert.match(other.text, /kommer hit från Platina Fakturor, varje dygn/);
  for (const usage of [platina, raindance]) {
    const end = await visitor.open(`${own}/${usage}`);
    assert.match(end.text, /Beskrev ett flöde .*Platina → Raindance: Fakturor, varje dygn/);
  }
  const gone = await visitor.send(other, '/ta-bort');
  assert.match(gone.text, /Inga flöden är beskrivna/);
  assert.match(gone.text, /Tog bort ett flöde .*Platina → Raindance: Fakturor/);
  const batches = await visitor.open(`${own}/andringar`);
  assert.match(batches.text, /Ändrade ett flöde/);
  const [, id] = /href="[^"]*andringar\/([\da-f-]{36})"/.exec(batches.html) ?? [];
  const batch = await visitor.open(`${own}/andringar/${id}`);
  assert.match(batch.text, /Flöde Platina → Raindance: Fakturor, varje dygn inget/);
  await visitor.send(batch, '/angra');
  assert.match((await visitor.open(`${own}/${platina}`)).text, /härifrån till Raindance Fakturor/);
  assert.match((await visitor.open(`${own}/andringar/${id}`)).text, /Det finns inget kvar att ångra/);
});

test('a system on the wrong product gets the right one, keeps all else, and it is undone', async () => {
  const visitor = strategist();
  const platina = await usageOf('Platina');
  const page = await visitor.open(`${own}/${platina}`);
  assert.match(page.html, new RegExp(`href="${own}/${platina}/produkt"`));
  const choose = await visitor.open(`${own}/${platina}/produkt?q=w3d3`);
  assert.match(choose.text, /Produkt Platina/);
  const revision = /name="revision" value="(\d+)"/.exec(choose.html)?.[1] ?? '';
  const send = async () => {
    const sent = await visitor.raw('POST', `${own}/${platina}/produkt`, { produkt: 'w3d3', revision });
    return visitor.open(sent.location);
  };
  const changed = await send();
  assert.match(changed.text, /Produkten är nu W3D3/);
  assert.match(changed.text, /Ändrade produkt .*Produkt: Platina blev W3D3/);
  assert.match(changed.text, /Ägare Stadsjuristen/);
  assert.equal((await send()).address, `${own}/${platina}`, 'a repeat changes nothing');
  const late = await visitor.raw('POST', `${own}/${platina}/produkt`, { produkt: 'public-360', revision });
  assert.match((await visitor.open(late.location)).text, /Någon har ändrat systemet sedan/);
  const batch = await visitor.open(`${own}/andringar/${idOf(changed)}`);
  assert.match(batch.text, /Produkt Platina W3D3/);
  await visitor.send(batch, '/angra');
  assert.match((await visitor.open(own)).text, /Platina/);
  const forged = await handler().raw('POST', `${own}/${platina}/produkt`, { produkt: 'w3d3' });
  assert.equal(forged.status, 404);
  assert.equal(
    (await visitor.raw('POST', `${own}/${platina}/produkt`, { produkt: 'finns-inte' })).status,
    404,
  );
});

test('readers read and change nothing; suppliers and others do not come in; a repeat is one', async () => {
  const raindance = await usageOf('Raindance');
  const page = await handler().open(`${own}/${raindance}`);
  assert.match(page.text, /Ekonomichefen/);
  assert.doesNotMatch(page.html, /\/andra\?del/);
  for (const act of ['stammer', 'ta-bort', 'hemligt', 'andra?del=people', 'floden']) {
    const sent = await handler().raw('POST', `${own}/${raindance}/${act}`, { hemligt: 'ja' });
    assert.equal(sent.status, 404, act);
  }
  const addresses = ['', `/${raindance}`, '/andringar', '/vem-ser-vad', '/borttagna'];
  for (const address of addresses) {
    assert.equal(
      (await kommons.visitor('supplier@skara').raw('GET', `${own}${address}`)).status,
      404,
      address,
    );
    assert.equal(
      (await kommons.visitor('strategist@hjo').raw('GET', `${own}${address}`)).status,
      404,
      address,
    );
  }
  const form = { produkt: 'platina', _key: 'one-and-the-same' };
  const first = await strategist().raw('POST', `${own}/lagg-till`, form);
  const second = await strategist().raw('POST', `${own}/lagg-till`, form);
  assert.equal(first.location, second.location);
});
