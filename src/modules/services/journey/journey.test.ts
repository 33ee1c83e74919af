import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { report, trips, tripsRenamed } from '../../../../tests/support/example-services.ts';
import type { Visitor } from '../../../../tests/support/citizen-site.ts';
import { addressOf, formOf, htmlOf, openSite } from '../../../../tests/support/citizen-site.ts';

const site = await openSite();
after(() => site.close());
await site.run('harnosand', trips);
await site.run('harnosand', report);

const service = '/k/harnosand/tjanster/resor';
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

/** Fills in a page as shown, and presses a button. */
async function fill(
  visitor: Visitor,
  address: string,
  typed: Record<string, string | string[]>,
  more: { readonly go?: string; readonly files?: Parameters<Visitor['post']>[1] } = {},
): Promise<string> {
  const shown = formOf(htmlOf(await visitor.get(address)));
  const body = { ...shown, ...typed, _go: more.go ?? 'next' };
  return addressOf(await visitor.post(address, { ...more.files, body }));
}

const begin = async (visitor: Visitor): Promise<string> => {
  const draft = addressOf(await visitor.post(`${service}/utkast`));
  return addressOf(await visitor.get(draft));
};

const vem = { namn: 'Alva', epost: 'alva@example.se', ombud: 'false' };

/** Fills in everything up to the check page. */
async function upToCheck(visitor: Visitor): Promise<string> {
  const second = await fill(visitor, await begin(visitor), vem);
  const third = await fill(visitor, second, { avstand: '2,6' });
  assert.match(third, /\/kontrollera$/);
  return third;
}

const draftOf = (address: string): string => /utkast\/([^/?]+)/.exec(address)?.[1] ?? '';
const sendTo = (address: string): string => `/k/harnosand/utkast/${draftOf(address)}/skicka`;

test('the whole way: found, begun, corrected, checked, sent', async () => {
  const visitor = site.citizen();
  const start = htmlOf(await visitor.get('/k/harnosand'));
  assert.match(start, /Vad vill du göra\?/);
  assert.match(start, /Ansök om resor/);

  const about = htmlOf(await visitor.get(service));
  assert.match(about, /Bidrag till resor över 2 kilometer\./);
  assert.match(about, /Högst 21 dagar/);

  const first = await begin(visitor);
  assert.match(first, /\/vem$/);
  assert.equal(await fill(visitor, first, { namn: 'Alva', epost: 'alva' }), first, 'stays on the page');
  const wrong = await visitor.get(first);
  const html = htmlOf(wrong);
  assert.ok(wrong.kind === 'page' && wrong.failed);
  assert.match(html, /Rätta två saker för att gå vidare/);
  assert.equal(formOf(html)['namn'], 'Alva', 'what was typed is still there');
  assert.equal(formOf(html)['epost'], 'alva');
  for (const [, target = ''] of html.matchAll(/<a href="#([^"]+)"/g)) {
    assert.ok(html.includes(`id="${target}"`), `the summary leads to ${target}`);
  }

  const second = await fill(visitor, first, vem);
  assert.match(second, /\/resan$/);
  const check = await fill(visitor, second, { avstand: '2,6' });
  const all = htmlOf(await visitor.get(check));
  assert.match(all, /Alva/);
  assert.match(all, /2,6.kilometer/);

  const receipt = addressOf(await visitor.post(sendTo(check)));
  const sent = htmlOf(await visitor.get(receipt));
  assert.match(sent, /RES 2026-\d{4}/);
  assert.match(sent, /Du får besked inom 21 dagar\./);
  assert.match(sent, /13.december 2026/);

  assert.equal(addressOf(await visitor.post(sendTo(check))), receipt, 'a repeat shows the same receipt');
  assert.equal(addressOf(await visitor.get(first)), receipt, 'and so does every page of the draft');
});

test('a question that an answer leads to is shown on the same page, with a polite note', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  assert.equal(await fill(visitor, first, { ...vem, ombud: 'true' }), first);
  const reply = await visitor.get(first);
  const html = htmlOf(reply);
  assert.ok(reply.kind === 'page' && !reply.failed, 'nothing is wrong');
  assert.match(html, /Ditt svar gav en fråga till/);
  assert.match(html, /href="#ombudets-namn"/);
  assert.equal(await fill(visitor, first, {}), first, 'now it is asked for');
  assert.match(htmlOf(await visitor.get(first)), /Rätta en sak/);
  assert.match(await fill(visitor, first, { 'ombudets-namn': 'Siv' }), /\/resan$/);
});

