import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from '../../src/platform/db/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { waitFor } from '../support/wait.ts';
import { designer } from '../world/works.ts';

/*
 * What readers write is answered by several, sent on only where the text is common, and promises no answer that nobody
 * will see. Each test goes on from the one before.
 */

const work = 'journalforing';
const reading = `/arbete/skara/guider/${work}/steg`;
const notes = '/arbete/skara/guider/skotsel/anteckningar';

let kommons: TestApp;

const inSkara = <T>(query: (tx: Tx) => Promise<T>): Promise<T> =>
  kommons.database.db.transaction({ organisation: 'skara', person: null }, query);

async function delivered(): Promise<void> {
  for (const organisation of ['skara', 'gvs12']) {
    const waiting = () =>
      kommons.database.db.transaction({ organisation, person: null }, (tx) =>
        tx.selectFrom('platform.outbox').select('id').where('delivered_at', 'is', null).execute(),
      );
    await waitFor(async () => (await waiting()).length === 0, 10_000);
  }
}

const lead = () => kommons.visitor('training-lead@skara');
const other = () => kommons.visitor('designer@skara');

async function write(om: string, text: string, step = 'logga-in') {
  const reader = kommons.visitor('case-worker@skara');
  return reader.send(await reader.open(`${reading}/${step}`), '/anteckning', { om, text });
}

async function idOf(text: string): Promise<string> {
  const { rows } = await inSkara((tx) =>
    sql<{ id: string }>`select id from guides.notes where text = ${text}`.execute(tx),
  );
  assert.ok(rows[0], text);
  return rows[0].id;
}

before(async () => {
  kommons = await testApp({ work: true });
  const network = designer(kommons.client, 'gvs12');
  await network.create({ ...smallGuide, readers: 'everyone' }, 'Första versionen.');
  await network.fill(work, { 'support-phone': '08-465 004 20' });
  await network.publish(work, { kind: 'everyone' }, 'Första versionen.');
  const skara = designer(kommons.client, 'skara');
  await skara.adopt(work, 'gvs12');
  await skara.fill(work, { 'support-phone': '08-465 004 21' });
  await skara.edit(
    work,
    [
      {
        do: 'add',
        list: 'sections/skriva/steps/anteckna/blocks/anteckna-hos-oss/blocks',
        after: null,
        element: { id: 'skara-laser', type: 'text', text: { sv: 'Enhetschefen läser.' } },
      },
    ],
    'Så gör Skara.',
  );
  await skara.use(work);
  await delivered();
});
after(() => kommons.close());

test('a note on what is local is not offered to be sent on', async () => {
  await write('anteckna-hos-oss', 'Enhetschefen heter annat nu.', 'anteckna');
  const page = await lead().open(notes);
  assert.match(page.text, /Enhetschefen heter annat nu/);
  assert.doesNotMatch(page.text, /Texten är gemensam|Skicka vidare/);
  const id = await idOf('Enhetschefen heter annat nu.');
  const forced = await lead().raw('POST', `${notes}/${id}/vidare`, {});
  assert.equal(forced.status, 409);
  assert.match(forced.body, /Anteckningen är inte skickad\. Texten är inte längre gemensam/);
});

test('a text that was made local after the page was shown stays in the organisation, and the carer is told', async () => {
  await write('in-hjalp', 'Numret går till växeln.');
  const id = await idOf('Numret går till växeln.');
  const shown = await lead().open(notes);
  assert.match(shown.text, /Texten är gemensam\. Skicka vidare till GVS12/);
  const skara = designer(kommons.client, 'skara');
  const path = 'sections/grunder/steps/logga-in/blocks/in-hjalp/text/sv';
  await skara.edit(work, [{ do: 'set', path, value: 'Ring {support-phone} i Skara.' }], 'Skaras egen.');
  await skara.use(work);
  const refused = await lead().send(shown, `${id}/vidare`);
  assert.equal(refused.status, 409);
  assert.match(refused.text, /Texten är inte längre gemensam/);
  await delivered();
  const network = await kommons.visitor('designer@gvs12').open('/arbete/gvs12/guider/skotsel/anteckningar');
  assert.doesNotMatch(network.text, /Numret går till växeln/);
});

