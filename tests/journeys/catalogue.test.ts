import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { editions } from '../../src/modules/systems/taxonomy/editions.ts';
import { saveCurator } from '../../src/modules/systems/index.ts';
import { testApp, type TestApp } from '../support/app.ts';

/* The catalogue of systems: open to read, added to by all at work, cleaned by curators. */

let kommons: TestApp;

type Method = 'GET' | 'POST' | 'PUT';
const call = (who: string, method: Method, address: string, body?: object) =>
  kommons.client.as(who).ask(method, address, body);

const curator = 'strategist@goteborgsregionen';

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

const Id = z.object({ id: z.string() });

/** Adds a record through the API, as somebody at work. */
async function add(who: string, kind: 'products' | 'suppliers', record: object): Promise<string> {
  const organisation = who.split('@')[1] ?? '';
  const common = { aliases: [], formerNames: [] };
  const product = { components: [], what: { sv: '', en: '' }, hosting: [], licence: 'proprietary' };
  const made = await call(who, 'POST', `/api/v1/organisations/${organisation}/${kind}?anyway=yes`, {
    ...common,
    ...(kind === 'products' ? product : {}),
    ...record,
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return Id.parse(made.body).id;
}

test('anybody finds a product by what it does, misspelt too, and reads nothing of who uses it', async () => {
  const visitor = kommons.visitor(null);
  const found = await visitor.open('/system?q=skolskjutsar');
  assert.equal(found.status, 200);
  assert.match(found.text, /Skolskjuts/i);
  const meant = await visitor.open('/system?q=lifcare');
  assert.match(meant.text, /Menade du lifecare\s?\?/);
  const product = await visitor.open('/system/lifecare');
  assert.match(product.text, /Lifecare/);
  assert.match(product.text, /Vad det gör/);
  assert.equal((await visitor.open('/system/finns-inte')).status, 404);
  assert.equal((await visitor.open('/system/leverantorer?q=tieto')).status, 200);
  const area = await visitor.open('/en/system?area=socialtjanst&page=1');
  assert.match(area.text, /1–\d+ of \d+/);
});

test('the list is saved as CSV, XLSX, ODS and JSON, described as open data, and a product as publiccode.yml', async () => {
  const visitor = kommons.visitor(null);
  const csv = await visitor.raw('GET', '/system/lista?format=csv&q=lifecare');
  assert.equal(csv.status, 200);
  assert.match(csv.body, /^\uFEFF?Id;Namn;/u);
  assert.match(csv.body, /\nlifecare;Lifecare;/u);
  const xlsx = await visitor.raw('GET', '/system/lista?format=xlsx');
  assert.match(String(xlsx.headers['content-type']), /spreadsheetml/u);
  const ods = await visitor.raw('GET', '/system/lista?format=ods');
  assert.match(String(ods.headers['content-type']), /opendocument\.spreadsheet/u);
  const rows = await visitor.raw('GET', '/system/lista?format=json&area=socialtjanst');
  assert.ok(
    z.object({ rows: z.array(z.object({ id: z.string() })) }).parse(JSON.parse(rows.body)).rows.length > 5,
  );
  for (const [path, type] of [
    ['/system/dcat', /rdf\+xml/u],
    ['/system/dcat.rdf', /rdf\+xml/u],
    ['/system/dcat.ttl', /text\/turtle/u],
    ['/system/dcat.jsonld', /ld\+json/u],
  ] as const) {
    const dcat = await visitor.raw('GET', path);
    assert.match(String(dcat.headers['content-type']), type);
    assert.match(dcat.body, /http:\/\/kommons\.test\/system\/lista\?format=csv/u);
  }
  const yml = await visitor.raw('GET', '/system/nextcloud-hub/publiccode.yml');
  assert.match(yml.body, /^name: Nextcloud$/mu);
  assert.match(yml.body, /license: AGPL-3\.0-or-later/u);
  assert.equal((await visitor.raw('GET', '/system/lifecare/publiccode.yml')).status, 404);
  assert.doesNotMatch((await visitor.open('/system/lifecare')).text, /Hämta publiccode/);
});

test('somebody at work adds a product with a new supplier, and is asked first when it is there already', async () => {
  const visitor = kommons.visitor('strategist@harnosand');
  const empty = await visitor.open('/arbete/harnosand/katalog/produkter/ny');
  const answers = { name: 'Sagoverket Skjuts', supplier: 'Sagoverket Trafik', whatSv: 'Planerar skjutsar.' };
  const asked = await visitor.send(empty, '/katalog/produkter/ny', answers);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Vi känner inte leverantören ”Sagoverket Trafik”/);
  const other = await visitor.send(asked, '/katalog/produkter/ny', {
    supplierChoice: 'new',
    supplier: 'Sagoverket Buss',
  });
  assert.match(other.text, /Vi känner inte leverantören ”Sagoverket Buss”/, 'the choice was of another name');
  const added = await visitor.send(asked, '/katalog/produkter/ny', { supplierChoice: 'new' });
  assert.equal(added.address, '/system/sagoverket-skjuts');
  assert.match(added.text, /Sagoverket Trafik/);

  const again = await visitor.send(empty, '/katalog/produkter/ny', { name: 'sagoverket skjuts' });
  assert.equal(again.status, 422);
  assert.match(again.text, /Det finns redan i katalogen/);
  const nameless = await visitor.send(empty, '/katalog/produkter/ny', {
    name: ' ',
    web: 'javascript:alert(1)',
  });
  assert.equal(nameless.status, 422);
  assert.match(nameless.text, /Skriv ett namn/);
  assert.match(nameless.text, /Kontrollera webbplats/);
});

test('what one has added one changes, until somebody else has had a hand in it; others never', async () => {
  const id = await add('strategist@harnosand', 'products', { name: 'Kottepilen' });
  const own = kommons.visitor('strategist@harnosand');
  const address = `/arbete/harnosand/katalog/produkter/${id}/andra`;
  const form = await own.open(address);
  const earlier = await own.open(address);
  assert.equal(form.status, 200);
  const changed = await own.send(form, '/andra', { whatSv: 'Räknar kottar.', versions: '1.0 | 2026-01-01' });
  assert.match(changed.text, /Räknar kottar/);
  const stale = await own.send(earlier, '/andra', { whatSv: 'Räknar pilar.' });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /Någon hann före/);
  const badLine = await own.send(await own.open(address), '/andra', { versions: '1.0 | i går' });
  assert.match(badLine.text, /Rad 1 går inte att läsa/);

  const other = kommons.visitor('strategist@sundsvall');
  assert.equal((await other.open(`/arbete/sundsvall/katalog/produkter/${id}/andra`)).status, 404);
  const gr = kommons.visitor(curator);
  const taken = await gr.send(
    await gr.open(`/arbete/goteborgsregionen/katalog/produkter/${id}/andra`),
    '/andra',
    { whatSv: 'Räknar kottar och pilar.' },
  );
  assert.match(taken.text, /Räknar kottar och pilar/);
  assert.equal((await own.open(address)).status, 404, 'a curator has taken it over');
});