test('a page that an answer leads to comes on the way, and counts only while it does', async () => {
  const visitor = site.citizen();
  const second = await fill(visitor, await begin(visitor), vem);
  const third = await fill(visitor, second, { avstand: '1,5' });
  assert.match(third, /\/intyg-sida$/);
  assert.match(await fill(visitor, second, { avstand: '3' }), /\/kontrollera$/);
  assert.match(
    addressOf(await visitor.get(third)),
    /\/kontrollera$/,
    'a page that no longer concerns one leads on',
  );
});

test('nobody jumps ahead, and what is unfinished is not sent', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  assert.equal(addressOf(await visitor.get(first.replace('/vem', '/kontrollera'))), first);
  assert.equal(
    addressOf(await visitor.post(first.replace('/vem', '/resan'), { body: { avstand: '3' } })),
    first,
  );
  assert.equal(addressOf(await visitor.post(sendTo(first))), first);
  assert.equal(addressOf(await visitor.get(first.replace('/vem', '/finns-inte'))), first);
});

test('a draft is saved at every step and resumed on another device', async () => {
  const person = randomUUID();
  const phone = site.citizen(person);
  const first = await begin(phone);
  assert.match(await fill(phone, first, { namn: 'Alva' }, { go: 'leave' }), /\/sparat$/);
  const computer = site.citizen(person);
  const about = htmlOf(await computer.get(service));
  assert.match(about, /Det du har påbörjat/);
  const html = htmlOf(await computer.get(addressOf(await computer.get(first.replace('/vem', '')))));
  assert.equal(formOf(html)['namn'], 'Alva');
  assert.doesNotMatch(html, /Rätta/, 'a half-filled page is not scolded');
  assert.match(html, /Sparat klockan 11\.00\./);
  assert.match(html, /till och med 22.december/);
});

test('a draft is one person’s, for thirty days, until it is removed', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  assert.deepEqual(await site.citizen().get(first), { kind: 'missing' });
  assert.deepEqual(await site.citizen().post(first, { body: {} }), { kind: 'missing' });
  assert.deepEqual(await site.citizen().post(sendTo(first)), { kind: 'missing' });
  assert.match(addressOf(await site.anonymous.get(first)), /^\/logga-in\?till=/);
  assert.match(
    addressOf(await site.anonymous.post(sendTo(first))),
    /till=.*kvittens$/,
    'comes back to a page',
  );
  assert.deepEqual(await visitor.get(first.replace('/k/harnosand', '/k/timra')), { kind: 'missing' });
  const late = new Date('2026-12-23T10:00:00Z');
  assert.deepEqual(await visitor.get(first, { now: late }), { kind: 'missing' });

  const remove = sendTo(first).replace('skicka', 'ta-bort');
  assert.match(htmlOf(await visitor.get(remove)), /Ta bort utkastet\?/);
  assert.equal(addressOf(await visitor.post(remove)), service);
  assert.deepEqual(await visitor.get(first), { kind: 'missing' });
  assert.deepEqual(await visitor.post(remove), { kind: 'missing' });
});

test('a service that demands sign-in begins nothing without it', async () => {
  assert.match(htmlOf(await site.anonymous.get(service)), /Logga in och börja/);
  assert.match(
    addressOf(await site.anonymous.post(`${service}/utkast`)),
    /^\/logga-in\?till=%2Fk%2Fharnosand%2Ftjanster%2Fresor$/,
  );
});

const upload = (name: string, bytes: Uint8Array) => ({
  files: { files: [{ field: 'intyg', name, bytes }] },
});

test('files: kept through faults, several, refused by content, removed', async () => {
  const visitor = site.citizen();
  const second = await fill(visitor, await begin(visitor), vem);
  const third = await fill(visitor, second, { avstand: '1,5' });

  assert.equal(
    await fill(visitor, third, {}, upload('script.pdf', new TextEncoder().encode('<script>'))),
    third,
  );
  const refused = htmlOf(await visitor.get(third));
  assert.match(refused, /Rätta en sak/);
  assert.doesNotMatch(refused, /script\.pdf<\/b>/, 'a refused file is not among the stored ones');

  assert.equal(await fill(visitor, third, {}, { go: 'upload/intyg', ...upload('a.pdf', pdf) }), third);
  const added = htmlOf(await visitor.get(third));
  assert.match(added, /a\.pdf/);
  assert.doesNotMatch(added, /Rätta/);
  assert.match(await fill(visitor, third, {}, upload('b.pdf', pdf)), /\/kontrollera$/);
  const both = htmlOf(await visitor.get(third));
  assert.match(both, /a\.pdf/);
  assert.match(both, /b\.pdf/);

  const button = /value="(remove-file\/intyg\/[^"]+)"[^>]*aria-label="Ta bort a\.pdf"/.exec(both)?.[1] ?? '';
  assert.equal(await fill(visitor, third, {}, { go: button }), third);
  const left = htmlOf(await visitor.get(third));
  assert.doesNotMatch(left, /a\.pdf/);
  assert.match(await fill(visitor, third, {}), /\/kontrollera$/);
});

