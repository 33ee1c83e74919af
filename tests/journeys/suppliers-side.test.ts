import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { sql } from 'kysely';
import { saveCurator } from '../../src/modules/systems/index.ts';
import { readCatalogue } from '../../src/modules/systems/catalogue/reading.ts';
import { testApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';

/* A supplier looks after its own records and answers for its products, and learns nothing of who uses what. */

let kommons: TestApp;
const supplier = 'supplier@mallsta-digital';
const own = '/arbete/mallsta-digital/leverantor';
const work = '/arbete/mallsta-digital/katalog';
const curator = 'strategist@goteborgsregionen';
const curators = '/arbete/goteborgsregionen/katalog';
const as = (who: string | null): Visitor => kommons.visitor(who);

before(async () => {
  kommons = await testApp();
  await kommons.database.db.transaction({ organisation: 'goteborgsregionen', person: null }, (tx) =>
    saveCurator(tx, 'goteborgsregionen', { curates: true, at: kommons.clock.now }),
  );
});
after(() => kommons.close());

const catalogue = () => kommons.database.db.transaction({ organisation: null, person: null }, readCatalogue);

suite('what is there for a supplier, and what is not', () => {
  test('the day begins at its own side, with nothing of the public sector in the menu', async () => {
    const start = await as(supplier).open('/arbete/mallsta-digital');
    assert.equal(start.address, own);
    assert.match(start.text, /Mallsta Robotrad/);
    const bar = /<header class="k-bar"[\s\S]*?<\/header>/.exec(start.html)?.[0] ?? '';
    const links = [...bar.matchAll(/href="(\/[^"]*)"/g)].map(([, to]) => to);
    assert.deepEqual(
      new Set(links),
      new Set(['/', own, '/arbete/mallsta-digital/installningar/roller', '/konto', '/system']),
    );
    assert.doesNotMatch(bar, /Sök i biblioteket/);
  });

  test('nobody else comes to its side, and it comes to nobody else’s', async () => {
    for (const who of ['admin@harnosand', 'supplier@harnosand', 'supplier@provkoping-system', curator])
      assert.equal((await as(who).raw('GET', own)).status, 404, who);
    assert.match((await as(null).raw('GET', own)).location, /\/logga-in/);
    for (const address of [
      '/arbete/mallsta-digital/system',
      '/arbete/mallsta-digital/allas-system',
      '/arbete/mallsta-digital/guider',
      '/arbete/mallsta-digital/verk',
      '/arbete/mallsta-digital/katalog',
      '/arbete/mallsta-digital/katalog/historik',
      '/arbete/mallsta-digital/katalog/leverantorer/ny',
      '/arbete/mallsta-digital/aviseringar',
      '/arbete/harnosand/system',
      '/arbete/harnosand/leverantor',
      '/api/v1/organisations/mallsta-digital',
      '/api/v1/organisations/mallsta-digital/guides',
      '/k/mallsta-digital',
      '/k/mallsta-digital/tjanster',
    ])
      assert.equal((await as(supplier).raw('GET', address)).status, 404, address);
  });

  test('it is in no list of the public sector', async () => {
    const listed = await kommons.client.as(supplier).get('/api/v1/organisations?search=mallsta');
    assert.deepEqual(listed, { total: 0, rows: [] });
    assert.doesNotMatch((await as(null).open('/kommuner?sok=mallsta')).text, /Mallsta Digital/);
    const asked = '/arbete/harnosand/jamfor/valj?visa=ja&namn=Mallsta+Digital';
    assert.doesNotMatch((await as('strategist@harnosand').open(asked)).text, /Mallsta Digital, /);
  });

  test('whoever works there is a supplier and nothing else, and no network has it', async () => {
    const { db } = kommons.database;
    const given = db.transaction({ organisation: 'mallsta-digital', person: null }, (tx) =>
      sql`update identity.mandates set role = 'strategist' where organisation_id = 'mallsta-digital'`.execute(
        tx,
      ),
    );
    await assert.rejects(given, /whoever works at a supplier is a supplier/);
    const joined = db.transaction({ organisation: null, person: null }, (tx) =>
      sql`insert into organisations.memberships (network_id, member_id, since)
        values ('esamverkan', 'mallsta-digital', now())`.execute(tx),
    );
    await assert.rejects(joined, /a supplier is a member of no network/);
  });

  test('colleagues are let in and out, and somebody always stays', async () => {
    const page = '/arbete/mallsta-digital/installningar/roller';
    const shown = await as(supplier).open(page);
    assert.match(shown.text, /Kollegor/);
    assert.doesNotMatch(shown.text, /Handläggare|Utseende/);
    const given = await as(supplier).send(shown, '/roller', { who: 'produktchef', label: 'Produktchef' });
    assert.match(given.text, /Kollegan är tillagd/);
    const forged = await as(supplier).send(shown, '/roller', { who: 'annan', role: 'admin' });
    assert.equal(forged.status, 422);
    kommons.clock.now = new Date(kommons.clock.now.getTime() + 1000);
    const gone = await as(supplier).send(given, '/avsluta');
    assert.match(gone.text, /Kollegan är borttagen/);
    kommons.clock.now = new Date(kommons.clock.now.getTime() + 1000);
    const last = await as(supplier).send(await as(supplier).open(page), '/avsluta');
    assert.match(last.text, /Någon måste vara kvar/);
  });
});

suite('its own records', () => {
  test('it changes its own supplier record and products, and nobody else’s', async () => {
    const form = await as(supplier).open(`${work}/produkter/mallsta-floderi/andra`);
    assert.equal(form.status, 200);
    assert.match(form.text, /Era uppgifter/);
    await as(supplier).send(form, '/andra', {
      whatSv: 'Flyttar uppgifter mellan system.',
      versions: '4 | 2025-01-01',
    });
    const changed = (await catalogue()).products.get('mallsta-floderi')?.record;
    assert.deepEqual(
      [changed?.what.sv, changed?.versions.map(({ name }) => name)],
      ['Flyttar uppgifter mellan system.', ['4']],
    );
    const record = await as(supplier).open(`${work}/leverantorer/mallsta-digital/andra`);
    await as(supplier).send(record, '/andra', { web: 'https://mallsta.example/' });
    assert.equal(
      (await catalogue()).suppliers.get('mallsta-digital')?.record.web,
      'https://mallsta.example/',
    );
    for (const address of [
      'produkter/provkoping-turplan',
      'produkter/lifecare',
      'leverantorer/provkoping-system',
    ]) {
      assert.equal((await as(supplier).raw('GET', `${work}/${address}/andra`)).status, 404, address);
      assert.equal(
        (await as(supplier).raw('POST', `${work}/${address}/andra`, { name: 'Taget' })).status,
        404,
        address,
      );
    }
    assert.match((await as(null).open('/system/mallsta-floderi')).text, /Flyttar uppgifter mellan system/);
    assert.doesNotMatch((await as(null).open('/system/mallsta-floderi')).html, /katalog\/produkter/);
  });

  test('it adds a product of its own, marked as invented as it is; never one of others', async () => {
    const form = await as(supplier).open(`${work}/produkter/ny`);
    assert.match(form.html, /value="Mallsta Digital"/);
    const made = await as(supplier).send(form, '/produkter/ny', { name: 'Mallsta Nyhet', whatSv: 'Provar.' });
    assert.equal(made.address, '/system/mallsta-nyhet');
    const { record } = (await catalogue()).products.get('mallsta-nyhet') ?? {};
    assert.deepEqual([record?.supplier, record?.example], ['mallsta-digital', true]);
    for (const name of ['Provköping System', 'Helt Ny Leverantör', '']) {
      const answers = { name: `Smusslad ${name}`, supplier: name, supplierChoice: 'new' };
      const anew = await as(supplier).open(`${work}/produkter/ny`);
      const refused = await as(supplier).send(anew, '/produkter/ny', answers);
      assert.equal(refused.status, 422, name);
      assert.match(refused.text, /era egna produkter/, name);
    }
    const change = await as(supplier).open(`${work}/produkter/mallsta-nyhet/andra`);
    const away = await as(supplier).send(change, '/andra', { supplier: 'Provköping System' });
    assert.match(away.text, /era egna produkter/);
    assert.equal((await catalogue()).products.get('mallsta-nyhet')?.record.supplier, 'mallsta-digital');
  });

  test('what others say of standards stays theirs', async () => {
    const given = { standards: ['suti'], 'evidence-suti': 'Enligt avtal' };
    const theirs = await as(curator).open(`${curators}/produkter/mallsta-robotrad/andra`);
    await as(curator).send(theirs, '/andra', given);
    const form = await as(supplier).open(`${work}/produkter/mallsta-robotrad/andra`);
    await as(supplier).send(form, '/andra', { standards: ['fgs'], whatEn: 'Invented robots.' });
    const { record } = (await catalogue()).products.get('mallsta-robotrad') ?? {};
    assert.deepEqual(record?.standards, [{ standard: 'suti', evidence: 'Enligt avtal' }]);
    assert.equal(record?.what.en, 'Invented robots.');
  });

  test('what a product does is changed at once, and looked over by a curator', async () => {
    const form = await as(supplier).open(`${work}/produkter/mallsta-nyhet/andra`);
    await as(supplier).send(form, '/andra', { components: ['e-arkiv', 'processautomation'] });
    const list = await as(curator).open(`${curators}/funktioner`);
    assert.match(list.text, /Mallsta Nyhet/);
    assert.match(list.text, /Mallsta Digital, 23 november 2026/);
    assert.match(list.text, /E-arkiv/);
    const entry = /href="([^"]*\/historik\/\d+)"/.exec(list.html)?.[1] ?? '';
    assert.equal((await as(curator).open(entry)).status, 200);
    const fine = /action="([^"]*\/funktioner\/\d+\/granskad)"/.exec(list.html)?.[1] ?? '';
    for (const who of ['strategist@harnosand', supplier]) {
      const elsewhere = fine.replace('goteborgsregionen', who.split('@')[1] ?? '');
      assert.equal((await as(who).raw('POST', elsewhere, {})).status, 404, who);
    }
    await as(curator).raw('POST', fine, {});
    await as(curator).raw('POST', fine, {});
    assert.match((await as(curator).open(`${curators}/funktioner`)).text, /Inget att granska|Mallsta/);
    assert.doesNotMatch((await as(curator).open(`${curators}/funktioner`)).html, new RegExp(fine));
  });

  test('what others have done since it looked is listed, without who', async () => {
    const add = await as('strategist@timra').open('/arbete/timra/katalog/produkter/ny');
    await as('strategist@timra').send(add, '/produkter/ny', {
      name: 'Mallsta Kundens Eget',
      supplier: 'Mallsta Digital',
    });
    const news = await as(supplier).open(`${own}/nytt`);
    assert.match(news.text, /Mallsta Kundens Eget/);
    assert.match(news.text, /Lades till/);
    assert.doesNotMatch(news.text, /Timrå|timra/);
    const change = await as(supplier).open(`${work}/produkter/mallsta-kundens-eget/andra`);
    assert.equal(change.status, 200);
    await as(supplier).send(news, '/nytt/sett');
    assert.match((await as(supplier).open(`${own}/nytt`)).text, /Inget nytt/);
    assert.equal(
      (await as('strategist@timra').raw('GET', '/arbete/timra/katalog/produkter/mallsta-kundens-eget/andra'))
        .status,
      200,
    );
  });

  test('the open interface tells nobody who added a product', async () => {
    const body = JSON.stringify(await kommons.client.as(supplier).get('/api/v1/products?q=kundens'));
    assert.match(body, /mallsta-kundens-eget/);
    assert.doesNotMatch(body, /timra/);
  });
});

