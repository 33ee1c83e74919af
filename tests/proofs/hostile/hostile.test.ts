import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { defects } from './defects.tsx';
import { hostileStage, proveHostile } from './hostile.ts';
import { toldBy } from './metadata.ts';
import { formats, telling } from './pictures.ts';
import { seeded } from '../random.ts';

const app = await hostileStage();
after(() => app.close());

// `npm run prove` sends 500; this is its seeded share.
test('36 hostile documents, pictures and clipboards: nothing runs, fails or is told', async () => {
  const report = await proveHostile(app, { seed: 20_261_122, count: 36 });
  assert.deepEqual(report.findings, []);
  assert.ok(report.accepted > 8 && report.pictures > 3 && report.texts > 3, 'some of it is let in');
});

for (const { name, plan, count, noticed } of defects.filter((one) => !one.name.includes('memory'))) {
  test(`caught: ${name}`, async () => {
    const { findings } = await proveHostile(app, { seed: 3, count, ...plan });
    assert.match(findings.join('\n'), noticed);
  });
}

test('what cameras write is seen in a picture, whichever format', async () => {
  const random = seeded(1);
  for (const format of formats) assert.notDeepEqual(toldBy(await telling(random, format)), [], format);
});
