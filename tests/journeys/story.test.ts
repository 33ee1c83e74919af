import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { ferryQuestion, harnosandLocal, localFacts, sundsvallVersion2 } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * The story of the product, from end to end: Sundsvall shares school transport; Härnösand adopts and adapts
 * it; a family applies without scripts; a case worker decides; version 2 comes and is taken in; Härnösand
 * gives its question back to everybody. Each step is done as a person does it, and each test goes on from
 * the one before.
 */

const work = 'skolskjuts';
const audience = { kind: 'networks', of: ['esamverkan'] } as const;
const day = 24 * 60 * 60 * 1000;

let kommons: TestApp;
let designerOfHarnosand: Visitor;
let family: Visitor;
let worker: Visitor;
const kept = { draftPage: '', case: '', number: '', otherDraft: '' };

before(async () => {
  kommons = await testApp({ work: true });
  designerOfHarnosand = kommons.visitor('designer@harnosand');
  family = kommons.visitor('citizen@harnosand');
  worker = kommons.visitor('case-worker@harnosand');
});
after(() => kommons.close());

const later = (days: number): void => {
  kommons.clock.now = new Date(kommons.clock.now.getTime() + days * day);
};
const sundsvall = () => designer(kommons.client, 'sundsvall');
const harnosand = () => designer(kommons.client, 'harnosand');

test('Sundsvall publishes school transport for eSamverkan', async () => {
  const me = sundsvall();
  await me.create(await readContent(work), 'Första versionen.');
  await me.fill(work, localFacts.sundsvall);
  await me.use(work);
  assert.equal(await me.publish(work, audience, 'Första versionen.'), 1);
});

test('Härnösand finds it by another word than its name, and others do not see it', async () => {
  const found = await designerOfHarnosand.open('/bibliotek?q=skolskjutsar');
  assert.match(found.text, /Skolskjuts/);
  assert.match(found.html, /\/bibliotek\/skolskjuts/);
  const outside = await kommons.visitor('designer@lulea').open('/bibliotek?q=skolskjutsar');
  assert.doesNotMatch(outside.html, /\/bibliotek\/skolskjuts"/);
  assert.equal((await kommons.visitor('designer@lulea').open(`/bibliotek/${work}`)).status, 404);
});

test('Härnösand adopts in one action and fills in the checklist', async () => {
  const page = await designerOfHarnosand.open(`/bibliotek/${work}`);
  assert.match(page.text, /10 kap\. 32 §/);
  const variant = await designerOfHarnosand.send(page, `/verk/${work}/infor`);
  assert.match(variant.address, /\/arbete\/harnosand\/verk\/skolskjuts/);
  assert.match(variant.text, /Fyll i 3/);
  const early = await designerOfHarnosand.raw('POST', `/arbete/harnosand/verk/${work}/ta-i-bruk`, {});
  assert.equal(early.status, 409, 'not before the facts are there');
  assert.match(early.body, /E-post för frågor/);

  const wrong = await designerOfHarnosand.send(variant, '/uppgifter', { 'v.kontakt-epost': 'skolskjuts' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en hel e-postadress/);
  const filled = await designerOfHarnosand.send(wrong, '/uppgifter', {
    'v.namnd': localFacts.harnosand.namnd,
    'v.kontakt-epost': localFacts.harnosand['kontakt-epost'],
    'v.kontakt-telefon': localFacts.harnosand['kontakt-telefon'],
  });
  assert.match(filled.text, /Uppgifterna är sparade/);
});

test('Härnösand changes a text, adds a question, hides one, and takes it in use', async () => {
  await harnosand().edit(work, harnosandLocal, 'Färjan till Hemsön räknas med.');
  const variant = await designerOfHarnosand.open(`/arbete/harnosand/verk/${work}`);
  assert.match(variant.text, /Ingår en färja/);
  const used = await designerOfHarnosand.send(variant, '/ta-i-bruk');
  assert.match(used.text, /I bruk: er version 2/);
});

const answersOf: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  vem: {
    vardnadshavare: 'ja',
    'barnets-namn': 'Barn Exempel',
    'barnets-personnummer': '20170110-2384',
    'hemadress.street': 'Hemsövägen 4',
    'hemadress.postalCode': '871 65',
    'hemadress.town': 'Härnösand',
    epost: 'familjen@example.se',
  },
  skola: { skolform: 'grundskola', arskurs: '3', skolval: 'placerad', 'skolans-namn': 'Älandsbro skola' },
  resan: {
    'resan-i-dag': 'skjutsas',
    avstand: '12,5',
    'forsta-dag.day': '11',
    'forsta-dag.month': '1',
    'forsta-dag.year': '2027',
    dagar: ['mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag'],
  },
  boende: { vaxelvis: 'nej', farja: 'ja' },
  skal: { 'har-skal': 'nej' },
};

/** Yes and no are sent as the page's own values. */
function asSent(page: Shown, answers: Readonly<Record<string, string | readonly string[]>>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      if (value !== 'ja' && value !== 'nej') return [name, value];
      const values = [...page.html.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'g'))].map(
        ([tag]) => /value="([^"]*)"/.exec(tag)?.[1] ?? '',
      );
      return [name, (value === 'ja' ? values[0] : values[1]) ?? value];
    }),
  );
}