const filled = (row: string, name: string) => ({ [`barn.${row}.barnets-namn`]: name });

test('rows come and go by plain submits, and what stands in them stays', async () => {
  const visitor = site.citizen();
  const second = await fill(visitor, await begin(visitor), vem);
  const rows = async (): Promise<readonly string[]> =>
    [formOf(htmlOf(await visitor.get(second)))['barn._rows'] ?? []].flat();
  const [one = ''] = await rows();
  await fill(visitor, second, { avstand: '3', ...filled(one, 'Alva') }, { go: 'add-row/barn' });
  const [, two = ''] = await rows();
  await fill(visitor, second, filled(two, 'Olle'), { go: 'add-row/barn' });
  assert.equal((await rows()).length, 3);
  const html = htmlOf(await visitor.get(second));
  assert.match(html, /value="Alva"/);
  assert.match(html, /value="Olle"/);
  assert.match(html, /value="3"/);
  await fill(visitor, second, {}, { go: `remove-row/barn/${one}` });
  assert.equal((await rows()).length, 2);
  const check = await fill(visitor, second, {});
  assert.match(check, /\/kontrollera$/);
  const all = htmlOf(await visitor.get(check));
  assert.match(all, /Olle/);
  assert.doesNotMatch(all, /value="Alva"|>Alva<[^]*Barn 2/);
});

test('two windows: the later one is told, both are shown, the person chooses', async () => {
  for (const [take, wanted] of [
    ['sent', 'Olle'],
    ['saved', 'Alva'],
  ] as const) {
    const visitor = site.citizen();
    const first = await begin(visitor);
    const stale = formOf(htmlOf(await visitor.get(first)));
    await fill(visitor, first, vem);
    const to = addressOf(
      await visitor.post(first, { body: { ...stale, ...vem, namn: 'Olle', _go: 'next' } }),
    );
    assert.equal(to, first);
    const both = htmlOf(await visitor.get(first));
    assert.match(both, /Du har ändrat sidan på två ställen/);
    assert.match(both, /Alva/);
    assert.match(both, /Olle/);
    const settle = `/k/harnosand/utkast/${draftOf(first)}/valj/vem`;
    await visitor.post(settle, { body: { take } });
    assert.equal(formOf(htmlOf(await visitor.get(first)))['namn'], wanted);
  }
});

test('two windows: what cannot be read is shown as it was typed', async () => {
  const visitor = site.citizen();
  const second = await fill(visitor, await begin(visitor), vem);
  const stale = formOf(htmlOf(await visitor.get(second)));
  await fill(visitor, second, { avstand: '3' });
  await visitor.post(second, { body: { ...stale, avstand: 'drygt två', _go: 'next' } });
  const both = htmlOf(await visitor.get(second));
  assert.match(both, /3.kilometer/);
  assert.match(both, /drygt två/);
});

test('raced: windows that save one page at once take turns, and nothing is overwritten unseen', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  const shown = formOf(htmlOf(await visitor.get(first)));
  const names = Array.from({ length: 10 }, (_, index) => `Namn ${index}`);
  await Promise.all(
    names.map((namn) => visitor.post(first, { body: { ...shown, ...vem, namn, _go: 'next' } })),
  );
  const both = htmlOf(await visitor.get(first));
  assert.match(both, /Du har ändrat sidan på två ställen/);
  assert.equal(names.filter((name) => both.includes(name)).length, 2, 'what won, and what came last');
});

test('back and forward, and sending the same page twice, are harmless', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  const form = { ...formOf(htmlOf(await visitor.get(first))), ...vem, _go: 'next' };
  const second = addressOf(await visitor.post(first, { body: form }));
  assert.equal(addressOf(await visitor.post(first, { body: form })), second);
  assert.equal(await fill(visitor, second, { avstand: 'drygt två' }, { go: 'back' }), first);
  const html = htmlOf(await visitor.get(second));
  assert.equal(formOf(html)['avstand'], 'drygt två', 'what was typed before going back is kept');
});

test('changing an answer from the check page leads back to it', async () => {
  const visitor = site.citizen();
  const check = await upToCheck(visitor);
  const change = /href="([^"#]+\/vem\?fran=granska)#namn"/.exec(htmlOf(await visitor.get(check)))?.[1] ?? '';
  assert.equal(await fill(visitor, change, { namn: 'Siv' }), check);
});