test('nothing typed is lost where somebody was first: what they changed stands beside, and is taken by choice', async () => {
  const id = await add('strategist@harnosand', 'products', { name: 'Blåmesen' });
  const own = kommons.visitor('strategist@harnosand');
  const address = `/arbete/harnosand/katalog/produkter/${id}/andra`;
  const late = await own.open(address);
  await own.send(await own.open(address), '/andra', {
    whatSv: 'Räknar mesar.',
    web: 'https://mesar.example/',
    aliases: 'Mesen',
  });
  const typed = {
    whatSv: 'Räknar blåmesar.',
    whatEn: 'Counts blue tits.',
    cpe: 'cpe:2.3:a:mes:mes:1:*:*:*:*:*:*:*',
    supplier: 'Fågelholken',
    supplierChoice: 'new',
  };
  const asked = await own.send(late, '/andra', typed);
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Någon hann före/);
  assert.match(asked.text, /Vad det gör Räknar mesar\. Räknar blåmesar\. \/ Counts blue tits\./);
  assert.match(asked.html, /<textarea[^>]*name="whatSv"[^>]*>Räknar blåmesar\.</u);
  assert.match(asked.html, /name="cpe"[^>]*value="cpe:2\.3:a:mes/u);
  assert.match(asked.html, /value="https:\/\/mesar\.example\/"/u, 'what one has not touched is theirs');
  assert.match(asked.html, /<textarea[^>]*name="aliases"[^>]*>Mesen</u);
  assert.equal((await own.open('/system/leverantorer?q=fågelholken')).text.includes('Fågelholken'), false);

  const taken = await own.send(asked, '/andra', { ta: 'what' });
  assert.match(taken.text, /Räknar mesar\./);
  assert.doesNotMatch(taken.text, /blåmesar/);
  assert.match(taken.text, /cpe:2\.3:a:mes.*Fågelholken|Fågelholken.*cpe:2\.3:a:mes/u);
  assert.match(taken.text, /Mesen/);

  const merged = await own.open(address);
  const curators = kommons.visitor(curator);
  const other = await add(curator, 'products', { name: 'Talgoxen' });
  assert.equal((await mergeTwo(other, id)).status, 201);
  const gone = await own.send(merged, '/andra', { whatSv: 'Räknar allt.' });
  assert.equal(gone.status, 422);
  assert.match(gone.html, />Räknar allt\.</u);
  assert.match(gone.text, /ihopslagen/);
  assert.equal((await curators.open(`/system/${id}`)).address, `/system/${other}`);
});

