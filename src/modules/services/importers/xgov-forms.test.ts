import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { hash, normalise } from '../../../kernel/index.ts';
import type { Definition } from '../../../kernel/index.ts';
import { eServiceRules, readEService } from '../definition/index.ts';
import { asForm, assertSamePaths, imported, load, service } from './fixtures/runner.ts';
import { importXgov } from './xgov.ts';

const shared = join(import.meta.dirname, '../../../../../shared/data/forms/xgov');

describe('what is no form', () => {
  for (const source of [null, 3, 'pages', [], {}, { pages: [] }, { pages: [{ title: 'no path' }] }]) {
    it(`refuses ${JSON.stringify(source)}`, () => {
      assert.equal(importXgov(source, { fileName: 'x.json' }).ok, false);
    });
  }

  it('imports or refuses whatever JSON it is given', () => {
    const name = fc.constantFrom('/a', '/b', 'x', 'TextField', 'RadiosField', 'true', '');
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        name,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'pages',
            'path',
            'components',
            'type',
            'name',
            'list',
            'lists',
            'items',
            'value',
            'text',
            'next',
            'condition',
            'conditions',
            'options',
            'schema',
            'title',
            'children',
            'field',
            'operator',
            'startPage',
          ),
          tie('node'),
          { maxKeys: 6 },
        ),
      ),
    }));
    const page = fc.record({
      path: name,
      title: node,
      components: fc.array(node),
      next: fc.array(fc.record({ path: name, condition: name })),
    });
    fc.assert(
      fc.property(
        fc.record({ pages: fc.array(page), lists: node, conditions: node, startPage: name }),
        (source) => {
          const result = importXgov(source, { fileName: 'x.json' });
          if (result.ok) assert.doesNotThrow(() => readEService(result.definition));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('real forms', { skip: existsSync(shared) ? false : 'the shared forms are not here' }, () => {
  const files = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.json')) : [];
  for (const fileName of files) {
    it(`imports ${fileName}, twice the same, and leads through the same pages`, () => {
      const source = load(join(shared, fileName));
      const { definition } = imported(source, fileName);
      const stored: Definition = JSON.parse(JSON.stringify(definition));
      const read = service(stored);
      assert.equal(
        hash(stored, eServiceRules),
        hash(imported(load(join(shared, fileName)), fileName).definition, eServiceRules),
      );
      assert.deepEqual(normalise(stored, eServiceRules), stored);
      assertSamePaths(asForm(source), read, 25);
    });
  }
});
