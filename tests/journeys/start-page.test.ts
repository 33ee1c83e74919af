import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { countSent } from '../../src/modules/services/drafts/usage.ts';
import { smallService } from '../proofs/small-service.ts';
import { testApp } from '../support/app.ts';
import { designer } from '../world/works.ts';

/* A municipality's start page: what many do stands out among the rest, and only then. */

const kommons = await testApp();
after(() => kommons.close());

const organisation = 'harnosand';
const owner = designer(kommons.client, organisation);

async function offer(id: string): Promise<void> {
  await owner.create(smallService({ id, prefix: 'PRV' }), 'Första versionen.');
  await owner.fill(id, { namnd: 'Provnämnden' });
  await owner.use(id);
}

const sendOften = (work: string, times: number): Promise<void> =>
  kommons.ground.db.transaction({ organisation, person: null }, async (tx) => {
    const day = kommons.clock.now.toISOString().slice(0, 10);
    for (let n = 0; n < times; n += 1) await countSent(tx, { organisation, work, begun: day, sent: day });
  });

/** The works that the page's first list leads to, in order. */
async function shown(): Promise<{ readonly heading: string; readonly works: readonly string[] }> {
  const { html } = await kommons.visitor(null).open(`/k/${organisation}`);
  const section = /<section class="sv-start-popular".*?<\/section>/su.exec(html)?.[0] ?? '';
  return {
    heading: /<h2[^>]*>(.*?)<\/h2>/su.exec(section)?.[1] ?? '',
    works: [...section.matchAll(/\/tjanster\/([a-z0-9-]+)"/gu)].map((match) => match[1] ?? ''),
  };
}

test('few services are all there is to show, however used', async () => {
  for (const n of [1, 2, 3]) await offer(`prov-${n}`);
  await sendOften('prov-2', 3);
  const { heading, works } = await shown();
  assert.equal(heading, 'Det här kan du göra här');
  assert.deepEqual(works.toSorted(), ['prov-1', 'prov-2', 'prov-3']);
});

test('among many, those that are used stand out, the most used first', async () => {
  for (const n of [4, 5, 6, 7, 8]) await offer(`prov-${n}`);
  await sendOften('prov-7', 5);
  assert.deepEqual(await shown(), { heading: 'Det här gör många just nu', works: ['prov-7', 'prov-2'] });
  for (const n of [1, 3, 4, 5, 6, 8]) await sendOften(`prov-${n}`, 1);
  const { works } = await shown();
  assert.equal(works.length, 6);
  assert.deepEqual(works.slice(0, 2), ['prov-7', 'prov-2']);
});