const standardsPage = `${own}/produkter/mallsta-robotrad/standarder`;
const headings = async (): Promise<readonly string[]> =>
  [...(await as(supplier).open(standardsPage)).html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(
    ([, text = '']) => text,
  );

const answersIn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<select[^>]*name="svar-([^"]*)"[\s\S]*?<\/select>/g)].flatMap(([select, id = '']) => {
      const chosen = /<option[^>]*value="([^"]+)"[^>]*selected|<option[^>]*selected[^>]*value="([^"]+)"/.exec(
        select,
      );
      return chosen === null ? [] : [[id, chosen[1] ?? chosen[2] ?? '']];
    }),
  );
const answered = async () => answersIn((await as(supplier).open(standardsPage)).html);

suite('answers on standards', () => {
  const page = standardsPage;

  test('they stand on the open page as the supplier’s own word, apart from what others say', async () => {
    const form = await as(supplier).open(page);
    const answers = {
      'svar-openid-connect': 'partly',
      'fran-openid-connect': '5.1',
      'bevis-openid-connect': 'https://mallsta.example/oidc',
      'svar-iso-27001': 'no',
    };
    const saved = await as(supplier).send(form, '/standarder', answers);
    assert.match(saved.text, /Svaren är sparade/);
    assert.match(saved.text, /Svarat 23 november 2026 av Leverantör, Mallsta Digital/);
    const open = await as(null).open('/system/mallsta-robotrad');
    assert.match(
      open.text,
      /Följer delvis från version 5.1\. Det som visar det Leverantörens uppgift, 23 november 2026/,
    );
    assert.match(open.text, /Följer inte\./);
    assert.doesNotMatch(open.text, /Svarat|Leverantör, Mallsta/);
    const found = await as(null).open('/system?standard=openid-connect');
    assert.match(found.text, /Mallsta Robotrad/);
    assert.doesNotMatch((await as(null).open('/system?standard=iso-27001')).text, /Mallsta Robotrad/);
  });

  test('what cannot be an address is said, and what was typed stays', async () => {
    const form = await as(supplier).open(page);
    const wrong = await as(supplier).send(form, '/standarder', {
      'svar-iso-27001': 'meets',
      'bevis-iso-27001': 'javascript:alert(1)',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /ISO\/?[^:]*27001: skriv en adress/);
    assert.match(wrong.html, /javascript:alert\(1\)/);
    assert.match((await as(null).open('/system/mallsta-robotrad')).text, /Följer inte\./);
  });

  test('an answer is taken back; nobody answers for others', async () => {
    const form = await as(supplier).open(page);
    await as(supplier).send(form, '/standarder', { 'svar-iso-27001': '' });
    assert.doesNotMatch((await as(null).open('/system/mallsta-robotrad')).text, /Följer inte\./);
    const others = `${own}/produkter/provkoping-turplan/standarder`;
    assert.equal((await as(supplier).raw('GET', others)).status, 404);
    assert.equal((await as(supplier).raw('POST', others, { 'svar-suti': 'no' })).status, 404);
  });

  test('a colleague’s answers stay when an old form is sent, and what both answered is asked about', async () => {
    const old = await as(supplier).open(page);
    const later = await as(supplier).open(page);
    const colleague = await as(supplier).open(page);
    await as(supplier).send(colleague, '/standarder', {
      'svar-suti': 'meets',
      'svar-fgs': 'partly',
      'fran-fgs': '2',
      'svar-openid-connect': 'meets',
    });
    const other = await as(supplier).send(old, '/standarder', { 'svar-bpmn': 'no' });
    assert.match(other.text, /Svaren är sparade/);
    const all = { suti: 'meets', fgs: 'partly', 'openid-connect': 'meets', bpmn: 'no' };
    assert.deepEqual(await answered(), all);

    const asked = await as(supplier).send(later, '/standarder', { 'svar-fgs': 'no', 'svar-bpmn': 'meets' });
    assert.equal(asked.status, 422);
    assert.match(asked.text, /Någon hann före/);
    assert.match(asked.text, /FGS[^.]*? Följer delvis, från version 2 Följer inte/);
    assert.deepEqual(await answered(), all, 'nothing is saved until it is chosen');
    assert.deepEqual(answersIn(asked.html), { ...all, fgs: 'no', bpmn: 'meets' }, 'what was typed stays');

    await as(supplier).send(asked, '/standarder', { ta: 'fgs' });
    assert.deepEqual(await answered(), { ...all, bpmn: 'meets' });
  });

  test('standards that many asked for last month come first', async () => {
    kommons.clock.now = new Date('2026-11-25T09:00:00Z');
    for (let n = 0; n < 6; n += 1)
      await as('strategist@timra').open('/arbete/timra/katalog?standard=en-301-549');
    assert.deepEqual((await headings())[0], 'Rör det som produkten gör');
    kommons.clock.now = new Date('2026-12-02T09:00:00Z');
    assert.deepEqual((await headings()).slice(0, 2), ['Efterfrågas nu', 'Rör det som produkten gör']);
    kommons.clock.now = new Date('2026-11-23T09:00:00Z');
  });
});
