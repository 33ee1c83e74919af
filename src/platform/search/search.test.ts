import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  compoundParts,
  didYouMean,
  lexemes,
  markWords,
  similarity,
  stem,
  toQuery,
  toVector,
} from './index.ts';
import { words } from './tokens.ts';

/** Forms of one word: all must meet in one stem. */
const families: readonly string[] = [
  'skolskjuts skolskjutsar skolskjutsen skolskjutsens skolskjutsarna skolskjutsarnas',
  'ansökan ansökningar ansökningen ansökningarna ansöka ansöker',
  'anmälan anmälningar anmälningarna anmäla anmäler anmälningens',
  'avgift avgifter avgiften avgifterna avgiftens',
  'tillstånd tillståndet tillstånden tillståndets',
  'beslut beslutet besluten besluts',
  'ärende ärendet ärenden ärendena ärendets',
  'förskola förskolan förskolor förskolorna förskolans',
  'skola skolan skolor skolorna skolans',
  'kommun kommunen kommuner kommunens kommunerna kommunernas',
  'park parken parker parkerna parkens',
  'parkering parkeringen parkeringar parkeringarna parkera parkerar',
  'bok boken böcker böckerna',
  'stad städer staden städerna',
  'bostad bostäder bostaden bostäderna',
  'cykel cykeln cyklar cyklarna',
  'register registret registren',
  'rum rummet rummen',
  'buss bussar bussen bussarna',
  'väg vägen vägar vägarna vägens',
  'gata gatan gator gatorna',
  'förening föreningen föreningar föreningarnas',
  'bidrag bidraget bidragen bidragens',
  'elev elever eleven elevernas',
  'bibliotek biblioteket biblioteken bibliotekets',
  'handläggare handläggaren handläggarna handläggarnas',
  'tömning tömningen tömningar tömma',
  'fastighet fastigheter fastigheten fastigheterna fastighetens',
  'verksamhet verksamheten verksamheter',
  'faktura fakturan fakturor fakturorna',
  'kostnad kostnader kostnaden kostnaderna',
  'nummer numret numren',
  'regel regler regeln reglerna',
  'barn barnet barnen barns barnens',
  'plats platser platsen platserna',
  'uteservering uteserveringar uteserveringen',
  'lägenhet lägenheter lägenheten',
  'synpunkt synpunkter synpunkten synpunkterna',
];

/** Words that look alike and are not. */
const apart: readonly (readonly [string, string])[] = [
  ['park', 'parkering'],
  ['kost', 'kostnad'],
  ['väg', 'vägg'],
  ['bygglov', 'sommarlov'],
  ['hall', 'halka'],
  ['före', 'förening'],
  ['handel', 'handling'],
  ['far', 'färdtjänst'],
];

const compounds: readonly (readonly [string, readonly string[]])[] = [
  ['bygglovsansökan', ['bygglov', 'ansökan']],
  ['bygglovsansökningar', ['bygglov', 'ansökan']],
  ['bygglov', []],
  ['skolskjutsansökan', ['skolskjuts', 'ansökan', 'skola']],
  ['skolskjutsar', ['skola', 'skjuts']],
  ['barnomsorgsavgift', ['barnomsorg', 'avgift']],
  ['parkeringstillstånd', ['parkering', 'tillstånd']],
  ['serveringstillstånd', ['servering', 'tillstånd']],
  ['avfallshämtning', ['avfall', 'hämtning']],
  ['gatubelysning', ['gata', 'belysning']],
  ['bostadsanpassningsbidrag', ['bostadsanpassning', 'bidrag', 'bostad']],
  ['vattenmätare', ['vatten', 'mätare']],
  ['äldreomsorg', ['äldre', 'omsorg']],
  ['föreningsbidrag', ['förening', 'bidrag']],
  ['felanmälan', ['fel', 'anmälan']],
  ['rivningslov', []],
  ['hemtjänstavgift', ['hemtjänst', 'avgift']],
  ['livsmedelskontroll', ['livsmedel', 'kontroll']],
  ['grundskoleplacering', ['grundskola', 'placering']],
  ['xylofonkvartett', []],
  ['sommarjobbare', []],
];

