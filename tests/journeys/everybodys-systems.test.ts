import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { sql } from 'kysely';
import { findDefaults } from '../../src/modules/systems/everybody/compare/find.ts';
import { readerFor } from '../../src/modules/systems/everybody/reader.ts';
import { everybodyRoutes } from '../../src/modules/systems/routes/everybody.ts';
import { municipalities, networks } from '../../src/modules/organisations/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';

/* What an organisation reads of what others use: by whom it is, and from finding to asking and calling to join. */

let kommons: TestApp;
const as = (who: string): Visitor => kommons.visitor(who);
const at = (organisation: string, path: string): string => `/arbete/${organisation}/${path}`;

const idOf = new Map(municipalities.map(({ code, id }) => [code, id]));
const thirteen = (networks.find(({ id }) => id === 'goteborgsregionen')?.members ?? []).flatMap(
  (code) => idOf.get(code) ?? [],
);
const eleven = thirteen.slice(0, 11);
const product = 'hypergene-plattform';

/** Words that only some may see. */
const secrets = {
  version: 'version-kanarie-17',
  contract: '30 sept 2027',
  hidden: 'kanariehemligt',
  contact: 'Ekonomisystemets förvaltare',
} as const;

before(async () => {
  kommons = await testApp({ work: true });
  for (const [index, organisation] of eleven.entries()) {
    const month = String((index % 9) + 2).padStart(2, '0');
    await putInUse(kommons, organisation, [
      {
        product,
        facts: {
          contractEnds: `2027-${month}-28`,
          noticeMonths: 6,
          price: 500_000,
          contact: secrets.contact,
          contactEmail: `ekonomi@${organisation}.example.se`,
        },
      },
      { product: 'edlevo', facts: { contractEnds: '2031-01-31', localName: 'Lärporten' } },
    ]);
  }
  await putInUse(kommons, 'stromstad', [
    {
      product,
      facts: {
        version: secrets.version,
        contractEnds: '2027-09-30',
        localName: 'Budgetnavet',
        contact: 'It-chefen',
      },
    },
    { product: 'treserva', secret: true, facts: { localName: secrets.hidden } },
    { product: 'byggr', facts: {} },
  ]);
  await putInUse(kommons, 'region-vasternorrland', [{ product, facts: { contact: 'Regionens ekonom' } }]);
});
after(() => kommons.close());

const find = async (who: string, query: string) =>
  as(who).open(at(who.split('@')[1] ?? '', `allas-system?${query}`));

