import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { systemsReminded } from '../../src/modules/systems/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { readPdf } from '../support/pdf-text.ts';
import { waitFor } from '../support/wait.ts';

/* What follows from what is said of one's own systems: views, what lacks, the year, the record, letters. */

const own = '/arbete/skara/system';

let kommons: TestApp;
const strategist = () => kommons.visitor('strategist@skara');
const usages = new Map<string, string>();

/** Adds a system by hand and fills it in, group by group. */
async function add(
  product: string,
  groups: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const visitor = strategist();
  const sent = await visitor.raw('POST', `${own}/lagg-till`, { produkt: product });
  const id = new URL(sent.location, 'http://kommons.test').searchParams.get('ny') ?? '';
  usages.set(product, id);
  for (const [group, typed] of Object.entries(groups)) {
    const saved = await visitor.send(await visitor.open(`${own}/${id}/andra?del=${group}`), '/andra', typed);
    assert.equal(saved.status, 200, saved.text);
  }
}

const day = (name: string, iso: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
};

before(async () => {
  kommons = await testApp({ now: new Date('2026-11-23T09:00:00Z'), work: true });
  await add('lifecare', {
    people: { owner: 'Socialchefen', contact: 'Systemförvaltaren', contactEmail: 'lifecare@skara.example' },
    contract: { ...day('contractEnds', '2027-12-31'), noticeMonths: '6', price: '900000' },
    'personal-data': { personalData: 'sensitive', processingPurpose: 'Utreda och följa upp insatser.' },
    risk: { criticality: 'society', confidentiality: '4' },
  });
  await add('raindance', {
    contract: { ...day('contractEnds', '2026-10-31') },
    'personal-data': { personalData: 'none' },
  });
  await add('platina', {});
});
after(() => kommons.close());

test('by area, supplier and unit, with what each holds', async () => {
  const visitor = strategist();
  const areas = await visitor.open(`${own}/omraden`);
  assert.match(areas.text, /Ekonomi 1\ssystem Raindance/);
  assert.match(areas.text, /områden utan system/);
  const suppliers = await visitor.open(`${own}/leverantorer`);
  assert.match(
    suppliers.text,
    /Tieto Lifecare Samhällsviktigt 31\sdecember 2027 säg upp senast 30\sjuni 2027 900\s000\skr/,
  );
  assert.match((await visitor.open(`${own}/enheter`)).text, /Utan enhet 3\ssystem/);
});

test('what lacks stands by its gravity, and one press leads to where it is mended', async () => {
  const visitor = strategist();
  const lacks = await visitor.open(`${own}/brister`);
  assert.match(lacks.text, /Avtalet har slutat .*Kan kosta pengar.* Konsekvensbedömning behövs .*Krav i lag/);
  const address = /href="([^"]+del=personal-data#assessment)"/.exec(lacks.html)?.[1] ?? '';
  const form = await visitor.open(address.replaceAll('&amp;', '&'));
  assert.match(form.html, /id="assessment"/);
  await visitor.send(form, '/andra', { assessment: 'done', ...day('assessmentOn', '2026-11-20') });
  assert.doesNotMatch((await visitor.open(`${own}/brister`)).text, /Konsekvensbedömning behövs/);
  const filtered = await visitor.open(`${own}?saknas=contract-ended`);
  assert.match(filtered.text, /1–1 av 1 .*Raindance/);
});

test('the list says what to begin with, and the table that it leads to has those first', async () => {
  const visitor = strategist();
  const list = await visitor.open(own);
  assert.match(list.text, /Börja med de \w+ som behöver mest: Raindance/u);
  const to = /href="([^"]+ordning=brister)"/u.exec(list.html)?.[1] ?? '';
  const table = await visitor.open(to);
  assert.match(table.html, /action="[^"]*ordning=brister/u);
  assert.ok(table.text.indexOf('Raindance') < table.text.indexOf('Platina'));
  assert.doesNotMatch((await visitor.open(`${own}?q=platina`)).text, /Börja med/u);
});

test('the year has each thing in its month, and late what is late', async () => {
  const { text } = await strategist().open(`${own}/arsplan`);
  assert.match(text, /Försenat 1\ssak .*31\soktober 2026 Avtalet slutar Raindance/);
  assert.match(text, /Juni 2027 1\ssak .*30\sjuni 2027 Säg upp eller förläng senast Lifecare/);
});

test('the record of processing as page, PDF and sheet, with what is missing', async () => {
  const visitor = strategist();
  const page = await visitor.open(`${own}/personuppgifter`);
  assert.match(
    page.text,
    /Lifecare .*Utreda och följa upp insatser\. artikel 30\.1 b .*Rättslig grund Saknas artikel 6\.1/,
  );
  assert.match(page.text, /För ett system har ingen svarat .*Platina/);
  const { app } = kommons;
  const headers = await tokenOf();
  const pdf = await app.inject({ url: `${own}/personuppgifter/register.pdf`, headers });
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  const said = readPdf(pdf.rawPayload);
  assert.ok(said.headings.includes('H2 Lifecare'), said.headings.join());
  assert.match(said.pages.join(' '), /Utreda och följa upp insatser/);
  const csv = await app.inject({ url: `${own}/personuppgifter/register?format=csv`, headers });
  assert.match(csv.body, /^\u{FEFF}System;Leverantör;/u);
  assert.match(csv.body, /Lifecare;Tieto;Utreda och följa upp insatser\./);
});