/** A document, a question, and whether it is found. */
const finds: readonly (readonly [string, string, boolean])[] = [
  ['Bygglovsansökan', 'bygglov', true],
  ['Skolskjuts', 'skolskjutsar', true],
  ['Ansök om skolskjuts', 'skolskjutsansökan', true],
  ['Ansökan om skolskjuts', 'buss till skolan', true],
  ['Ansökan om skolskjuts', 'skolbuss', true],
  ['Ansökan om skolskjuts', 'SKOLSKJUTSEN', true],
  ['Ansökan om skolskjuts', 'bygglov', false],
  ['Stadigvarande serveringstillstånd', 'sälja alkohol', true],
  ['Stadigvarande serveringstillstånd', 'utskänkningstillstånd', true],
  ['Stadigvarande serveringstillstånd', 'tillstånd servering', true],
  ['Felanmälan gator och parker', 'trasig gatlampa', true],
  ['Felanmälan gator och parker', 'hål i gatan', true],
  ['Felanmälan gator och parker', 'anmäla fel park', true],
  ['Bygglov', 'bygga garage', true],
  ['Bygglov', 'semester', false],
  ['Ansökan om förskola', 'dagis', true],
  ['Ansökan om förskola', 'forskola', true],
  ['Försörjningsstöd', 'socialbidrag', true],
  ['Försörjningsstöd', 'forsorjningsstod', true],
  ['Anmälan om misstänkt matförgiftning', 'matförgiftad', true],
  ['Anmälan om misstänkt matförgiftning', 'magsjuk av mat', true],
  ['Hämtning av sopor', 'sophämtning', true],
  ['Parkeringstillstånd för rörelsehindrad', 'handikapparkering', true],
  ['Föreningsbidrag', 'bidrag till förening', true],
  ['Lov i skolan', 'bygglov', false],
  ['Fakturafrågor', 'faktura', true],
  ['School transport', 'transports', true],
  ['Inloggning med tjänstekort', 'lösenord', true],
  ['När samma person finns två gånger', 'dubblett', true],
  ['Rutin vid driftstopp', 'systemet nere', true],
];

/** What a GIN index does, for questions of the forms that `toQuery` gives. */
function matches(document: string, question: string): boolean {
  const found = new Set(
    [...toVector([{ text: document, weight: 'A' }]).matchAll(/'([^']+)'/g)].map(([, one]) => one ?? ''),
  );
  const program = toQuery(question)
    .replaceAll(/'([^']+)':\*/g, (_, start: string) =>
      String([...found].some((one) => one.startsWith(start))),
    )
    .replaceAll(/'([^']+)'/g, (_, lexeme: string) => String(found.has(lexeme)));
  return truth(program);
}

function truth(program: string): boolean {
  let text = program.replaceAll(' ', '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(/\((true|false)\)/g, '$1')
      .replaceAll(/(true|false)&(true|false)/g, (_, a: string, b: string) =>
        String(a === 'true' && b === 'true'),
      );
    if (!text.includes('&')) {
      text = text.replaceAll(/(true|false)\|(true|false)/g, (_, a: string, b: string) =>
        String(a === 'true' || b === 'true'),
      );
    } else {
      text = text.replaceAll(
        /\((true|false)\|(true|false)/g,
        (_, a: string, b: string) => `(${a === 'true' || b === 'true'}`,
      );
    }
  }
  return text === 'true';
}

describe('the stem of a Swedish word', () => {
  const pairs = families.flatMap((line) => {
    const [first = '', ...forms] = line.split(' ');
    return forms.map((form) => [first, form] as const);
  });
  it(`is one for every form of a word (${pairs.length} pairs)`, () => {
    assert.ok(pairs.length >= 120);
    const wrong = pairs.filter(([first, form]) => stem(first) !== stem(form));
    assert.deepEqual(
      wrong.map(([first, form]) => `${first} ${stem(first)} / ${form} ${stem(form)}`),
      [],
    );
  });
  it('keeps apart what is not the same word', () => {
    for (const [left, right] of apart) assert.notEqual(stem(left), stem(right), `${left} ${right}`);
  });
});

describe('a compound', () => {
  for (const [word, parts] of compounds) {
    it(`${word} is ${parts.join(' + ') || 'whole'}`, () => {
      const found = compoundParts(word);
      for (const part of parts) assert.ok(found.includes(stem(part)), `${part} in ${found.join(', ')}`);
      if (parts.length === 0) assert.deepEqual(found, []);
    });
  }
});

describe('a question', () => {
  for (const [document, question, expected] of finds) {
    it(`"${question}" ${expected ? 'finds' : 'does not find'} "${document}"`, () => {
      assert.equal(matches(document, question), expected, toQuery(question));
    });
  }
  it('of one word form finds any other form of it', () => {
    for (const line of families) {
      const forms = line.split(' ');
      for (const form of forms) assert.ok(matches(forms[0] ?? '', form), `${forms[0]} by ${form}`);
    }
  });
  it('can ask for any of its words', () => {
    assert.match(toQuery('sotning brandskydd', 'any'), / \| /);
    assert.equal(toQuery('  ,. '), '');
  });
  it('never breaks the query language, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const lexeme = /'([^']*)'/g;
        for (const [, inner = ''] of toQuery(text).matchAll(lexeme)) assert.match(inner, /^[\p{L}\p{N}]+$/u);
        assert.match(toQuery(text).replaceAll(lexeme, ''), /^[&|():* ]*$/);
      }),
    );
  });
  it('finds the document that it was taken from', () => {
    fc.assert(
      fc.property(fc.constantFrom(...families.flatMap((line) => line.split(' '))), (word) =>
        matches(word, word),
      ),
    );
  });
});