suite('search', () => {
  test('by product, earlier spelling, supplier, what it does and what somebody calls it', async () => {
    for (const asked of ['Hypergene', 'hyper gene', 'beslutsstöd', 'budgetnavet']) {
      const page = await find('strategist@harnosand', `q=${encodeURIComponent(asked)}`);
      assert.equal(page.status, 200);
      assert.match(page.text, /Strömstad/u, asked);
    }
    const other = await find('strategist@harnosand', 'q=byggr');
    assert.doesNotMatch(other.text, /Budgetnavet/u);
  });

  test('a misspelt question is put right', async () => {
    const page = await find('case-worker@harnosand', 'q=hypregene');
    assert.match(page.text, /Inga system matchar ”hypregene”/u);
    assert.match(page.html, /q=hypergene"/u);
  });

  test('filters narrow, counts say how much, and pages follow each other', async () => {
    const county = await find('strategist@harnosand', `lan=14&produkt=${product}`);
    // Ten of the eleven are in Västra Götaland, Kungsbacka is not; Strömstad is.
    const inCounty = eleven.filter((id) => municipalities.find((one) => one.id === id)?.county === '14');
    assert.match(county.text, new RegExp(`${String(inCounty.length + 1)} system`, 'u'));
    const network = await find('strategist@harnosand', 'natverk=goteborgsregionen');
    assert.match(network.text, /22 system hos 11 organisationer/u);
    assert.match(network.text, /Hypergene \(11\)/u);
    const all = await find('strategist@harnosand', 'natverk=goteborgsregionen&sida=1');
    assert.match(all.text, /1–22 av 22/u);
    const beyond = await find('strategist@harnosand', 'sida=900');
    assert.equal(beyond.status, 200);
    const senseless = await find('strategist@harnosand', 'lan=xx&storlek=stor&status=bra&sida=-1');
    assert.equal(senseless.status, 200);
  });

  test('what is secret is not found, not counted and not said', async () => {
    const page = await find('strategist@sundsvall', `q=${secrets.hidden}`);
    assert.match(page.text, /Inga system matchar/u);
    const municipality = await find('strategist@sundsvall', 'kommun=stromstad');
    assert.match(municipality.text, /2 system/u);
    assert.doesNotMatch(municipality.text, /Treserva/u);
  });

  test('a version is for networks, a contract for municipalities', async () => {
    const municipality = await find('strategist@harnosand', 'kommun=stromstad');
    assert.doesNotMatch(municipality.text, new RegExp(secrets.version, 'u'));
    assert.match(municipality.text, new RegExp(secrets.contract, 'u'));
    const region = await find('strategist@region-vasternorrland', 'kommun=stromstad');
    assert.doesNotMatch(region.text, new RegExp(secrets.contract, 'u'));
    assert.match(region.text, /Budgetnavet/u);
    const own = await find('strategist@stromstad', 'kommun=stromstad');
    assert.match(own.text, new RegExp(secrets.version, 'u'));
  });
});

suite('map and product', () => {
  test('the map says how many, links those that have begun, and lists the same by county', async () => {
    const page = await as('strategist@harnosand').open(
      at('harnosand', `allas-system/karta?produkt=${product}`),
    );
    assert.match(page.text, /Hypergene i 12 kommuner/u);
    assert.match(page.text, /Göteborg: Hypergene/u);
    assert.match(page.text, /Kiruna: har inte börjat/u);
    assert.match(
      page.html,
      /<a href="\/arbete\/harnosand\/allas-system\?kommun=goteborg" aria-label="Göteborg: Hypergene">/u,
    );
    assert.equal((page.html.match(/class="k-map-tile"/gu) ?? []).length, 290);
  });

  test('before anything is chosen it says how many systems each has shown, and what to choose', async () => {
    const visitor = as('strategist@harnosand');
    const page = await visitor.open(at('harnosand', 'allas-system/karta'));
    assert.match(page.text, /12 av 290 kommuner har lagt in sina system/u);
    assert.match(page.text, /1–9 system \(12\) har inte börjat \(278\)/u);
    assert.match(page.html, /aria-label="Strömstad: 2\u00A0system"/u);
    assert.match(page.text, /Regioner och andra .*Region Västernorrland 1\ssystem/u);
    assert.match(page.text, /Våra system Katalogen/u);
    const chosen = await visitor.open(at('harnosand', `allas-system/karta?vad=produkt%3A${product}`));
    assert.equal(chosen.address, at('harnosand', `allas-system/karta?produkt=${product}`));
    assert.match(chosen.html, /<option value="produkt:hypergene-plattform" selected/u);
    const version = await visitor.open(`${chosen.address}&visa=version`);
    assert.match(version.text, /Efter version/u);
    assert.equal((await visitor.open(at('harnosand', 'allas-system/karta?vad=x'))).status, 200);
  });

  test('an area is coloured by how much of it is covered', async () => {
    const page = await as('strategist@harnosand').open(
      at('harnosand', 'allas-system/karta?omrade=skola-forskola'),
    );
    assert.equal(page.status, 200);
    assert.match(page.text, /Skola och förskola: 11 kommuner/u);
  });

  test('a product says where it is used and whom to ask', async () => {
    const page = await as('strategist@kungalv').open(at('kungalv', `allas-system/produkter/${product}`));
    assert.match(page.text, /Hypergene i 12 kommuner/u);
    assert.match(page.text, new RegExp(secrets.contact, 'u'));
    const none = await as('strategist@kungalv').open(at('kungalv', 'allas-system/produkter/finns-inte'));
    assert.equal(none.status, 404);
  });
});

suite('side by side', () => {
  test('same, missing, and price for each inhabitant', async () => {
    const page = await as('strategist@kungalv').open(
      at('kungalv', 'jamfor?med=goteborg,stromstad,region-vasternorrland'),
    );
    assert.match(page.text, /Fyra organisationers system/u);
    assert.match(page.text, /inte registrerat/u);
    assert.match(page.html, /data-same/u);
    assert.match(page.text, /kr per invånare/u);
  });

  test('a region compares without contracts and prices', async () => {
    const page = await as('strategist@region-vasternorrland').open(
      at('region-vasternorrland', 'jamfor?med=stromstad,goteborg'),
    );
    assert.match(page.text, /Strömstad/u);
    assert.doesNotMatch(page.text, /till \w+\s2027|kr per invånare/u);
  });

  test('those who resemble are proposed with why, and names are looked up', async () => {
    const visitor = as('strategist@kungalv');
    const choose = await visitor.open(at('kungalv', 'jamfor/valj'));
    assert.match(choose.text, /av era 2 system är samma/u);
    assert.match(choose.text, /också med i Göteborgsregionen/u);
    const wrong = await visitor.open(at('kungalv', 'jamfor/valj?visa=ja&namn=Atlantis'));
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Vi hittar inte Atlantis/u);
    const right = await visitor.open(
      at('kungalv', 'jamfor/valj?visa=ja&namn=%C3%85nge,%20Region%20Sk%C3%A5ne'),
    );
    assert.match(right.text, /Tre organisationers system/u);
  });

  test('a network in whole', async () => {
    const page = await as('strategist@kungalv').open(at('kungalv', 'jamfor?natverk=goteborgsregionen'));
    assert.match(page.text, /System i Göteborgsregionen/u);
    for (const id of thirteen)
      assert.match(page.text, new RegExp(municipalities.find((one) => one.id === id)?.name ?? '?', 'u'));
  });
});