const pageOf = (shown: Shown): string => shown.address.split('?')[0]?.split('/').at(-1) ?? '';

/** Answers a page and goes on. An answer may bring a question more on the same page, which then is answered too. */
async function answerPage(who: Visitor, page: Shown): Promise<Shown> {
  const name = pageOf(page);
  const send = async (from: Shown): Promise<Shown> =>
    who.send(from, name, { ...asSent(from, answersOf[name] ?? {}), _go: 'next' });
  const next = await send(page);
  return pageOf(next) === name && next.text.includes('gav en fråga till') ? send(next) : next;
}

/** Answers pages from the one shown until the given one comes. */
async function fillUntil(who: Visitor, from: Shown, stop: string): Promise<Shown> {
  let page = from;
  for (let step = 0; step < 10 && pageOf(page) !== stop; step += 1) {
    const name = pageOf(page);
    page = await answerPage(who, page);
    assert.notEqual(pageOf(page), name, `${name} was not accepted: ${page.text.slice(0, 800)}`);
  }
  return page;
}

test('a family applies without scripts: is corrected, saves, resumes', async () => {
  const start = await family.open('/k/harnosand/tjanster?q=buss+till+skolan');
  assert.match(start.html, /\/k\/harnosand\/tjanster\/skolskjuts/);
  const about = await family.open(`/k/harnosand/tjanster/${work}`);
  assert.match(about.text, /10 kap\. 32 §/);
  assert.doesNotMatch(about.html, /<script/);
  const first = await family.send(about, '/utkast');
  assert.equal(pageOf(first), 'vem');

  const wrong = await family.send(first, 'vem', {
    ...asSent(first, answersOf['vem'] ?? {}),
    'barnets-personnummer': '20170110-2385',
    _go: 'next',
  });
  assert.match(wrong.html, /<title>Fel: /);
  assert.match(wrong.html, /href="#barnets-personnummer"/, 'the summary links to the question');
  assert.match(wrong.html, /value="Barn Exempel"/, 'what was typed is still there');
  assert.match(wrong.html, /value="20170110-2385"/);

  const skola = await answerPage(family, wrong);
  assert.equal(pageOf(skola), 'skola');
  assert.doesNotMatch(skola.text, /fritids/, 'what Härnösand hides is not asked');
  const resan = await answerPage(family, skola);
  assert.match(resan.text, /färjan till Hemsön räknas som en del av vägen/);
  await family.send(resan, 'resan', { avstand: '12,5', _go: 'leave' });

  later(1);
  const again = await family.open(`/k/harnosand/tjanster/${work}`);
  assert.match(again.text, /påbörjat/);
  const draft = /\/k\/harnosand\/tjanster\/skolskjuts\/utkast\/[\w-]+/.exec(again.html)?.[0];
  assert.ok(draft);
  const resumed = await family.open(draft);
  assert.equal(pageOf(resumed), 'resan');
  assert.match(resumed.html, /value="12,5"/);
  kept.draftPage = resumed.address;
});

