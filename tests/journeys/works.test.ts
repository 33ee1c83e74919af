import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * Designers at work by forms alone: a draft edited part by part, also by two at once; publishing, the fleet,
 * contributions, notices, new works. Each test goes on from the one before.
 */

const work = 'skolskjuts';
const at = `/arbete/harnosand/verk/${work}`;
const owned = `/arbete/sundsvall/verk/${work}`;

let kommons: TestApp;
let harnosand: Visitor;
let sundsvall: Visitor;

before(async () => {
  kommons = await testApp({ work: true });
  harnosand = kommons.visitor('designer@harnosand');
  sundsvall = kommons.visitor('designer@sundsvall');
  const owner = designer(kommons.client, 'sundsvall');
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.fill(work, localFacts.sundsvall);
  await owner.publish(work, { kind: 'networks', of: ['esamverkan'] }, 'Första versionen.');
  await designer(kommons.client, 'harnosand').adopt(work, 'sundsvall');
});
after(() => kommons.close());

const open = (element: string): Promise<Shown> => harnosand.open(`${at}/anpassa?element=${element}`);
const help = 'f:help/sv';

/** The value that a control holds, as a browser would show it. */
function valueOf(page: Shown, name: string): string {
  const [, text = ''] =
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(page.html) ??
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page.html) ??
    [];
  return text;
}

test('a text is changed, and stands beside what is shared', async () => {
  const outline = await harnosand.open(`${at}/anpassa`);
  assert.match(outline.text, /Inget utkast än/);
  assert.match(outline.text, /Resan till skolan/);
  const saved = await harnosand.send(await open('avstand'), '/anpassa', {
    [help]: 'Vi mäter den kortaste vägen, och färjan räknas med.',
  });
  assert.match(saved.text, /Sparat klockan/);
  assert.match(saved.text, /Gemensamt, Sundsvall: Vi mäter/);
  assert.match(saved.text, /gemensamt, anpassat/);
  assert.match((await harnosand.open(`${at}/anpassa`)).text, /Utkast, senast sparat av/);
});

