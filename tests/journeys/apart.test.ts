import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import type { Shown } from '../support/visitor.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/*
 * What has grown apart is brought together by a person: a variant that has no version in common with the one it is to
 * follow, and a draft that an update overtook. By forms alone; each test goes on from the one before.
 */

const work = 'skolskjuts';
const everyone = { kind: 'everyone' } as const;
const Draft = z.object({ revision: z.number() });
const Variant = z.object({
  base: z.object({ organisation: z.string() }).nullable(),
  head: z.object({ number: z.number() }),
});

let kommons: TestApp;
const of = (organisation: string) => designer(kommons.client, organisation);
const variantOf = async (organisation: string) =>
  Variant.parse(await of(organisation).me.get(`${of(organisation).base}/${work}`));

/** The definition of a municipality's newest version, as JSON. */
const headOf = async (organisation: string): Promise<string> =>
  JSON.stringify(await of(organisation).me.get(`${of(organisation).base}/${work}/versions/head`));

/** Puts a definition with other ids for some questions in the variant's place, as one who rebuilt them would. */
async function rebuild(organisation: string, renamed: ReadonlyMap<string, string>): Promise<void> {
  const { me, base } = of(organisation);
  let text = await headOf(organisation);
  for (const [from, to] of renamed) text = text.replaceAll(from, to);
  const body = { revision: null, definition: JSON.parse(text) };
  const { revision } = Draft.parse(await me.put(`${base}/${work}/draft`, body));
  await me.post(`${base}/${work}/draft/commit`, { revision, message: 'Ombyggd.' });
}

before(async () => {
  kommons = await testApp();
  const sundsvall = of('sundsvall');
  await sundsvall.create(await readContent(work), 'Första versionen.');
  await sundsvall.fill(work, localFacts.sundsvall);
  await sundsvall.publish(work, everyone, 'Första versionen.');
  for (const place of ['ange', 'kramfors']) {
    await of(place).adopt(work, 'sundsvall');
    await of(place).me.post(`${of(place).base}/${work}/take-over`, { reason: 'Vi gör om den.' });
  }
  await of('ange').edit(work, [{ do: 'set', path: 'pages/skola/title/sv', value: 'Skolan' }], 'Nytt namn.');
  await of('ange').publish(work, everyone, 'Ånges egen.');
  await rebuild('kramfors', new Map([['skolans-namn', 'vilken-skola'], ['vald-skola-text', 'om-vald-skola']])); // prettier-ignore
  await of('harnosand').adopt(work, 'sundsvall');
});
after(() => kommons.close());

const following = `/arbete/kramfors/verk/${work}/foljer`;
const another = { organisation: 'ange', reason: 'De har samma skolor som vi.' };

test('only designers of the municipality choose whom it follows', async () => {
  for (const who of ['case-worker@kramfors', 'designer@timra', null]) {
    const visitor = kommons.visitor(who);
    assert.equal((await visitor.raw('GET', following)).status, who === null ? 303 : 404, String(who));
    const sent = await visitor.raw('POST', `${following}/annan`, another);
    assert.equal(sent.status, who === null ? 401 : 404, String(who));
  }
  assert.equal((await variantOf('kramfors')).base, null);
});

let matching: Shown;

test('who has no version in common is asked which parts are the same', async () => {
  const visitor = kommons.visitor('designer@kramfors');
  const page = await visitor.open(following);
  assert.match(page.text, /Ånges version 1/);
  const empty = await visitor.send(page, '/foljer/annan');
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Välj vilken ni ska följa/);
  assert.match(empty.text, /Skriv varför/);
  matching = await visitor.send(empty, '/foljer/annan', another);
  assert.equal(matching.status, 409);
  assert.match(matching.text, /Ni och Ånge har ingen version gemensam/);
  assert.match(matching.text, /Er ”Vad heter skolan\?” är samma som ”Vad heter skolan\?”/);
  assert.match(matching.text, /Er ”När ni har valt skola” är samma som ”När ni har valt skola”/);
  assert.equal((await variantOf('kramfors')).base, null, 'nothing is done until it is answered');
});