test('the family sends it once, and a repeat shows the same receipt', async () => {
  const check = await fillUntil(family, await family.open(kept.draftPage), 'kontrollera');
  assert.match(check.text, /Älandsbro skola/);
  const receipt = await family.send(check, '/skicka');
  const number = /SKJ 2026-\d{4}/.exec(receipt.text.replaceAll(' ', ' '))?.[0];
  assert.ok(number, receipt.text.slice(0, 600));
  const repeated = await family.send(check, '/skicka');
  assert.match(repeated.text.replaceAll(' ', ' '), new RegExp(number));
  const own = await family.open('/k/harnosand/mina-arenden');
  assert.equal(new Set(own.html.match(/\/k\/harnosand\/mina-arenden\/[0-9a-f-]{36}/g)).size, 1);
  kept.number = number;
  kept.case = /mina-arenden\/([0-9a-f-]{36})/.exec(own.html)?.[1] ?? '';
  const pdf = await family.raw('GET', `/k/harnosand/mina-arenden/${kept.case}/kvittens.pdf`);
  assert.match(pdf.body, /^%PDF-/);
});

test('a second family begins on version 1 and is not finished', async () => {
  const other = kommons.visitor('citizen:2@harnosand');
  const page = await other.send(await other.open(`/k/harnosand/tjanster/${work}`), '/utkast');
  const stopped = await fillUntil(other, page, 'resan');
  kept.otherDraft = stopped.address;
});

test('a case worker asks for completion, gets it, and decides', async () => {
  later(1);
  const today = await worker.open('/arbete/harnosand/idag');
  const taken = await worker.send(today, '/arenden/nasta');
  assert.match(taken.address, new RegExp(kept.case));
  assert.match(taken.text, /Älandsbro skola/);
  const due = new Date(kommons.clock.now.getTime() + 10 * day).toISOString().slice(0, 10);
  const [year = '', month = '', dayOfMonth = ''] = due.split('-');
  const asked = await worker.send(taken, '/komplettering', {
    text: 'Vilken färja tar barnet?',
    due,
    'due.year': year,
    'due.month': month,
    'due.day': dayOfMonth,
  });
  assert.match(asked.text, /Vilken färja tar barnet\?/);

  const own = await family.open(`/k/harnosand/mina-arenden/${kept.case}`);
  assert.match(own.text, /Vilken färja tar barnet\?/);
  const action = /mina-arenden\/[0-9a-f-]{36}(\/komplettering\/[0-9a-f-]{36})/.exec(own.html)?.[1] ?? '';
  const answered = await family.send(own, action, { text: 'Färjan klockan 7.20 från Hemsön.' });
  assert.equal(answered.status, 200);

  const back = await worker.open(`/arbete/harnosand/arenden/${kept.case}`);
  assert.match(back.text, /Färjan klockan 7\.20/);
  const reasons = 'Vägen är 12,5 kilometer. Gränsen är 2 kilometer till och med årskurs 3.';
  const review = await worker.send(back, '/beslut', { choice: 'bevilja', reasons, act: 'review' });
  assert.match(review.text, /Skolnämnden beviljar skolskjuts/);
  const decided = await worker.send(review, '/skicka');
  assert.match(decided.text, /Bevilja/);

  const read = await family.open(`/k/harnosand/mina-arenden/${kept.case}`);
  assert.match(read.text, /Vägen är 12,5 kilometer/);
  const pdf = await family.raw('GET', `/k/harnosand/mina-arenden/${kept.case}/beslut.pdf`);
  assert.match(pdf.body, /^%PDF-/);
});

test('Sundsvall publishes version 2; Timrå, which changed nothing, has nothing to decide', async () => {
  const timra = designer(kommons.client, 'timra');
  await timra.adopt(work, 'sundsvall');
  await timra.fill(work, localFacts.timra);
  await timra.use(work);
  later(1);
  const me = sundsvall();
  await me.edit(work, sundsvallVersion2, 'Frågar om skjutsen behövs åt båda håll.');
  await me.use(work);
  assert.equal(await me.publish(work, audience, 'Frågar om skjutsen behövs åt båda håll.'), 2);

  const visitor = kommons.visitor('designer@timra');
  const update = await visitor.open(`/arbete/timra/verk/${work}/uppdatera`);
  assert.match(update.text, /Inget är kvar att välja/);
  const done = await visitor.send(update, '/uppdatera/infor');
  assert.match(done.text, /Sundsvalls version 2 gäller nu i Timrå/);
});