test('a condition that names nothing is kept, and its place is said where it stands and on the overview', async () => {
  const wrong = await harnosand.send(await open('avstand'), '/anpassa', { 'f:showIf': 'finns-inte = 1' });
  assert.match(wrong.text, /tecken 1/);
  assert.equal(valueOf(wrong, 'f:showIf'), 'finns-inte = 1');
  const outline = await harnosand.open(`${at}/anpassa`);
  assert.match(outline.text, /1 sak att rätta/);
  assert.match(outline.html, /element=avstand#f:showIf/);
  const right = await harnosand.send(await open('avstand'), '/anpassa', { 'f:showIf': '' });
  assert.doesNotMatch(right.text, /tecken 1/);
});

test('a number that is none is refused with what was typed', async () => {
  const page = await harnosand.send(await open('avstand'), '/anpassa', { 'f:max': 'många', [help]: 'Kvar.' });
  assert.equal(page.status, 422);
  assert.match(page.text, /Skriv ett tal med siffror/);
  assert.equal(valueOf(page, help), 'Kvar.');
});

test('what upstream has locked has no field, and cannot be sent either', async () => {
  const page = await open('skolform');
  assert.match(page.text, /Sundsvall har låst den här delen/);
  assert.doesNotMatch(page.html, /name="f:label\/sv"/);
  const sent = await harnosand.raw('POST', `${at}/anpassa`, {
    revision: '3',
    element: 'skolform',
    shown: 'label',
    'f:label/sv': 'Vad?',
  });
  assert.equal(sent.status, 409);
  assert.match(sent.body, /har låst det som du försökte ändra/);
});

test('two who change different things are joined; nothing is lost', async () => {
  const mine = await open('avstand');
  const theirs = await open('avstand');
  await harnosand.send(theirs, '/anpassa', { 'f:help/en': 'We measure the shortest way, ferry included.' });
  const stale = await harnosand.send(mine, '/anpassa', { [help]: 'Vi mäter vägen med färjan.' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /sparade före dig klockan/);
  assert.match(stale.text, /Ändringarna går ihop/);
  const joined = await harnosand.send(stale, '/anpassa');
  assert.equal(valueOf(joined, help), 'Vi mäter vägen med färjan.');
  assert.equal(valueOf(joined, 'f:help/en'), 'We measure the shortest way, ferry included.');
});

test('two who change the same sentence choose, and are asked again while nothing is chosen', async () => {
  const mine = await open('avstand');
  await harnosand.send(await open('avstand'), '/anpassa', { [help]: 'Vi mäter vägen till grinden.' });
  const stale = await harnosand.send(mine, '/anpassa', { [help]: 'Vi mäter vägen till dörren.' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Vi mäter vägen till dörren/);
  assert.match(stale.text, /Vi mäter vägen till grinden/);
  const again = await harnosand.send(stale, '/anpassa');
  assert.equal(again.status, 409);
  assert.match(again.text, /Välj i varje fråga/);
  const [, conflict = ''] = /name="(a:[^"]+)"/.exec(again.html) ?? [];
  const chosen = await harnosand.send(again, '/anpassa', { [conflict]: 'ours' });
  assert.equal(valueOf(chosen, help), 'Vi mäter vägen till dörren.');
});

test('a question is added, given options, moved and removed; an upstream question is hidden', async () => {
  const unnamed = await harnosand.raw('POST', `${at}/anpassa`, {
    revision: '7',
    element: 'resan',
    do: 'add:fields',
  });
  assert.equal(unnamed.status, 422);
  const begin = await open('resan');
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(begin.html) ?? [];
  const sent = await harnosand.raw('POST', `${at}/anpassa`, {
    revision,
    element: 'resan',
    do: 'add:fields',
    'new:fields': 'Går barnet över en väg?',
    'starter:fields': 'choice',
  });
  assert.equal(sent.status, 303);
  assert.match(sent.location, /element=gar-barnet-over-en-vag/);
  const question = await harnosand.open(sent.location);
  assert.match(question.text, /lokalt/);
  const more = await harnosand.send(question, '/anpassa', {
    do: 'add:options',
    'new:options': 'Vet inte',
    'f:label/en': 'Does the child cross a road?',
  });
  assert.match(more.html, /value="Vet inte"/);
  assert.equal(
    valueOf(more, 'f:label/en'),
    'Does the child cross a road?',
    'the rest of the form is saved too',
  );
  const up = await harnosand.send(more, '/anpassa', { do: 'up' });
  assert.match(up.text, /Nästa:/);
  const removed = await harnosand.send(up, '/anpassa', { do: 'remove' });
  assert.match(removed.text, /Resan till skolan/);
  assert.doesNotMatch(removed.text, /Går barnet över en väg/);
  const hidden = await harnosand.send(await open('fritids'), '/anpassa', { do: 'hide' });
  assert.match(hidden.text, /Dold/);
});

test('only designers of the organisation come in', async () => {
  for (const who of ['case-worker@harnosand', 'designer@timra', null]) {
    const other = kommons.visitor(who);
    for (const address of [`${at}/anpassa`, `${at}/publicera`, `${at}/bidra`, `${at}/foljer`]) {
      const { status, body } = await other.raw('GET', address);
      assert.ok([303, 401, 404].includes(status), `${who} ${address}: ${status}`);
      assert.doesNotMatch(body, /färjan/);
    }
    const { status } = await other.raw('POST', `${at}/anpassa/kasta`, { revision: '1' });
    assert.ok([303, 401, 404].includes(status), `${who}: ${status}`);
  }
  assert.match((await harnosand.open(`${at}/anpassa`)).text, /Utkast, senast sparat/);
});

test('the draft becomes a version once, with its message', async () => {
  const outline = await harnosand.open(`${at}/anpassa`);
  assert.equal((await harnosand.send(outline, '/anpassa/version', { message: ' ' })).status, 422);
  const variant = await harnosand.send(outline, '/anpassa/version', { message: 'Färjan räknas med.' });
  assert.match(variant.address, /\/verk\/skolskjuts$/);
  assert.match(variant.text, /Färjan räknas med\./);
  const repeated = await harnosand.send(outline, '/anpassa/version', { message: 'Färjan räknas med.' });
  assert.doesNotMatch(repeated.text, /Er version 3/, 'the same form sent twice is one version');
  const other = await harnosand.raw('POST', `${at}/anpassa/version`, { revision: '9', message: 'En till.' });
  assert.equal(other.status, 409);
});

test('what was typed outlives a draft that somebody discards', async () => {
  await harnosand.send(await open('avstand'), '/anpassa', { [help]: 'Ett första utkast.' });
  const typing = await open('avstand');
  await harnosand.send(await harnosand.open(`${at}/anpassa`), '/anpassa/kasta');
  const lost = await harnosand.send(typing, '/anpassa', { [help]: 'Det här får inte försvinna.' });
  assert.equal(lost.status, 409);
  assert.equal(valueOf(lost, help), 'Det här får inte försvinna.');
  assert.match(lost.text, /Nu står det: Vi mäter vägen till dörren/);
  const kept = await harnosand.send(lost, '/anpassa');
  assert.equal(valueOf(kept, help), 'Det här får inte försvinna.');
  await harnosand.send(await harnosand.open(`${at}/anpassa`), '/anpassa/kasta');
});

test('the owner sees before publishing whom a change puts a question to', async () => {
  const page = await sundsvall.open(`${owned}/anpassa?element=avstand`);
  await sundsvall.send(page, '/anpassa', { [help]: 'Vi mäter den kortaste vägen till skolgården.' });
  const outline = await sundsvall.open(`${owned}/anpassa`);
  await sundsvall.send(outline, '/anpassa/version', { message: 'Skolgården.' });
  const before = await sundsvall.open(`${owned}/publicera`);
  assert.match(before.text, /Nytt sedan version 1 i biblioteket/);
  assert.match(before.text, /Härnösand \d+ 1 sak att välja i/);
  const empty = await sundsvall.send(before, '/publicera', { message: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv vad som är nytt/);
  const strange = await sundsvall.send(before, '/publicera', {
    message: 'Nytt.',
    audience: 'organisations',
    organisations: 'Harnosand kommun\nTimrå',
  });
  assert.match(strange.text, /Vi hittar inte Harnosand kommun/);
  const locked = await sundsvall.send(before, '/publicera', { message: 'Nytt.', lock: 'grans-f-3' });
  assert.match(locked.text, /Skriv det värde som ska låsas/);
  const done = await sundsvall.send(before, '/publicera', { message: 'Vägen mäts till skolgården.' });
  assert.match(done.text, /Version 2 finns nu i biblioteket/);
  assert.match(done.text, /1 version efter/);
  assert.match((await sundsvall.open(`${owned}/publicera`)).text, /redan publicerad/);
});

test('a version is recalled once, with its reason', async () => {
  const fleet = await sundsvall.open(`${owned}/spridning`);
  const recalled = await sundsvall.send(fleet, '/aterkalla', { number: '2', reason: 'Fel i hjälptexten.' });
  assert.match(recalled.text, /Återkallad .* Fel i hjälptexten/);
  const again = await sundsvall.raw('POST', `${owned}/spridning/aterkalla`, { number: '2', reason: 'Igen.' });
  assert.equal(again.status, 409);
});

test('a contribution is sent, discussed, taken in part, and answered once', async () => {
  const page = await harnosand.open(`${at}/bidra`);
  assert.equal((await harnosand.send(page, '/bidra', { message: 'Bra.' })).status, 422);
  const changes = [...page.html.matchAll(/name="change" value="([^"]+)"/g)].map(([, id = '']) => id);
  assert.ok(changes.length >= 2);
  const sent = await harnosand.send(page, '/bidra', { change: changes, message: 'Fler har färjor.' });
  assert.match(sent.text, /Väntar på svar/);
  const [id = ''] = /[0-9a-f-]{36}/.exec(sent.address) ?? [];
  await harnosand.send(sent, '/skriv', { text: 'Hör av er om något är oklart.' });

  const review = await sundsvall.open(`${owned}/bidrag/${id}`);
  assert.match(
    review.address,
    new RegExp(`/arbete/sundsvall/bidrag/${id}`),
    'the address in letters leads here',
  );
  assert.match(review.text, /Hör av er/);
  assert.match(review.text, /Går inte ihop med er text/);
  const items = [...review.html.matchAll(/name="accept" value="([^"]+)"/g)].map(([, item = '']) => item);
  const unanswered = await sundsvall.send(review, '/svar', { do: 'accept', accept: items });
  assert.equal(unanswered.status, 409);
  assert.match(unanswered.text, /Välj vad som ska gälla/);
  const english = items.find((item) => item.includes('help/en')) ?? '';
  const unreasoned = await sundsvall.send(review, '/svar', { do: 'accept', accept: english });
  assert.match(unreasoned.text, /Skriv varför ni inte tar in allt/);
  const answered = await sundsvall.send(review, '/svar', {
    do: 'accept',
    accept: english,
    reason: 'Vi har ingen färja.',
    message: 'Tack för den engelska texten.',
  });
  assert.match(answered.text, /Svaret är skickat/);
  assert.match(answered.text, /inte taget: Vi har ingen färja/);
  const twice = await sundsvall.raw('POST', `/arbete/sundsvall/bidrag/${id}/svar`, {
    do: 'decline',
    reason: 'Nej.',
  });
  assert.equal(twice.status, 409);

  const seen = await harnosand.open(`/arbete/harnosand/bidrag/${id}`);
  assert.match(seen.text, /Antaget/);
  assert.match(seen.text, /Tack för den engelska texten/);
  assert.equal(
    (await kommons.visitor('designer@timra').raw('GET', `/arbete/timra/bidrag/${id}`)).status,
    404,
  );
  assert.match((await harnosand.open('/arbete/harnosand/bidrag')).text, /Skickat av er/);
});

test('a contribution can be taken back by the one who sent it', async () => {
  const page = await harnosand.open(`${at}/bidra`);
  const [, change = ''] = /name="change" value="([^"]+)"/.exec(page.html) ?? [];
  const sent = await harnosand.send(page, '/bidra', { change, message: 'En gång till.' });
  const back = await harnosand.send(sent, '/ta-tillbaka');
  assert.match(back.text, /Tillbakataget/);
  const address = `${back.address}/ta-tillbaka`;
  assert.equal((await harnosand.raw('POST', address)).status, 409);
});

