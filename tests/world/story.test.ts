import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkAdopterEdit,
  conflictKey,
  isDefinition,
  merge,
  resolve,
  type Definition,
} from '../../src/kernel/index.ts';
import { edit, type Command } from '../../src/modules/commons/index.ts';
import {
  eServiceRules,
  readEService,
  runExamples,
  validateEService,
} from '../../src/modules/services/definition/index.ts';
import { harnosandLocal, sundsvallVersion2 } from './story.ts';
import { readContent } from './works.ts';

const base = await readContent('skolskjuts');
assert.ok(isDefinition(base));

function edited(definition: Definition, commands: readonly Command[]): Definition {
  const result = edit(definition, commands);
  assert.ok(result.ok, JSON.stringify(result));
  return result.definition;
}

const version2 = edited(base, sundsvallVersion2);
const local = edited(base, harnosandLocal);

function assertWhole(definition: Definition): void {
  assert.deepEqual(validateEService(definition), []);
  const read = readEService(definition);
  assert.ok(read.ok);
  assert.deepEqual(
    runExamples(read.value, { settings: {} }).filter(({ ok }) => !ok),
    [],
  );
}

test('both lines of the story are whole services', () => {
  assertWhole(version2);
  assertWhole(local);
});

test('Härnösand may change what it changes', () => {
  const adoption = { upstream: base, before: base, after: local, rules: eServiceRules };
  assert.deepEqual(checkAdopterEdit(adoption), []);
});

test('they meet in one sentence that both have changed, and in nothing else', () => {
  const result = merge({ base, ours: local, theirs: version2, rules: eServiceRules });
  assert.deepEqual(
    result.conflicts.map(({ kind, path }) => [kind, path]),
    [['wording', 'pages/resan/fields/avstand/help/sv']],
  );
  const [conflict] = result.conflicts;
  assert.ok(conflict !== undefined);
  const settled = resolve(result, { [conflictKey(conflict)]: { take: 'theirs' } });
  assert.ok(settled.ok);
  assertWhole(settled.definition);
});

test('an adopter without changes of its own gets version 2 whole', () => {
  const result = merge({ base, ours: base, theirs: version2, rules: eServiceRules });
  assert.ok(result.clean);
  assertWhole(result.merged);
});