test('Härnösand is asked about one wording, and the rest goes in clean', async () => {
  const update = await designerOfHarnosand.open(`/arbete/harnosand/verk/${work}/uppdatera`);
  assert.match(update.text, /En har båda ändrat/);
  assert.match(update.text, /som är säker att gå/);
  assert.match(update.text, /färjan till Hemsön/);
  const early = await designerOfHarnosand.send(update, '/uppdatera/infor');
  assert.match(early.text, /Välj i den sista först/);
  const answered = await designerOfHarnosand.send(early, '/uppdatera/svar', {
    answer: 'own',
    text: 'Vi mäter den kortaste vägen som är säker att gå. Färjan till Hemsön räknas som en del av vägen.',
  });
  assert.match(answered.text, /Allt är klart/);
  const done = await designerOfHarnosand.send(answered, '/uppdatera/infor');
  assert.match(done.text, /Sundsvalls version 2 gäller nu i Härnösand Den är nu er version 3\./);
  assert.match(done.text, /Vill ni föreslå/);
});

test('the draft and the open case keep their version; a new applicant meets the new one', async () => {
  const old = kommons.visitor('citizen:2@harnosand');
  const page = await old.open(kept.otherDraft);
  assert.match(page.text, /Hur tar sig barnet till skolan i dag\?/);
  assert.doesNotMatch(page.text, /både till och från/);
  const fresh = kommons.visitor('citizen:3@harnosand');
  const begun = await fresh.send(await fresh.open(`/k/harnosand/tjanster/${work}`), '/utkast');
  const resan = await fillUntil(fresh, begun, 'resan');
  assert.match(resan.text, /både till och från skolan/);
  assert.doesNotMatch(resan.text, /Hur tar sig barnet till skolan i dag/);
  assert.match(resan.text, /Färjan till Hemsön räknas som en del av vägen/);
  const decided = await worker.open(`/arbete/harnosand/arenden/${kept.case}`);
  assert.match(decided.text, /er version 2/, 'Härnösand’s own version 2, in which the family applied');
});

const OwnChanges = z.object({ changes: z.array(z.object({ id: z.string(), path: z.string() })) });
const Contribution = z.object({ id: z.string() });
const Review = z.object({ clean: z.array(z.object({ id: z.string() })) });
const Fleet = z.object({ rows: z.array(z.object({ organisation: z.string(), takenNumber: z.number() })) });

test('Härnösand contributes its question, Sundsvall accepts it as version 3, and the fleet shows it', async () => {
  const mine = harnosand();
  const own = OwnChanges.parse(await mine.me.get(`${mine.base}/${work}/own-changes`)).changes;
  const question = own.filter(({ path }) => path === ferryQuestion).map(({ id }) => id);
  assert.equal(question.length, 1);
  const sent = Contribution.parse(
    await mine.me.post(`${mine.base}/${work}/contributions`, {
      changes: question,
      message: 'Behövs där det finns färjor.',
    }),
  );

  const theirs = sundsvall();
  const at = `/api/v1/organisations/sundsvall/contributions/${sent.id}`;
  const items = Review.parse(await theirs.me.get(`${at}/review`)).clean;
  await theirs.me.post(`${at}/answer`, { accept: items.map(({ id }) => id), message: 'Tack, bra fråga.' });
  await theirs.use(work);
  assert.equal(await theirs.publish(work, audience, 'Frågar om färja, efter förslag från Härnösand.'), 3);

  const page = await designerOfHarnosand.open(`/bibliotek/${work}`);
  assert.match(page.text, /Har bidragit Härnösand/);
  const fleet = Fleet.parse(await theirs.me.get(`${theirs.base}/${work}/fleet`)).rows;
  assert.deepEqual(
    fleet
      .map(({ organisation, takenNumber }) => `${organisation} ${takenNumber}`)
      .toSorted((a, b) => a.localeCompare(b)),
    ['harnosand 2', 'timra 2'],
  );
  const update = await designerOfHarnosand.open(`/arbete/harnosand/verk/${work}/uppdatera`);
  assert.match(
    update.text,
    /Inget är kvar att välja/,
    `what one gave is no conflict: ${update.text.slice(400, 2400)}`,
  );
});

test('every read of the case was logged, and the log lines hold no personal data', async () => {
  const rows = await kommons.database.db.transaction({ organisation: 'harnosand', person: null }, (tx) =>
    tx.selectFrom('identity.reads').selectAll().execute(),
  );
  assert.ok(rows.length >= 4, `${rows.length} reads`);
  const lines = kommons.logged.join('\n');
  for (const secret of ['Barn Exempel', '20170110', 'Hemsövägen', kept.number]) {
    assert.ok(!lines.includes(secret), `the log holds ${secret}`);
  }
});