test('notices say what happened and lead to where to act', async () => {
  const page = await harnosand.open('/arbete/harnosand/aviseringar');
  assert.match(page.text, /Sundsvalls version 2 är återkallad/);
  assert.match(page.text, /Sundsvall har svarat på ert förslag/);
  assert.match(page.html, /\/arbete\/harnosand\/bidrag\/[0-9a-f-]{36}/);
  const read = await harnosand.send(page, '/lasta');
  assert.match(read.text, /Allt är läst/);
});

test('the mailbox of the demo shows letters by address, and one at a time with its link', async () => {
  const anybody = kommons.visitor(null);
  let box = await anybody.open('/brevlada?q=kontakt@sundsvall.example');
  for (let tries = 0; tries < 50 && !box.text.includes('ett förslag från'); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    box = await anybody.open('/brevlada?q=kontakt@sundsvall.example');
  }
  assert.match(box.text, /ett förslag från Härnösand/);
  assert.doesNotMatch(box.text, /kontakt@harnosand/);
  const [, address = ''] = /href="(\/brevlada\/[^"]+)"/.exec(box.html) ?? [];
  const letter = await anybody.open(address.replaceAll('&amp;', '&'));
  assert.match(letter.html, /href="\/arbete\/sundsvall\/verk\/skolskjuts\/bidrag\//);
  assert.equal((await anybody.raw('GET', '/brevlada/finns-inte')).status, 404);
});

