import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDefinition } from '../../../src/kernel/index.ts';
import { edit } from '../../../src/modules/commons/index.ts';
import { readGuide } from '../../../src/modules/guides/definition/index.ts';
import { commandsFor } from '../../../src/modules/guides/word/elements.ts';
import type { ReviewBlock } from '../../../src/modules/guides/word/review.ts';
import { readWord } from '../../../src/modules/guides/word/read.ts';
import { smallGuide } from '../../support/small-guide.ts';
import { seeded } from '../random.ts';
import { hostileWord } from './documents.ts';

const guide = getDefinition(smallGuide);

test('whatever a document holds, a guide that it was added to is still a guide', async () => {
  const random = seeded(7);
  let added = 0;
  for (let n = 0; n < 40; n += 1) {
    const read = await readWord({ bytes: await hostileWord(random), name: 'Rutin' });
    if (!read.ok) continue;
    const sections = read.sections.map(({ title, steps }) => ({
      title,
      steps: steps.map((step) => ({
        title: step.title,
        blocks: step.blocks.flatMap((block): readonly ReviewBlock[] => {
          if (block.type === 'actions') return [{ type: block.type, items: [...block.items] }];
          return block.type === 'picture' ? [] : [block];
        }),
      })),
    }));
    const commands = commandsFor({ word: 'review/1', name: 'Rutin', sections, lost: 0 }, [], guide);
    const edited = edit(guide, commands);
    assert.ok(edited.ok, JSON.stringify(edited).slice(0, 300));
    const errors = readGuide(edited.definition).issues.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ path, message }) => `${path}: ${message.en}`),
      [],
      `document ${n}`,
    );
    added += 1;
  }
  assert.ok(added > 10, `${added} could be read`);
});
