import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { effectiveLocks, isDefinition, type Definition } from '../src/kernel/index.ts';
import {
  eServiceRules,
  readEService,
  runExamples,
  validateEService,
  type EService,
} from '../src/modules/services/definition/index.ts';

const folder = new URL('e-services/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function readFile(name: string): Definition {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  assert.ok(isDefinition(parsed), name);
  return parsed;
}

function getService(definition: Definition): EService {
  const read = readEService(definition);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

type Text = { readonly path: string; readonly sv: string; readonly en: string | undefined };

/** Every text in Swedish, with its English beside. */
function textsOf(value: unknown, path = ''): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && typeof value.sv === 'string') {
    return [{ path, sv: value.sv, en: 'en' in value && typeof value.en === 'string' ? value.en : undefined }];
  }
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{[^}]+\}/gu)].map(([place]) => place).toSorted();

/** What is asked of whom by law: an adopter gives values and help texts there, and removes nothing. */
const boundByLaw: Readonly<Record<string, readonly string[]>> = {
  skolskjuts: ['vem', 'skolform', 'skolval', 'utredning', 'bevilja', 'bevilja-delvis', 'avsla'],
  serveringstillstand: [
    'servering-till',
    'del-av-aret',
    'foretagsform',
    'inflytande',
    'kunskapsprov',
    'delat-utrymme',
    'drycker',
    'utredning',
    'bevilja',
    'bevilja-delvis',
    'avsla',
  ],
  felanmalan: ['fara', 'fara-112', 'aterkoppling'],
};

/** The municipality has to say these itself; everything else that it has to have comes with a value. */
const askedOfEveryone = ['namnd', 'kontakt-epost', 'kontakt-telefon'];

test('three e-services ship', () => {
  assert.deepEqual(files.toSorted(), ['felanmalan.json', 'serveringstillstand.json', 'skolskjuts.json']);
});

for (const name of files) {
  const definition = readFile(name);
  const texts = textsOf(definition);

  test(`${name}: valid, without a warning, under its own name`, () => {
    assert.deepEqual(validateEService(definition), []);
    assert.equal(`${definition.id}.json`, name);
  });

  test(`${name}: English for every text, with the same local facts in it`, () => {
    for (const { path, sv, en } of texts) {
      assert.ok(en !== undefined && en.trim() !== '', path);
      assert.deepEqual(placesIn(en), placesIn(sv), path);
    }
  });

  test(`${name}: its examples come out as they say, at least one way through and one refusal`, () => {
    const service = getService(definition);
    assert.deepEqual(
      runExamples(service, { settings: {} }).filter(({ ok }) => !ok),
      [],
    );
    assert.ok(service.examples.some(({ expect }) => expect.valid));
    assert.ok(service.examples.some(({ expect }) => !expect.valid));
  });

  test(`${name}: every local fact is used, and only three have to be asked for`, () => {
    const service = getService(definition);
    const used = new Set(eServiceRules.references?.(definition).map(({ target }) => target));
    const unused = service.parameters.filter(({ id }) => !used.has(id));
    assert.deepEqual(
      unused.map(({ id }) => id),
      [],
    );
    const asked = service.parameters.filter(
      (parameter) => parameter.required && parameter.default === undefined,
    );
    assert.deepEqual(
      asked.map(({ id }) => id),
      askedOfEveryone,
    );
  });

  test(`${name}: every law has its number and its section, and texts name no other laws`, () => {
    const service = getService(definition);
    const laws = service.legalBasis.map(({ law }) => law['sv'] ?? '');
    for (const law of laws) assert.match(law, /^.+ \(\d{4}:\d+\)/u);
    for (const { paragraph } of service.legalBasis) {
      assert.match(paragraph ?? '', /^(\d+ kap\. )?\d+( [a-z])?([,–]| och )?.* §§?$|^(\d+ kap\. )?\d+ §$/u);
    }
    const known = new Set(laws.map((law) => law.split(' ')[0]?.toLocaleLowerCase('sv')));
    for (const { path, sv } of texts) {
      for (const [whole, law = '', number] of sv.matchAll(/§§?\s+([a-zåäö]+)( \(\d{4}:\d+\))?/gu)) {
        assert.ok(known.has(law) || number !== undefined, `${path}: ${whole}`);
      }
    }
  });

  test(`${name}: a decision that goes against someone says how to appeal, where and how long`, () => {
    const service = getService(definition);
    const against = service.decisions.some(({ outcome }) => outcome === 'rejected' || outcome === 'partly');
    if (!against) return assert.equal(service.appeal, null);
    const text = service.appeal?.text['sv'] ?? '';
    for (const part of ['förvaltningsrätten', '{kontakt-epost}', 'inom tre veckor']) {
      assert.ok(text.includes(part), part);
    }
  });

  test(`${name}: what the law asks for is locked`, () => {
    const locks = effectiveLocks(definition, eServiceRules);
    for (const id of boundByLaw[definition.id] ?? []) {
      assert.ok(['fixed', 'settings'].includes(locks.get(id) ?? 'free'), id);
    }
    // The text on how to appeal belongs to the service itself.
    if (getService(definition).appeal !== null) assert.equal(locks.get(''), 'additions');
  });

  test(`${name}: invented people and addresses only`, () => {
    const text = JSON.stringify(definition);
    for (const [email] of text.matchAll(/[\w.-]+@[\w.-]+/gu)) assert.match(email, /\.example$/u);
    for (const [phone] of text.matchAll(/"0\d+-[\d ]+"/gu)) assert.match(phone, /^"08-465 004 \d\d"$/u);
  });
}
