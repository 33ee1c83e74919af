import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compared, decideCompared } from './compared.ts';

const cases = [
  ['both asked for', { fran: 1, till: 2 }, [3, 2, 1], [1, 2]],
  ['the older after the newer', { fran: 3, till: 1 }, [3, 2, 1], [3, 1]],
  ['nothing asked for: the two newest', {}, [2, 3, 1], [2, 3]],
  ['to the newest', { fran: 1 }, [3, 2, 1], [1, 3]],
  ['from the newest to the next', { fran: 3 }, [3, 2, 1], [3, 2]],
  ['from the one before', { till: 2 }, [3, 2, 1], [1, 2]],
  ['to the oldest', { till: 1 }, [3, 2, 1], [3, 1]],
  ['a number that was left out', { till: 3 }, [3, 1], [1, 3]],
  ['one version only', {}, [1], null],
  ['one version, asked for', { till: 1 }, [1], null],
] as const;

test('which two versions are compared', () => {
  for (const [what, asked, numbers, expected] of cases) {
    const found = decideCompared(Compared.parse(asked), numbers);
    assert.deepEqual(found === null ? null : [found.from, found.to], expected, what);
  }
});