describe('an owner', () => {
  it('stands before every lexeme of a vector and of a question, and its words do not meet another’s', () => {
    const vector = toVector([{ text: 'Ansök om bygglov', weight: 'A' }], 'hjo');
    assert.equal(vector, "'hjo/ansök':1A 'hjo/ansok0x':1A 'hjo/bygglov':2A");
    assert.match(toQuery('bygglov', 'all', 'hjo'), /'hjo\/bygglov'/);
    for (const question of ['bygglov', 'buss till skolan', 'ansökan']) {
      const found = [...toQuery(question, 'all', 'hjo').matchAll(/'([^']*)'/g)];
      assert.ok(found.length > 0 && found.every(([, lexeme]) => lexeme?.startsWith('hjo/')));
    }
  });
});

describe('marking', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Sök efter bygglovet här.', 'bygglov', 'Sök efter [bygglovet] här.'],
    ['Färjan räknas.', 'farja', '[Färjan] räknas.'],
    ['Logga in i systemet', 'logg', '[Logga] in i systemet'],
    ['Inget alls', 'bygglov', 'Inget alls'],
  ];
  for (const [text, question, expected] of cases) {
    it(`${question} in ${text}`, () => {
      const marked = markWords(text, question);
      assert.equal(marked.map((part) => (part.found ? `[${part.text}]` : part.text)).join(''), expected);
      assert.equal(marked.map((part) => part.text).join(''), text);
    });
  }
});

describe('words', () => {
  it('keep å, ä and ö and lose other marks', () => {
    assert.deepEqual(words('Café-ägare, A\u030angström & smørrebrød'), [
      'cafe',
      'ägare',
      'ångström',
      'smörrebröd',
    ]);
  });
  it('are indexed also as typed without Swedish letters', () => {
    assert.deepEqual(lexemes('färja'), ['färj', 'farj0x']);
  });
});

describe('a misspelt word', () => {
  const known = new Set(['bygglov', 'skolskjuts', 'serveringstillstånd', 'förskola', 'felanmälan']);
  const cases: readonly (readonly [string, string | null])[] = [
    ['byglov', 'bygglov'],
    ['skolskjus', 'skolskjuts'],
    ['serverings tilstånd', null],
    ['serveringstilstånd', 'serveringstillstånd'],
    ['felanmelan', 'felanmälan'],
    ['bygglov', null],
    ['zzz', null],
  ];
  for (const [asked, meant] of cases) {
    it(`${asked} → ${meant ?? 'nothing'}`, () => assert.equal(didYouMean(asked, known), meant));
  }
  it('is like itself and unlike another', () => {
    assert.equal(similarity('skola', 'skola'), 1);
    assert.equal(similarity('skola', 'xyz'), 0);
  });
});