/** The running number of the case that a receipt tells of. */
const numberOn = (html: string): number => Number(/RES 2026-(\d{4})/.exec(html)?.[1]);

test('raced: fifty sendings of one draft make one case with one receipt', async () => {
  const visitor = site.citizen();
  const check = await upToCheck(visitor);
  const replies = await Promise.all(Array.from({ length: 50 }, () => visitor.post(sendTo(check))));
  assert.equal(new Set(replies.map(addressOf)).size, 1);
  const receipt = htmlOf(await visitor.get(addressOf(replies[0] ?? { kind: 'missing' })));
  const next = await upToCheck(visitor);
  const following = htmlOf(await visitor.get(addressOf(await visitor.post(sendTo(next)))));
  assert.equal(numberOn(following), numberOn(receipt) + 1, 'no number was lost');
});

test('a draft keeps the version that it began with', async () => {
  const visitor = site.citizen();
  const first = await begin(visitor);
  await site.run('harnosand', tripsRenamed);
  assert.match(htmlOf(await visitor.get(first)), /Vem reser\?/);
  assert.match(htmlOf(await visitor.get(await begin(visitor))), /Vem ska resa\?/);
});

test('without sign-in: the secret address is the only key, and the receipt says what to do', async () => {
  const visitor = site.anonymous;
  const draft = addressOf(await visitor.post('/k/harnosand/tjanster/rapport/utkast'));
  const first = addressOf(await visitor.get(draft));
  assert.match(draftOf(first), /^[0-9a-f-]{36}\.[\w-]{43}$/);
  const id = draftOf(first).slice(0, 36);
  const guessed = first.replace(draftOf(first), `${id}.${'A'.repeat(43)}`);
  assert.deepEqual(await visitor.get(guessed), { kind: 'missing' });
  assert.deepEqual(await site.citizen().get(first.replace(draftOf(first), id)), { kind: 'missing' });
  assert.match(htmlOf(await visitor.get(first)), /Spara adressen till sidan/);
  const check = await fill(visitor, first, { vad: 'En lampa är trasig.' });
  const sent = htmlOf(await visitor.get(addressOf(await visitor.post(sendTo(check)))));
  assert.match(sent, /FEL 2026-0001/);
  assert.match(sent, /Du skickade utan att logga in/);
});

test('the list is searched as people speak, and by subject', async () => {
  const list = '/k/harnosand/tjanster';
  const find = async (query: Record<string, string>) => htmlOf(await site.anonymous.get(list, { query }));
  assert.match(await find({ sok: 'resan' }), /Ansök om resor/);
  assert.match(await find({ sok: 'trasig lampa' }), /Anmäl fel/);
  assert.match(await find({ sok: 'qwertyuiop' }), /Inga tjänster matchar/);
  const school = await find({ amne: 'skola' });
  assert.match(school, /Ansök om resor/);
  assert.doesNotMatch(school, /Anmäl fel/);
  for (const about of ['kontakt', 'tillganglighet']) {
    assert.match(htmlOf(await site.anonymous.get(`/k/harnosand/${about}`)), /<h1>/);
  }
  assert.deepEqual(await site.anonymous.get('/k/harnosand/tjanster/finns-inte'), { kind: 'missing' });
});

test('a hundred and twenty rows are read, saved and shown in good time', async () => {
  const visitor = site.citizen();
  const second = await fill(visitor, await begin(visitor), vem);
  const rows = Array.from({ length: 120 }, (_, index) => `r${index}`);
  const names = Object.fromEntries(rows.map((row) => [`barn.${row}.barnets-namn`, `Barn ${row}`]));
  const body = { avstand: '3', 'barn._rows': rows, ...names, _go: 'add-row/barn' };
  await visitor.post(second, { body });
  const began = performance.now();
  const html = htmlOf(await visitor.get(second));
  const shown = performance.now() - began;
  assert.equal([...html.matchAll(/name="barn\._rows"/g)].length, 121);
  assert.ok(shown < 500, `${shown} ms`);
});

test('drafts whose day has passed are deleted at night, and no others', async () => {
  const visitor = site.citizen();
  const kept = await begin(visitor);
  const later = new Date('2026-12-30T10:00:00Z');
  const address = addressOf(await visitor.post(`${service}/utkast`, { now: later }));
  await site.passNight(later);
  assert.deepEqual(await visitor.get(kept), { kind: 'missing' });
  assert.equal((await visitor.get(address, { now: later })).kind, 'see');
  assert.equal(await site.countDrafts(), 1);
});
