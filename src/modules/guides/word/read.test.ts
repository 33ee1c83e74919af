import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import {
  heading,
  item,
  linkTo,
  paragraph,
  picture,
  run,
  table,
  wordEntries,
  wordFile,
} from '../../../../tests/support/word.ts';
import { readWord } from './read.ts';
import { unzip, zip } from '../../../platform/zip/index.ts';

const read = (bytes: Uint8Array, name = 'Rutin') => readWord({ bytes, name });

test('headings, lists, tables, emphasis, links and pictures become sections, steps and blocks', async () => {
  const body = [
    paragraph(run('Rutin för journal'), '<w:pStyle w:val="Titel"/>'),
    heading(1, 'Skriva'),
    heading(2, 'Första anteckningen'),
    paragraph(`${run('Skriv ')}${run('genast', '<w:b/>')}${run(' och ')}${run('kort', '<w:i/>')}${run('. Mer finns ')}${linkTo('l1', 'här')}${run('.')}`),
    paragraph(run('1. Det här är ett stycke med *stjärnor* och {klammer}.')),
    item('Öppna ärendet.', true),
    item('Välj Anteckna.', true),
    paragraph(picture('p1')),
    heading(3, 'Tänk på'),
    item('kort', false),
    item('sakligt', false, 1),
    heading(2, 'Tider'),
    table([['Sort', 'Tid'], ['Akut', '1 dygn']]),
    heading(1, 'Tom'),
    heading(1, 'Läsa'),
    paragraph(run('Allt i ett steg.')),
  ].join(''); // prettier-ignore
  const result = await read(
    wordFile({
      body,
      relations: [
        { id: 'l1', type: 'hyperlink', target: 'https://www.socialstyrelsen.se/a?b=1&c=2', external: true },
        { id: 'p1', type: 'image', target: 'media/bild.png', external: false },
      ],
      media: [{ name: 'bild.png', bytes: Buffer.from('en bild') }],
    }),
  );
  assert.ok(result.ok);
  assert.deepEqual(result.sections, [
    {
      title: 'Skriva',
      steps: [
        {
          title: 'Första anteckningen',
          blocks: [
            {
              type: 'text',
              text: 'Skriv **genast** och *kort*. Mer finns [här](https://www.socialstyrelsen.se/a?b=1&c=2).\n\n1\\. Det här är ett stycke med \\*stjärnor\\* och {{klammer}.',
            },
            { type: 'actions', items: ['Öppna ärendet.', 'Välj Anteckna.'] },
            { type: 'picture', picture: 0 },
            { type: 'heading', text: 'Tänk på' },
            { type: 'text', text: '- kort\n   - sakligt' },
          ],
        },
        { title: 'Tider', blocks: [{ type: 'text', text: '- Sort – Tid\n- Akut – 1 dygn' }] },
      ],
    },
    { title: 'Läsa', steps: [{ title: 'Läsa', blocks: [{ type: 'text', text: 'Allt i ett steg.' }] }] },
  ]);
  assert.deepEqual(
    result.pictures.map((bytes) => Buffer.from(bytes).toString()),
    ['en bild'],
  );
});

test('a document without headings is one section with one step', async () => {
  const result = await read(wordFile({ body: paragraph(run('Hej.')) }), 'Anteckningar');
  assert.ok(result.ok);
  assert.deepEqual(result.sections, [
    { title: 'Anteckningar', steps: [{ title: 'Anteckningar', blocks: [{ type: 'text', text: 'Hej.' }] }] },
  ]);
});

test('links that would run something lead nowhere, and what is elsewhere is not fetched', async () => {
  const result = await read(
    wordFile({
      body: paragraph(
        `${linkTo('a', 'kör')}${linkTo('b', 'data')}${linkTo('c', 'fil')}${picture('d', 'link')}${picture('e')}`,
      ),
      relations: [
        { id: 'a', type: 'hyperlink', target: 'javascript:alert(1)', external: true },
        { id: 'b', type: 'hyperlink', target: 'data:text/html,<script>1</script>', external: true },
        { id: 'c', type: 'hyperlink', target: 'file:///etc/passwd', external: true },
        { id: 'd', type: 'image', target: 'file:///etc/passwd', external: true },
        { id: 'e', type: 'image', target: '../../../../etc/passwd', external: false },
      ],
    }),
  );
  assert.ok(result.ok);
  assert.deepEqual(result.sections[0]?.steps[0]?.blocks, [{ type: 'text', text: 'kördatafil' }]);
  assert.deepEqual(result.pictures, []);
});

const parts = wordEntries({ body: paragraph(run('Hej.')) });
const withDocument = (text: string): Buffer =>
  zip(
    parts.map((part) => (part.name === 'word/document.xml' ? { ...part, bytes: Buffer.from(text) } : part)),
  );

/** A deflated entry that says that it holds what it does not. */
function bomb(): Buffer {
  const whole = zip([{ name: 'word/document.xml', bytes: deflateRawSync(Buffer.alloc(40 * 1024 * 1024)) }]);
  const entry = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const at of [8, entry + 10]) whole.writeUInt16LE(8, at);
  return whole;
}

const refused: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing', new Uint8Array(), 'damaged'],
  ['a cut file', wordFile({ body: '' }).subarray(0, -30), 'damaged'],
  ['a ZIP of something else', zip([{ name: 'a.txt', bytes: Buffer.from('hej') }]), 'no-word'],
  ['XML that is none', withDocument('<w:document'), 'damaged'],
  ['an entity', withDocument('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'), 'damaged'],
  ['very long XML', withDocument(`<x>${' '.repeat(9 * 1024 * 1024)}</x>`), 'too-long'],
  ['a bomb', bomb(), 'too-large'],
  ['no text', wordFile({ body: '' }), 'empty'],
  ['a part that is there twice', zip([...parts, ...parts]), 'damaged'],
  ['very deep XML', withDocument(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`), 'damaged'],
];
for (const [name, bytes, failure] of refused) {
  test(`${name} is refused: ${failure}`, async () =>
    assert.deepEqual(await read(bytes), { ok: false, failure }));
}

test('a ZIP is read as it was written, and only what is wanted of it', () => {
  const entries = [
    { name: 'a/å.txt', bytes: Buffer.from('ett') },
    { name: '../../b', bytes: Buffer.from('två') },
  ];
  const bounds = {
    wanted: (name: string) => name.startsWith('a/'),
    most: 10,
    mostInAll: 20,
    mostEntries: 10,
  };
  assert.deepEqual(unzip(zip(entries), bounds), { ok: true, entries: entries.slice(0, 1) });
  assert.deepEqual(unzip(zip(entries), { ...bounds, most: 2 }), { ok: false, failure: 'too-large' });
  assert.deepEqual(unzip(zip(entries), { ...bounds, mostEntries: 1 }), { ok: false, failure: 'too-large' });
  const spoilt = zip(entries);
  spoilt.write('x', spoilt.indexOf('ett'));
  assert.deepEqual(unzip(spoilt, bounds), { ok: false, failure: 'damaged' });
});
