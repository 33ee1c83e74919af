import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { smallGuide } from '../../../../tests/support/small-guide.ts';
import { isDefinition, type Definition } from '../../../kernel/index.ts';
import { edit, originMarks, registerKind, type Command } from '../../commons/index.ts';
import { asRead, readGuide } from '../definition/index.ts';
import { guideKind } from '../kind.ts';
import { outlineOf } from '../reading/outline.ts';
import { sharedBy } from './shared.ts';

registerKind(guideKind);
assert.ok(isDefinition(smallGuide));
const base: Definition = smallGuide;

const upstream = { organisation: 'gvs12', number: 1 };

/** The guide of GVS12 with what a municipality has done to it. */
function shownWith(...commands: readonly Command[]) {
  const edited = edit(base, commands);
  assert.ok(edited.ok, JSON.stringify(edited));
  const read = readGuide(edited.definition);
  assert.ok(read.ok);
  const guide = asRead(read.value);
  const origins = originMarks(base, edited.definition);
  return {
    guide,
    origins,
    outline: outlineOf({ own: guide, upstream: null, origins, values: {} }),
    upstream,
  };
}

const steps = { in: 'sections/grunder/steps/logga-in', note: 'sections/skriva/steps/anteckna' };
const untouched = shownWith();
const filled = shownWith({
  do: 'add',
  list: `${steps.note}/blocks/anteckna-hos-oss/blocks`,
  after: null,
  element: { id: 'skara-laser', type: 'text', text: { sv: 'Enhetschefen läser.' } },
});
const reworded = shownWith({ do: 'set', path: `${steps.in}/blocks/in-hjalp/text/sv`, value: 'Ring oss.' });
const added = shownWith({
  do: 'add',
  list: `${steps.in}/blocks/in-gor/items`,
  after: 'in-gor-2',
  element: { id: 'skara-gor', text: { sv: 'Hämta kortet i receptionen i Skara.' } },
});
const hidden = shownWith({ do: 'hide', path: `${steps.in}/blocks/in-hjalp` });

suite('a note may go to whoever wrote the text, where all of it is common', () => {
  const cases: readonly (readonly [
    name: string,
    shown: Parameters<typeof sharedBy>[1],
    step: string,
    element: string,
    to: string | null,
  ])[] = [
    ['a common block', untouched, 'logga-in', 'in-hjalp', 'gvs12'],
    ['a common step', untouched, 'logga-in', 'logga-in', 'gvs12'],
    ['an empty slot', untouched, 'anteckna', 'anteckna-hos-oss', 'gvs12'],
    ['a slot that is filled here', filled, 'anteckna', 'anteckna-hos-oss', null],
    ['a step with something local in it', filled, 'anteckna', 'anteckna', null],
    ['a common block beside it', filled, 'anteckna', 'anteckna-text', 'gvs12'],
    ['a block that is reworded here', reworded, 'logga-in', 'in-hjalp', null],
    ['a block with an addition', added, 'logga-in', 'in-gor', null],
    ['a block that is hidden here', hidden, 'logga-in', 'in-hjalp', null],
    ['a block that is no more', untouched, 'logga-in', 'in-annat', null],
    ['a step that is no more', untouched, 'annat', 'annat', null],
    ['a guide that follows nobody', { ...untouched, upstream: null }, 'logga-in', 'in-hjalp', null],
    ['a guide that is out of use', null, 'logga-in', 'in-hjalp', null],
  ];
  for (const [name, shown, step, element, to] of cases)
    test(`${name}: ${to ?? 'nobody'}`, () => assert.equal(sharedBy({ step, element }, shown), to));
});