test('what is left ticked gets the other’s id, what is not stays one’s own', async () => {
  const visitor = kommons.visitor('designer@kramfors');
  const kept = JSON.stringify(['skolans-namn', 'vilken-skola']);
  const followed = await visitor.send(matching, '/foljer/annan', { pair: kept });
  assert.equal(followed.status, 200);
  assert.match(followed.text, /Det är sparat/);
  assert.match(followed.text, /Ni följer Ånge och har tagit in Ånges version 1/);
  const text = await headOf('kramfors');
  assert.ok(text.includes('"id":"skolans-namn"') && !text.includes('"id":"vilken-skola"'));
  assert.ok(text.includes('"id":"om-vald-skola"'));
});

test('sent again it is refused in words, and nothing more happens', async () => {
  const before = await variantOf('kramfors');
  const again = await kommons.visitor('designer@kramfors').raw('POST', `${following}/annan`, another);
  assert.equal(again.status, 409);
  assert.match(again.body, /Ni följer redan den varianten/);
  assert.deepEqual(await variantOf('kramfors'), before);
});

const edit = `/arbete/harnosand/verk/${work}/anpassa`;
const path = 'pages/resan/fields/avstand/help/sv';

/** Härnösand's draft and Sundsvall's next version rewrite the same help text; the update is taken as Sundsvall has it. */
async function overtake(): Promise<string> {
  const { me, base } = of('harnosand');
  const commands = [{ do: 'set', path, value: 'Vi mäter vägen med färjan.' }];
  const { revision } = Draft.parse(await me.post(`${base}/${work}/draft`, { revision: null, commands }));
  const theirs = [{ do: 'set', path, value: 'Vi mäter vägen till grinden.' }] as const;
  await of('sundsvall').edit(work, theirs, 'Till grinden.');
  await of('sundsvall').publish(work, everyone, 'Till grinden.');
  await of('harnosand').update(work);
  return String(revision);
}

test('a draft that an update overtook asks what is to apply before it becomes a version', async () => {
  const revision = await overtake();
  const commit = { revision, message: 'Färjan räknas med.' };
  for (const who of ['case-worker@harnosand', 'designer@timra']) {
    const sent = await kommons.visitor(who).raw('POST', `${edit}/version`, commit);
    assert.equal(sent.status, 404, who);
  }
  const visitor = kommons.visitor('designer@harnosand');
  const outline = await visitor.open(edit);
  assert.match(outline.text, /Utgår från er version 1/);
  const behind = await visitor.send(outline, '/anpassa/version', { message: commit.message });
  assert.equal(behind.status, 409);
  assert.match(behind.text, /Er version 2 har kommit sedan utkastet började/);
  assert.match(behind.text, /Vi mäter vägen med färjan/);
  assert.match(behind.text, /Vi mäter vägen till grinden/);
  assert.equal((await variantOf('harnosand')).head.number, 2, 'no version until it is answered');

  const [, conflict = ''] = /name="(a:[^"]+)"/.exec(behind.html) ?? [];
  const unanswered = await visitor.send(behind, '/anpassa/version');
  assert.equal(unanswered.status, 409);
  const variant = await visitor.send(unanswered, '/anpassa/version', { [conflict]: 'ours' });
  assert.equal(variant.status, 200);
  assert.match(variant.text, /Er version 3 Färjan räknas med\./, 'the message that was typed is kept');
  assert.match(await headOf('harnosand'), /Vi mäter vägen med färjan/);
});

test('the same answer sent again makes no second version', async () => {
  const visitor = kommons.visitor('designer@harnosand');
  const again = await visitor.raw('POST', `${edit}/version`, {
    revision: '1',
    message: 'Färjan räknas med.',
  });
  assert.equal(again.status, 409);
  assert.equal((await variantOf('harnosand')).head.number, 3);
});