test('a supplier is changed in the same way', async () => {
  const id = await add('strategist@harnosand', 'suppliers', { name: 'Domherren' });
  const own = kommons.visitor('strategist@harnosand');
  const address = `/arbete/harnosand/katalog/leverantorer/${id}/andra`;
  const late = await own.open(address);
  await own.send(await own.open(address), '/andra', { web: 'https://domherren.example/', aliases: 'Herren' });
  const asked = await own.send(late, '/andra', { web: 'https://herren.example/' });
  assert.equal(asked.status, 422);
  assert.match(asked.text, /Webbplats https:\/\/domherren\.example\/ https:\/\/herren\.example\//);
  assert.match(asked.html, /<textarea[^>]*name="aliases"[^>]*>Herren</u);
  const kept = await own.send(asked, '/andra');
  assert.match(kept.html, /https:\/\/herren\.example\//u);
  assert.match(kept.text, /Herren/);
});

test('a case worker may look, and adds nothing', async () => {
  const worker = kommons.visitor('case-worker@harnosand');
  assert.equal((await worker.open('/arbete/harnosand/katalog')).status, 200);
  assert.equal((await worker.open('/arbete/harnosand/katalog/produkter/ny')).status, 404);
  const away = await kommons.visitor(null).raw('GET', '/arbete/harnosand/katalog');
  assert.match(away.location, /^\/logga-in/);
});

test('a curator merges duplicates side by side, sees what changed since, and undoes; nobody else does', async () => {
  const names = ['Ekorren Omsorg', 'Ekorren Omsorg AB', 'EKORREN-OMSORG', 'Omsorg Ekorren'];
  const who = ['harnosand', 'sundsvall', 'kramfors', 'hjo'];
  const ids: string[] = [];
  for (const [index, name] of names.entries()) {
    ids.push(await add(`strategist@${who[index] ?? ''}`, 'suppliers', { name }));
  }
  const visitor = kommons.visitor(curator);
  const at = '/arbete/goteborgsregionen/katalog';
  const list = await visitor.open(`${at}/dubbletter`);
  const to = [...list.html.matchAll(/href="([^"]*sla-ihop[^"]*)"/gu)]
    .map(([, found = '']) => found.replaceAll('&amp;', '&'))
    .find((one) => ids.every((id) => one.includes(id)));
  assert.ok(to, 'the four are one proposal');

  const refused = await call(
    'strategist@harnosand',
    'POST',
    '/api/v1/organisations/harnosand/catalogue/merges',
    { of: 'supplier', into: ids[0], from: ids.slice(1), take: { name: ids[0] } },
  );
  assert.equal(refused.status, 404);

  const page = await visitor.open(to);
  const merged = await visitor.send(page, '/sla-ihop', { kvar: ids[0] ?? '', 'tag-name': ids[0] ?? '' });
  assert.equal(merged.address, `/system/leverantorer/${ids[0]}`);
  for (const name of names) assert.match(merged.text, new RegExp(name, 'u'));
  const old = await visitor.open(`/system/leverantorer/${ids[3]}`);
  assert.equal(old.address, `/system/leverantorer/${ids[0]}`);
  assert.doesNotMatch(
    (await visitor.open(`${at}/dubbletter`)).html,
    new RegExp(`poster=[^"]*${ids[1]}`, 'u'),
  );

  await visitor.send(await visitor.open(`${at}/leverantorer/${ids[0]}/andra`), '/andra', {
    web: 'https://example.com/',
  });
  const log = await visitor.open(`${at}/historik?post=supplier/${ids[1]}`);
  const entry = /href="([^"]*historik\/\d+)"[^>]*>[^<]*Poster slogs ihop/u.exec(log.html)?.[1];
  assert.ok(entry);
  const shown = await visitor.open(entry);
  assert.match(shown.text, /Har ändrats sedan dess/);
  assert.match(shown.text, /https:\/\/example\.com\//);
  const undone = await visitor.send(shown, '/angra');
  assert.match(undone.text, /En ändring av Ekorren Omsorg ångrades/);
  assert.equal(
    (await visitor.open(`/system/leverantorer/${ids[3]}`)).address,
    `/system/leverantorer/${ids[3]}`,
  );
  const twice = await visitor.raw('POST', `${entry}/angra`, { _key: 'again-again-again-again' });
  assert.equal(twice.status, 422);
});

test('what a curator says is different is not proposed again', async () => {
  await add('strategist@harnosand', 'products', { name: 'Granbarrsvyn' });
  await add('strategist@sundsvall', 'products', { name: 'Granbarrsvy' });
  const visitor = kommons.visitor(curator);
  const at = '/arbete/goteborgsregionen/katalog/dubbletter';
  const list = await visitor.open(at);
  assert.match(list.text, /Granbarrsvyn/);
  const said = await visitor.raw('POST', `${at}/olika`, {
    av: 'product',
    poster: 'granbarrsvy granbarrsvyn',
    _key: 'apart-apart-apart-apart',
  });
  assert.equal(said.status, 303);
  assert.doesNotMatch((await visitor.open(at)).text, /Granbarrsvyn/);
});

const mergeTwo = (into: string, from: string) =>
  call(curator, 'POST', '/api/v1/organisations/goteborgsregionen/catalogue/merges', {
    of: 'product',
    into,
    from: [from],
    take: { name: into },
  });

test('two who merge the same at once: one does it, the other is told', async () => {
  const a = await add('strategist@harnosand', 'products', { name: 'Vildanden' });
  const b = await add('strategist@harnosand', 'products', { name: 'Tamanden' });
  const both = await Promise.all([mergeTwo(a, b), mergeTwo(b, a)]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((x, y) => x - y),
    [201, 409],
  );
});

test('publiccode.yml is read into the form, and what has no place is told', async () => {
  const visitor = kommons.visitor('strategist@harnosand');
  const page = await visitor.open('/arbete/harnosand/katalog/produkter/publiccode');
  const text = [
    'publiccodeYmlVersion: "0.4"',
    'name: Blåbärsplockaren',
    'url: https://example.com/blabar.git',
    'releaseDate: 2026-01-01',
    'description:',
    '  sv:',
    '    shortDescription: Plockar blåbär.',
    'organisation:',
    '  name: Tietoevry',
  ].join('\n');
  const form = await visitor.send(page, '/publiccode', { text });
  assert.match(form.html, /value="Blåbärsplockaren"/u);
  assert.match(form.text, /releaseDate/);
  const added = await visitor.send(form, '/produkter/ny');
  assert.match(added.text, /Plockar blåbär/);
  const wrong = await visitor.send(page, '/publiccode', { text: '&a [*a, *a' });
  assert.match(wrong.text, /Det går inte att läsa som publiccode.yml/);
});

test('an organisation goes its own way with a word, and keeps it when it takes a later edition', async () => {
  const [first, second] = editions();
  assert.ok(first && second);
  const moved = first.components.find(({ id }) => second.components.some((one) => one.id === id));
  assert.ok(moved);
  const visitor = kommons.visitor('strategist@harnosand');
  const at = '/arbete/harnosand/katalog';
  assert.match((await visitor.open(`${at}/begrepp`)).text, new RegExp(`Utgåva ${second.version} finns`, 'u'));
  const adapted = await visitor.send(
    await visitor.open(`${at}/begrepp/${moved.id}`),
    `/begrepp/${moved.id}`,
    {
      name: 'Vårt eget ord',
    },
  );
  assert.match(adapted.text, /Vårt eget ord/);
  const review = await visitor.open(`${at}/utgavor/${second.version}`);
  assert.match(review.text, /skillnader mot utgåva/);
  const taken = await visitor.send(review, `/utgavor/${second.version}`);
  assert.match(taken.text, new RegExp(`Utgåva ${second.version}`, 'u'));
  assert.match(taken.text, /Vårt eget ord/);
  assert.doesNotMatch(taken.text, new RegExp(`Utgåva ${second.version} finns`, 'u'));
  const others = await kommons.visitor('strategist@sundsvall').open('/arbete/sundsvall/katalog/begrepp');
  assert.doesNotMatch(others.text, /Vårt eget ord/);
  assert.equal((await kommons.visitor('case-worker@harnosand').open(`${at}/utgavor/2026-2`)).status, 404);
});

test('the API pages by a cursor, and changes only the fields that are given', async () => {
  const Page = z.object({ rows: z.array(Id), next: z.string().nullable() });
  const first = Page.parse((await call(curator, 'GET', '/api/v1/products?limit=10')).body);
  const second = Page.parse(
    (await call(curator, 'GET', `/api/v1/products?limit=10&after=${first.next}`)).body,
  );
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 20);
  const id = await add('strategist@harnosand', 'products', {
    name: 'Trollsländan',
    standards: [{ standard: 'bpmn' }],
  });
  const at = `/api/v1/organisations/harnosand/products/${id}`;
  assert.equal((await call('strategist@harnosand', 'PUT', at, { web: 'https://example.com/' })).status, 200);
  const Shown = z.object({
    web: z.string().optional(),
    standards: z.array(z.unknown()),
    names: z.array(z.string()),
  });
  const shown = Shown.parse((await call(curator, 'GET', `/api/v1/products/${id}`)).body);
  assert.deepEqual(
    [shown.web, shown.standards.length, shown.names],
    ['https://example.com/', 1, ['Trollsländan']],
  );
  assert.equal(
    (await call('strategist@sundsvall', 'PUT', at.replace('harnosand', 'sundsvall'), {})).status,
    404,
  );
  const alike = await call('strategist@harnosand', 'POST', '/api/v1/organisations/harnosand/suppliers', {
    name: 'Tietoevry AB',
    aliases: [],
    formerNames: [],
  });
  assert.equal(alike.status, 409);
});

const mergeInHarnosand = () =>
  call('strategist@harnosand', 'POST', '/api/v1/organisations/harnosand/catalogue/merges', {
    of: 'product',
    into: 'lifecare',
    from: ['treserva'],
  });

test('curators are named by the operator alone', async () => {
  const at = new Date();
  const scope = { organisation: 'harnosand', person: null };
  assert.equal((await mergeInHarnosand()).status, 404);
  await kommons.database.db.transaction(scope, (tx) => saveCurator(tx, 'harnosand', { curates: true, at }));
  assert.equal((await mergeInHarnosand()).status, 422, 'what differs has to be chosen');
  await kommons.database.db.transaction(scope, (tx) => saveCurator(tx, 'harnosand', { curates: false, at }));
  assert.equal((await mergeInHarnosand()).status, 404);
});