test('a work is created from nothing, and its name is taken after that', async () => {
  const page = await harnosand.open('/arbete/harnosand/nytt-verk');
  const empty = await harnosand.send(page, '/nytt-verk', { name: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Välj vad ni vill börja från\..*Skriv vad verket heter\./su);
  const made = await harnosand.send(page, '/nytt-verk', { name: 'Bygga brygga', kind: 'e-service' });
  assert.match(made.address, /verk\/bygga-brygga\/anpassa/);
  assert.doesNotMatch(made.text, /att rätta/);
  const taken = await sundsvall.send(await sundsvall.open('/arbete/sundsvall/nytt-verk'), '/nytt-verk', {
    name: 'Bygga brygga',
    kind: 'guide',
  });
  assert.equal(taken.status, 409);
  assert.match(taken.text, /redan taget av Härnösand/);
});

test('a file shows what comes along before it becomes a work', async () => {
  const form = {
    pages: [
      {
        path: '/name',
        title: 'Your name',
        components: [{ type: 'TextField', name: 'fullName', title: 'Full name', options: {}, schema: {} }],
        next: [],
      },
    ],
    conditions: [],
    lists: [],
    sections: [],
    startPage: '/name',
    name: 'Example form',
  };
  const read = await upload('/arbete/harnosand/nytt-verk/fil', { format: 'xgov' }, JSON.stringify(form));
  assert.equal(read.status, 200);
  assert.match(read.text, /Läst från filen/);
  const made = await harnosand.send(read, '/nytt-verk', { id: 'exempel-fran-fil' });
  assert.match(made.address, /verk\/exempel-fran-fil\/anpassa/);
  assert.match(made.text, /Your name/);
  const broken = await upload('/arbete/harnosand/nytt-verk/fil', { format: 'kommons' }, '{ "pages": ');
  assert.equal(broken.status, 422);
  assert.match(broken.text, /rad 1/);
});

/** A form with a file, as a browser sends it (RFC 7578). */
async function upload(address: string, fields: Record<string, string>, content: string): Promise<Shown> {
  const boundary = 'kommons-test-boundary';
  const parts = [
    ...Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="form.json"\r\nContent-Type: application/json\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  ];
  const person = findDemoPerson('designer@harnosand');
  assert.ok(person);
  const token = await mintToken(person, kommons.ground.keys, kommons.clock.now);
  const { statusCode: status, body: html } = await kommons.app.inject({
    method: 'POST',
    url: address,
    headers: {
      origin: kommons.ground.settings.origin,
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: parts.join(''),
  });
  return { status, address, html, text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
}

test('what is shared and how updates come in is the adopter’s choice; taking over ends the following', async () => {
  const page = await harnosand.open(`${at}/foljer`);
  const shared = await harnosand.send(page, '/delning', { share: 'use' });
  assert.match(shared.text, /Det är sparat/);
  assert.match((await sundsvall.open(`${owned}/spridning`)).text, /Delas inte/);
  const auto = await harnosand.send(shared, '/uppdatering', { autoUpdate: 'clean' });
  assert.match(auto.html, /value="clean" checked/);
  assert.equal((await harnosand.send(auto, '/ta-over', { reason: '' })).status, 422);
  const over = await harnosand.send(auto, '/ta-over', { reason: 'Vi sköter den själva.' });
  assert.match(over.text, /Ni följer ingen/);
  assert.match(over.text, /Sundsvall/, 'and the way back is there');
  const repeated = await harnosand.raw('POST', `${at}/foljer/ta-over`, { reason: 'Igen.' });
  assert.equal(repeated.status, 409);
});