test('what those who resemble one agree on is proposed, as far as they show it', async () => {
  for (const organisation of ['skara', 'hjo']) {
    await putInUse(kommons, organisation, [
      {
        product: 'platina',
        facts: { hosting: 'supplier', archiveDuty: 'keep', criticality: 'high', price: 10 },
      },
    ]);
  }
  const found = await kommons.database.db.transaction(
    { organisation: 'harnosand', person: null },
    async (tx) => findDefaults(tx, await readerFor(tx, 'harnosand'), 'platina'),
  );
  assert.deepEqual(
    found.map(({ field, value, said, of }) => [field, value, said, of]),
    [
      ['hosting', 'supplier', 2, 2],
      ['archiveDuty', 'keep', 2, 2],
    ],
  );
});

suite('from the horizon to a call', () => {
  test('the thirteen find what eleven have and whose contracts end within 18 months, and begin the call', async () => {
    const lead = as('strategist@kungalv');
    const horizon = await lead.open(at('kungalv', 'avtalshorisont'));
    const neighbours = eleven.includes('kungalv') ? 'Tio' : 'Elva';
    assert.match(
      horizon.text,
      new RegExp(`${neighbours} grannar har avtal om Hypergene som slutar inom 18 månader`, 'u'),
    );
    const subject = await lead.open(
      at('kungalv', `avtalshorisont?natverk=goteborgsregionen&produkt=${product}`),
    );
    assert.match(subject.text, /Elva av elva har avtal som slutar mellan/u);
    assert.match(horizon.text, /Listan har \d+\savtal som slutar från .* till /u);
    assert.match(horizon.text, /Bjud in till gemensamt köp av Hypergene/u);
    const invite = /href="(\/arbete\/kungalv\/upprop\/nytt[^"]*)"/u.exec(subject.html)?.[1] ?? '';
    const colleague = await as('case-worker@kungalv').open(subject.address);
    assert.equal(colleague.status, 200);
    assert.doesNotMatch(colleague.html, /upprop\/nytt/u);
    const form = await lead.open(invite.replaceAll('&amp;', '&'));
    assert.match(form.html, /value="Gemensamt köp av Hypergene"/u);
    const sent = await lead.send(form, '/upprop/nytt', { text: 'Vill ni upphandla tillsammans med oss?' });
    assert.match(sent.text, /Uppropet är skickat/u);
    assert.match(sent.text, /har inte svarat/u);
    const call = /\/upprop\/([0-9a-f-]{36})/u.exec(sent.html)?.[1] ?? '';

    const invited = eleven.find((id) => id !== 'kungalv') ?? '';
    await waitFor(async () => {
      const { rows } = await kommons.database.db.transaction({ organisation: invited, person: null }, (tx) =>
        sql`select 1 from commons.notices where to_organisation_id = ${invited}`.execute(tx),
      );
      return rows.length === 1;
    });
    const inbox = await as(`strategist@${invited}`).open(at(invited, 'aviseringar'));
    assert.match(inbox.text, /Upprop: Gemensamt köp av Hypergene/u);

    // Those who are not invited find nothing, nor do those who may not act begin or answer.
    assert.equal((await as('strategist@stromstad').open(at('stromstad', `upprop/${call}`))).status, 404);
    assert.equal(
      (await as(`case-worker@${invited}`).raw('POST', at(invited, `upprop/${call}/svar`), { svar: 'yes' }))
        .status,
      404,
    );
    assert.equal((await as('case-worker@kungalv').raw('GET', at('kungalv', 'upprop/nytt'))).status, 404);

    const other = as(`strategist@${invited}`);
    const page = await other.open(at(invited, `upprop/${call}`));
    const none = await other.send(page, '/svar', {});
    assert.equal(none.status, 422);
    const first = await other.send(page, '/svar', { svar: 'perhaps', omfattning: '120 användare' });
    assert.match(first.text, /Ert svar är skickat/u);
    // Answered anew, the newer holds; two at once leave one answer.
    await Promise.all(
      ['yes', 'yes'].map((svar) =>
        other.raw('POST', at(invited, `upprop/${call}/svar`), { svar, omfattning: '150 användare' }),
      ),
    );
    const answered = await lead.open(at('kungalv', `upprop/${call}`));
    assert.match(answered.text, /1 ja, 0 kanske, 0 nej/u);
    assert.match(answered.text, /150 användare/u);

    assert.equal((await other.raw('POST', at(invited, `upprop/${call}/avsluta`), {})).status, 404);
    await lead.raw('POST', at('kungalv', `upprop/${call}/avsluta`), {});
    const again = await lead.raw('POST', at('kungalv', `upprop/${call}/avsluta`), {});
    assert.equal(again.status, 303);
    const late = await other.raw('POST', at(invited, `upprop/${call}/svar`), { svar: 'no' });
    assert.equal(late.status, 409);
  });

  test('a call without those to invite, or with a day that has been, is not begun', async () => {
    const fields = { titel: 'Köp', text: 'Vi', 'svara.day': '1', 'svara.month': '1', 'svara.year': '2020' };
    const sent = await as('strategist@kungalv').raw('POST', at('kungalv', 'upprop/nytt'), fields);
    assert.equal(sent.status, 422);
    assert.match(sent.body, /Välj minst en att bjuda in/u);
    assert.match(sent.body, /Välj en dag som inte har varit/u);
  });
});