test('whoever answers second reads the first answer, with their own words kept', async () => {
  await write('', 'Kortet fastnar.');
  const id = await idOf('Kortet fastnar.');
  const pages = { first: await other().open(notes), second: await lead().open(notes) };
  await other().send(pages.first, `${id}/svar`, { svar: 'Beställ ett nytt.' });
  const late = await lead().send(pages.second, `${id}/svar`, { svar: 'Blås på det först.' });
  assert.equal(late.status, 409);
  assert.match(late.text, /redan besvarad/);
  assert.match(late.text, /Kortet fastnar\..* svarade [^:]*: Beställ ett nytt\./);
  assert.match(late.text, /Det du skrev, som inte är sparat: Blås på det först\./);
});

test('what is wrong with an answer on the second page is told there, and the answer leads back to it', async () => {
  await inSkara((tx) =>
    sql`insert into guides.notes (organisation_id, id, work_id, step_id, element_id, text, author_person, at)
      select 'skara', gen_random_uuid(), ${work}, 'ratta', 'ratta', 'Fråga ' || n, gen_random_uuid(),
        timestamptz '2026-11-24' + n * interval '1 minute' from generate_series(1, 60) n`.execute(tx),
  );
  const second = await lead().open(`${notes}?sida=2`);
  const id = /\/anteckningar\/([^/]+)\/svar/u.exec(second.html)?.[1] ?? '';
  const empty = await lead().send(second, `${id}/svar`, { svar: ' ' });
  assert.equal(empty.status, 409);
  assert.match(empty.html, new RegExp(`id="svar-${id}"[^>]*aria-invalid="true"`));
  assert.match(empty.html, new RegExp(`href="#svar-${id}"`));
  const answered = await lead().send(empty, `${id}/svar`, { svar: 'Ja.' });
  assert.match(answered.address, /sida=2/);
  assert.match(answered.text, /Sparat\./);
  const past = await lead().open(`${notes}?sida=900`);
  assert.match(past.text, /Att svara på \(61\)/);
  assert.match(past.text, /Fråga 60/);
});

test('a reader sees every answer, also to what they wrote long ago', async () => {
  await write('', 'Den första.', 'sekretess');
  for (const n of [2, 3, 4, 5, 6]) await write('', `Anteckning ${n}.`, 'sekretess');
  const id = await idOf('Den första.');
  const given = await lead().raw('POST', `${notes}/${id}/svar`, { svar: 'Svar på den första.' });
  assert.equal(given.status, 303);
  const page = await kommons.visitor('case-worker@skara').open(`${reading}/sekretess`);
  assert.match(page.text, /Svar: Svar på den första\./);
});

test('an empty note keeps what it was about', async () => {
  const empty = await write('in-gor', ' ');
  assert.match(empty.text, /Skriv vad som är fel eller saknas\./);
  assert.match(empty.html, /<option value="in-gor" selected/);
});

test('on the public site nobody is promised an answer, and the note is closed without one', async () => {
  const anybody = kommons.visitor(null);
  const open = `/k/skara/guider/${work}/steg/ratta`;
  const step = await anybody.open(open);
  assert.doesNotMatch(step.html, /name="namn"/);
  assert.match(step.text, /kan inte svara dig här\. Vill du ha ett svar\? Kontakta oss/);
  assert.match(step.html, /href="\/k\/skara\/kontakt"/);
  const said = await anybody.send(step, '/anteckning', { text: 'Ordet är svårt.' });
  assert.match(said.text, /De som sköter guiden ser det du skrev/);
  const id = await idOf('Ordet är svårt.');
  await inSkara((tx) => sql`delete from guides.notes where text like 'Fråga %'`.execute(tx));
  const page = await lead().open(notes);
  assert.match(
    page.text,
    /Ordet är svårt\. En läsare, [^.]*2026 Läsaren är inte känd och kan inte se ett svar\./,
  );
  const closed = await lead().send(page, `${id}/svar`);
  assert.match(closed.text, /Sparat\./);
  assert.doesNotMatch(closed.text, /Ordet är svårt/);
  const answered = await lead().open(`${notes}?visa=besvarade`);
  assert.match(answered.text, /Ordet är svårt\. .* avslutade [^.]*2026\./);
});