async function tokenOf(): Promise<{ authorization: string }> {
  const { findDemoPerson, mintToken } = await import('../../src/modules/identity/demo/index.ts');
  const person = findDemoPerson('strategist@skara');
  assert.ok(person);
  return { authorization: `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}` };
}

test('flows are drawn, every box a link, and stand in a table too', async () => {
  const visitor = strategist();
  const [lifecare, raindance] = [usages.get('lifecare') ?? '', usages.get('raindance') ?? ''];
  assert.match((await visitor.open(`${own}/floden`)).text, /Inga flöden är beskrivna än/);
  await visitor.send(await visitor.open(`${own}/${lifecare}`), '/floden', {
    system: raindance,
    vad: 'Avgifter',
    ofta: 'by-hand',
  });
  const { html, text } = await visitor.open(`${own}/floden`);
  assert.match(text, /Lifecare Raindance Avgifter För hand/);
  assert.match(html, new RegExp(`<a href="${own}/${lifecare}" aria-label="Lifecare"`));
  assert.match(html, /marker-end="url\(#pil\)"/);
});

test('letters come once each: half a year, a quarter and a month before notice, and when a year has gone', async () => {
  const { ground, database } = kommons;
  let now = new Date('2026-11-23T02:00:00Z');
  const night = systemsReminded({
    db: database.db,
    clock: () => now,
    newId: ground.newId,
    origin: ground.settings.origin,
    organisations: () => ['skara'],
  });
  const letters = () =>
    database.db.transaction({ organisation: 'skara', person: null }, async (tx) => {
      const { rows } = await sql<{ subject: string; text: string }>`
        select subject, text from platform.demo_mailbox where to_address = 'lifecare@skara.example' order by at`.execute(
        tx,
      );
      return rows;
    });
  for (let days = 0; days < 380; days += 1) {
    now = new Date(Date.parse('2026-11-23T02:00:00Z') + days * 86_400_000);
    await night.run({});
    if (days % 30 === 0) await night.run({});
  }
  await waitFor(async () => (await letters()).length === 4, 15_000);
  const subjects = (await letters()).map(({ subject }) => subject.replaceAll('\u00A0', ' '));
  assert.deepEqual(subjects, [
    'Lifecare: säg upp eller förläng inom 180 dagar',
    'Lifecare: säg upp eller förläng inom 90 dagar',
    'Lifecare: säg upp eller förläng inom 30 dagar',
    'Stämmer uppgifterna om 1 system?',
  ]);
  assert.match((await letters())[3]?.text ?? '', /http:\/\/kommons\.test\/arbete\/skara\/system\/bekrafta/);
});

test('a year later each is confirmed or changed, one by one or all', async () => {
  kommons.clock.now = new Date('2027-12-01T09:00:00Z');
  const visitor = strategist();
  const due = await visitor.open(`${own}/bekrafta`);
  assert.match(due.text, /3\ssystem har inte bekräftats på ett år/);
  const lifecare = usages.get('lifecare') ?? '';
  const one = await visitor.raw('POST', `${own}/bekrafta`, { val: lifecare });
  const left = await visitor.open(one.location);
  assert.match(left.text, /Ett system är bekräftade i dag|Ett system är bekräftat/);
  assert.match(left.text, /2 kvar/);
  const all = await visitor.raw('POST', `${own}/bekrafta`, {
    val: [usages.get('raindance') ?? '', usages.get('platina') ?? ''],
  });
  assert.match(
    (await visitor.open(all.location)).text,
    /Klart för i år .*Nästa gång är 1\sdecember 2028, för 3\ssystem/,
  );
  assert.match((await visitor.open(`${own}/${lifecare}`)).text, /Bekräftad av ägaren i dag/);
  const forged = await kommons.visitor('case-worker@skara').raw('POST', `${own}/bekrafta`, { val: lifecare });
  assert.equal(forged.status, 404);
});

test('a joint body registers for its members, who see it among their own and change nothing', async () => {
  const body = kommons.visitor('strategist@gvs12');
  const sent = await body.raw('POST', '/arbete/gvs12/system/lagg-till', { produkt: 'edlevo' });
  const id = new URL(sent.location, 'http://kommons.test').searchParams.get('ny') ?? '';
  const form = await body.open(`/arbete/gvs12/system/${id}/andra?del=use`);
  assert.match(form.text, /Registrerat för .*Skara/);
  await body.send(form, '/andra', { medlemmar: ['skara', 'hjo'], purpose: 'Skolans register.' });
  const list = await strategist().open(own);
  assert.match(list.text, /Edlevo Tieto, Registrerat av GVS12/);
  const page = await strategist().open(`${own}/${id}`);
  assert.match(page.text, /GVS12 har registrerat det här för er\. .*Skolans register\./);
  assert.doesNotMatch(page.html, /\/andra\?del/);
  assert.equal((await strategist().raw('POST', `${own}/${id}/ta-bort`, {})).status, 404);
  assert.doesNotMatch(
    (await kommons.visitor('strategist@mariestad').open('/arbete/mariestad/system')).text,
    /Edlevo/,
  );
});