suite('asking', () => {
  test('a question reaches those who are shown as the ones to ask, and the answer comes back', async () => {
    const asker = as('case-worker@harnosand');
    const page = await asker.open(at('harnosand', `systemfragor/ny?till=stromstad&produkt=${product}`));
    assert.match(page.text, /Strömstad: It-chefen/u);
    const empty = await asker.send(page, '/systemfragor/ny', {});
    assert.equal(empty.status, 422);
    const sent = await asker.send(page, '/systemfragor/ny', { text: 'Hur gick bytet?' });
    assert.match(sent.text, /Frågan är skickad/u);
    const question = /\/systemfragor\/([0-9a-f-]{36})/u.exec(sent.address)?.[1] ?? '';
    const stranger = await as('strategist@sundsvall').open(at('sundsvall', `systemfragor/${question}`));
    assert.equal(stranger.status, 404);
    const own = await asker.raw('POST', at('harnosand', `systemfragor/${question}/svar`), {
      svar: 'Jag svarar själv',
    });
    assert.equal(own.status, 404);
    const answers = await Promise.all(
      ['Bra.', 'Mycket bra.'].map((svar) =>
        as('case-worker@stromstad').raw('POST', at('stromstad', `systemfragor/${question}/svar`), { svar }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 409],
    );
    const done = await asker.open(at('harnosand', `systemfragor/${question}`));
    assert.match(done.text, /ra\. /u);
    await waitFor(async () => {
      const { rows } = await kommons.database.db.transaction(
        { organisation: 'stromstad', person: null },
        (tx) =>
          sql`select 1 from commons.notices where to_organisation_id = 'stromstad' and kind = 'elsewhere'`.execute(
            tx,
          ),
      );
      return rows.length === 1;
    });
  });

  test('nobody is asked who is not shown as the one to ask', async () => {
    const asker = as('strategist@harnosand');
    for (const query of [
      'till=stromstad&produkt=byggr',
      'till=stromstad&produkt=treserva',
      `till=kiruna&produkt=${product}`,
    ]) {
      assert.equal((await asker.open(at('harnosand', `systemfragor/ny?${query}`))).status, 404, query);
      const fields = { ...Object.fromEntries(new URLSearchParams(query)), text: 'Hej' };
      assert.equal((await asker.raw('POST', at('harnosand', 'systemfragor/ny'), fields)).status, 404, query);
    }
  });

  test('what one was asked is not changed by the one who answers', async () => {
    const { db } = kommons.database;
    const change = db.transaction({ organisation: 'stromstad', person: null }, (tx) =>
      sql`update systems.questions set text = 'Något annat' where to_organisation_id = 'stromstad'`.execute(
        tx,
      ),
    );
    await assert.rejects(change, /only the answer/u);
    const forged = db.transaction({ organisation: 'harnosand', person: null }, (tx) =>
      sql`update systems.questions set answer = 'Ja', answered_at = now() where organisation_id = 'harnosand'`.execute(
        tx,
      ),
    );
    await assert.rejects(forged, /only the answer/u);
  });
});

test('a supplier is let in nowhere', async () => {
  for (const { method, path } of everybodyRoutes) {
    const address = path
      .replace(':organisation', 'stromstad')
      .replace(':product', product)
      .replaceAll(/:\w+/gu, '01900000-0000-7000-8000-000000000000');
    const got = await as('supplier@stromstad').raw(
      method === 'GET' ? 'GET' : 'POST',
      address,
      method === 'GET' ? undefined : {},
    );
    assert.equal(got.status, 404, `${method} ${path}`);
    assert.doesNotMatch(got.body, /Strömstad, |Budgetnavet|kanarie/u);
  }
});
