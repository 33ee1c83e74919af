import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { keepShippedPictures } from '../../src/modules/guides/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { designer, readContent } from '../world/works.ts';

/* The guides that ship have pictures: for whoever has not taken them in, and for whoever does. */

let kommons: TestApp;

before(async () => {
  kommons = await testApp();
  await keepShippedPictures(kommons.ground);
  await keepShippedPictures(kommons.ground);
});
after(() => kommons.close());

const Named = z.string().transform((text) => [...text.matchAll(/"media":"(sha256-[0-9a-f]{64})"/g)]);

/** The pictures that a guide names, in order. */
async function picturesOf(work: string): Promise<readonly string[]> {
  const found = Named.parse(JSON.stringify(await readContent(work))).map(([, hash = '']) => hash);
  assert.ok(found.length > 0, `${work} has no pictures`);
  return found;
}

const statusOf = async (who: string | null, address: string): Promise<number> =>
  (await kommons.visitor(who).raw('GET', address)).status;

test('the manual as it ships shows its pictures in the panel, not before they are in sight', async () => {
  const task = encodeURIComponent('page:/bibliotek');
  const panel = await kommons.visitor('designer@timra').open(`/arbete/timra/sa-gor-vi?uppgift=${task}`);
  const [picture = ''] = await picturesOf('kommons-biblioteket');
  const address = `/arbete/timra/guider/kommons-biblioteket/media/${picture}`;
  const image = panel.html.split('<img').find((one) => one.includes(address)) ?? '';
  assert.match(image, /^[^>]*alt="Biblioteket efter en sökning på skolskjuts[^>]*loading="lazy"/);
  const sent = await kommons.visitor('designer@timra').raw('GET', address);
  assert.deepEqual([sent.status, sent.headers['content-type']], [200, 'image/webp']);
  assert.match(String(sent.headers['cache-control']), /immutable/);
});

test('what is for everyone is shown to everyone, and what is for staff to staff', async () => {
  const [open = ''] = await picturesOf('kommons-for-invanare');
  const [staff = ''] = await picturesOf('kommons-infora');
  assert.equal(await statusOf(null, `/k/timra/guider/kommons-for-invanare/media/${open}`), 200);
  assert.equal(await statusOf(null, `/k/timra/guider/kommons-infora/media/${staff}`), 404);
  assert.equal(await statusOf(null, `/k/timra/guider/kommons-for-invanare/media/${staff}`), 404);
  assert.equal(await statusOf(null, `/k/timra/guider/finns-inte/media/${open}`), 404);
});

test('whoever brings a guide that ships in from its file has its pictures, and so have those who adopt it', async () => {
  const work = 'kommons-uppdatera';
  const skara = designer(kommons.client, 'skara');
  await skara.create(await readContent(work), 'Kommons handbok.');
  await skara.publish(work, { kind: 'everyone' }, 'Kommons handbok.');
  const hjo = designer(kommons.client, 'hjo');
  await hjo.adopt(work, 'skara');
  for (const picture of await picturesOf(work))
    assert.equal(await statusOf('designer@hjo', `/arbete/hjo/verk/${work}/anpassa/media/${picture}`), 200);
});
