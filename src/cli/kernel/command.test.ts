import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ask, form, work } from '../../kernel/golden/golden.ts';

const command = fileURLToPath(new URL('../../../bin/kommons.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'kommons-command-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes a file and gives its path; values become JSON, texts and bytes stay. */
function file(name: string, content: unknown): string {
  const place = path.join(folder, name);
  writeFileSync(
    place,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return place;
}

type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

function kommons(args: readonly string[], input?: string): Ran {
  const ran = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

const base = file('base.json', form(ask('a', 'Går barnet dit?'), ask('b')));
const reworded = file('reworded.json', form(ask('a', 'Går ditt barn dit?'), ask('b')));
const added = file('added.json', form(ask('a', 'Går barnet dit?'), ask('b'), ask('c')));
const rival = file('rival.json', form(ask('a', 'Går barnet dit själv?'), ask('b')));

describe('kommons merge', () => {
  test('clean: the result as JSON, exit status 0', () => {
    const { status, out, err } = kommons(['merge', base, reworded, added]);
    assert.equal(status, 0);
    assert.equal(err, '');
    assert.deepEqual(JSON.parse(out), {
      kommons: 'merge/1',
      clean: true,
      merged: form(ask('a', 'Går ditt barn dit?'), ask('b'), ask('c')),
      changes: [
        { side: 'ours', change: 'changed', path: 'fields/a/label/sv' },
        { side: 'theirs', change: 'added', path: 'fields/c' },
      ],
      conflicts: [],
    });
  });

  test('conflicts: ours in the result, exit status 1', () => {
    const { status, out } = kommons(['merge', base, reworded, rival]);
    assert.equal(status, 1);
    const printed: unknown = JSON.parse(out);
    assert.deepEqual(printed, {
      kommons: 'merge/1',
      clean: false,
      merged: form(ask('a', 'Går ditt barn dit?'), ask('b')),
      changes: [],
      conflicts: [
        {
          kind: 'wording',
          path: 'fields/a/label/sv',
          base: 'Går barnet dit?',
          ours: 'Går ditt barn dit?',
          theirs: 'Går barnet dit själv?',
          suggestion: { take: 'theirs', value: 'Går ditt barn dit själv?' },
        },
      ],
    });
  });

  test('as a driver: written over ours, in two spaces, and quiet when clean', () => {
    const ours = file('driver.json', form(ask('a', 'Går ditt barn dit?'), ask('b')));
    assert.deepEqual(kommons(['merge', '--driver', base, ours, added]), { status: 0, out: '', err: '' });
    const merged = form(ask('a', 'Går ditt barn dit?'), ask('b'), ask('c'));
    assert.equal(readFileSync(ours, 'utf8'), `${JSON.stringify(merged, null, 2)}\n`);
  });

  test('as a driver with conflicts: exit status 1, each conflict on a line', () => {
    const ours = file('driver-conflict.json', form(ask('a', 'Går ditt barn dit?'), ask('b')));
    const { status, out, err } = kommons(['merge', '--driver', base, ours, rival]);
    assert.deepEqual([status, out], [1, '']);
    assert.equal(err, `${ours}: fields/a/label/sv: wording; ours is kept\n`);
  });

  test('as a driver that is told the path, messages name it and the side', () => {
    const ours = file('driver-path.json', form(ask('a', 'Går ditt barn dit?'), ask('b')));
    const driver = (theirs: string) =>
      kommons(['merge', '--driver', base, ours, theirs, 'works/skolskjuts.definition.json']);
    assert.deepEqual(driver(rival), {
      status: 1,
      out: '',
      err: 'works/skolskjuts.definition.json: fields/a/label/sv: wording; ours is kept\n',
    });
    const broken = driver(file('broken-theirs.json', '{'));
    assert.equal(broken.status, 2);
    assert.match(broken.err, /^works\/skolskjuts\.definition\.json \(theirs\):\d+:\d+: /);
    const other = driver(file('other-kind-theirs.json', work({ kind: 'guide' })));
    assert.match(other.err, /^works\/.* \(theirs\): kind: .* as in works\/.* \(ours\); merge versions/);
    assert.equal(kommons(['merge', base, ours, rival, 'a path']).status, 2, 'only for the driver');
  });

  test('as a driver with an empty base, as git gives it when both sides added the file', () => {
    const ours = file('driver-added.json', form(ask('a')));
    assert.equal(
      kommons(['merge', '--driver', file('empty.json', ''), ours, file('same.json', form(ask('a')))]).status,
      0,
    );
  });

  test('an unusable file leaves ours as it was', () => {
    const ours = file('driver-untouched.json', form(ask('a')));
    assert.equal(kommons(['merge', '--driver', base, ours, file('broken.json', '{')]).status, 2);
    assert.deepEqual(JSON.parse(readFileSync(ours, 'utf8')), form(ask('a')));
  });

  test('definitions of two kinds are not versions of one work', () => {
    const other = file('other-kind.json', work({ kind: 'guide' }));
    const { status, err } = kommons(['merge', base, reworded, other]);
    assert.equal(status, 2);
    assert.match(err, /^.*other-kind\.json: kind: is "guide", not "form" .*; merge versions of one work\n$/);
  });
});

describe('kommons diff', () => {
  test('as JSON', () => {
    const { status, out } = kommons(['diff', base, reworded]);
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out), {
      kommons: 'diff/1',
      changes: [
        {
          change: 'changed',
          path: 'fields/a/label/sv',
          before: 'Går barnet dit?',
          after: 'Går ditt barn dit?',
        },
      ],
    });
  });

  test('as sentences, in Swedish and in English', () => {
    assert.equal(kommons(['diff', '--text', base, added]).out, 'Ny fråga: ”c”\n');
    assert.equal(kommons(['diff', base, added, '--text', '--lang', 'en']).out, 'New question: “c”\n');
  });

  test('one file from standard input', () => {
    assert.equal(kommons(['diff', '-', base, '--text'], readFileSync(base, 'utf8')).out, '');
  });
});

describe('kommons hash and validate', () => {
  test('the hash does not heed key order and white space', () => {
    const loose = file(
      'loose.json',
      '{"title":{"sv":" Skolskjuts "},\n"languages":["sv","en"],"id":"skolskjuts","kind":"form","kommons":"definition/1","pages":[]}',
    );
    const tight = file('tight.json', work({}));
    assert.match(kommons(['hash', tight]).out, /^sha256-[0-9a-f]{64}\n$/);
    assert.equal(kommons(['hash', loose]).out, kommons(['hash', tight]).out);
  });

  test('a valid one', () => assert.match(kommons(['validate', base]).out, /base\.json: valid, sha256-/));

  test('everything that is wrong, a line each', () => {
    const wrong = file('wrong.json', work({ fields: [ask('a'), ask('a'), { lock: 'shut' }] }));
    const { status, out, err } = kommons(['validate', wrong]);
    assert.deepEqual([status, out], [2, '']);
    assert.deepEqual(
      err.split('\n').map((line) => line.replace(`${wrong}: `, '').split(':')[0]),
      ['fields/a', 'fields/2', 'fields/2/lock', ''],
    );
  });

  test('what the kind itself finds wrong, with its place', () => {
    const service = file(
      'service.json',
      work({ kind: 'e-service', pages: [{ id: 'p', fields: [{ id: 'a', type: 'telepathy' }] }] }),
    );
    const { status, err } = kommons(['validate', service]);
    assert.equal(status, 2);
    assert.match(err, /service\.json: pages\/p\/fields\/a/);
    const steps = [{ id: 's', title: { sv: 'Steg' }, blocks: [{ id: 'b', type: 'telepathy' }] }];
    const sections = [{ id: 'a', title: { sv: 'Avsnitt' }, steps }];
    const guide = kommons(['validate', file('guide.json', work({ kind: 'guide', sections }))]);
    assert.match(guide.err, /guide\.json: sections\/a\/steps\/s\/blocks\/b/);
  });
});

describe('kommons import', () => {
  const source = {
    name: 'Ansökan',
    startPage: '/namn',
    pages: [
      {
        path: '/namn',
        title: 'Namn',
        components: [
          { name: 'fullName', type: 'TextField', title: 'Vad heter du?', options: {}, schema: {} },
          { name: 'odd', type: 'Hologram', title: 'Hologram', options: {}, schema: {} },
        ],
        next: [],
      },
    ],
    lists: [],
    sections: [],
    conditions: [],
  };

  test('a definition on standard output, losses as JSON lines on standard error', () => {
    const { status, out, err } = kommons(['import', '--from', 'xgov', file('form.json', source)]);
    assert.equal(status, 0);
    assert.match(kommons(['validate', file('imported.json', out)]).out, /valid/);
    for (const line of err.trim().split('\n'))
      assert.deepEqual(Object.keys(JSON.parse(line)), ['path', 'what', 'kept']);
  });

  test('what is no such form is refused', () => {
    assert.equal(kommons(['import', '--from', 'xgov', base]).status, 2);
    assert.equal(kommons(['import', '--from', 'word', base]).status, 2);
    assert.equal(kommons(['import', base]).status, 2);
  });
});

describe('unusable input: one line that says where, what is wrong and what to do, and exit status 2', () => {
  const secret = file('secret.json', '{}');
  chmodSync(secret, 0);
  const isRoot = process.getuid?.() === 0;
  const rows: readonly (readonly [name: string, args: readonly string[], line: RegExp])[] = [
    [
      'no such file',
      ['hash', path.join(folder, 'none.json')],
      /none\.json: there is no such file; check the name/,
    ],
    ['a folder', ['hash', folder], /: is a folder; give a file/],
    ['an empty file', ['hash', file('nothing.json', '')], /nothing\.json:1:1: the file is empty; /],
    [
      'malformed',
      ['hash', file('comma.json', '{\n  "kind": "form",\n}')],
      /comma\.json:3:1: "}" cannot stand here/,
    ],
    [
      'cut off',
      ['hash', file('cut.json', '{"kind": "form"')],
      /cut\.json:1:16: the file ends too early; close what is open/,
    ],
    [
      'a name twice',
      ['hash', file('twice.json', '{"id": "a",\n "id": "b"}')],
      /twice\.json:2:2: the name "id" is given twice in one object; keep one/,
    ],
    [
      'not UTF-8',
      ['hash', file('latin.json', Uint8Array.of(0x22, 0xe5, 0x22))],
      /latin\.json: is not text in UTF-8; save it as UTF-8/,
    ],
    ['no definition', ['hash', file('list.json', [])], /list\.json: is not a JSON object; /],
    [
      'a newer format',
      ['hash', file('newer.json', work({ kommons: 'definition/99' }))],
      /newer\.json: kommons: "definition\/99" is newer than this Kommons; update/,
    ],
    [
      'two faults',
      ['hash', file('faults.json', work({ fields: [{}, {}] }))],
      /faults\.json: fields\/0: has no id; .* \(and 1 more; see kommons validate\)/,
    ],
    [
      'an id of many lines',
      ['hash', file('lines.json', work({ fields: [{ id: 'a\nb' }] }))],
      /lines\.json: fields\/a b: "a b" cannot be an id/,
    ],
    [
      'too large',
      ['hash', file('large.json', ' '.repeat(33 * 1024 * 1024))],
      /large\.json: is larger than 32 MB; divide/,
    ],
    ['too deep', ['hash', file('deep.json', '['.repeat(100_000))], /deep\.json:1:501: .*too deep; flatten/],
    ['too few files', ['merge', base, base], /^kommons: write kommons merge/],
    [
      'an unknown option',
      ['diff', base, base, '--colour'],
      /^kommons: Unknown option '--colour'.*; write kommons diff/,
    ],
    [
      'an unknown language',
      ['diff', base, base, '--lang', 'fi'],
      /^kommons: --lang "fi" is not known; write sv or en/,
    ],
    ['standard input twice', ['diff', '-', '-'], /^kommons: only one file can be -/],
    ...(isRoot ? [] : [['not readable', ['hash', secret], /secret\.json: may not be read; check/] as const]),
  ];
  for (const [name, args, line] of rows) {
    test(name, () => {
      const { status, out, err } = kommons(args, '');
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, line);
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }
});

describe('the command', () => {
  test('without arguments and with --help it says how it is used', () => {
    for (const args of [[], ['--help'], ['help'], ['merge', '--help']]) {
      const { status, out } = kommons(args);
      assert.equal(status, 0);
      assert.match(out, /kommons merge BASE OURS THEIRS/);
    }
  });

  test('a reader that stops reading ends it quietly', () => {
    const many = file('many.json', form(...Array.from({ length: 3000 }, (_, index) => ask(`q${index}`))));
    const piped = spawnSync(
      'sh',
      ['-c', '"$0" "$1" diff "$2" "$3" | head -c 10', process.execPath, command, base, many],
      { encoding: 'utf8' },
    );
    assert.deepEqual([piped.stdout.length, piped.stderr], [10, '']);
  });
});
