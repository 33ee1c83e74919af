import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';

/* Whoever guesses an address stays where they were, and signed in. */

let kommons: TestApp;
before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

test("an address that no page has stands in the frame of the municipality, with the way to one's cases", async () => {
  const visitor = kommons.visitor('citizen@harnosand');
  for (const address of ['/k/harnosand/finns-inte', '/k/harnosand/arenden']) {
    const page = await visitor.open(address);
    assert.equal(page.status, 404, address);
    assert.match(page.html, /href="\/k\/harnosand\/mina-arenden"/, address);
    assert.match(page.text, /Härnösands kommun/, address);
    assert.doesNotMatch(page.text, /Logga in/, address);
  }
});

test('a municipality that does not exist has no frame, and who is not signed in may sign in', async () => {
  const visitor = kommons.visitor('citizen@harnosand');
  assert.equal((await visitor.open('/k/atlantis/finns-inte')).status, 404);
  const nobody = await kommons.app.inject({ url: '/k/harnosand/finns-inte' });
  assert.equal(nobody.statusCode, 404);
  assert.match(nobody.body, /Logga in/);
});

test('whoever guesses many addresses is asked to wait, also with something to send', async () => {
  const limited = await testApp({ requestsPerMinute: 3 });
  after(() => limited.close());
  const guess = async (url: string) =>
    (await limited.app.inject({ method: 'POST', url, payload: { vad: 'som helst' } })).statusCode;
  for (const url of ['/a', '/arbete/b', '/k/harnosand/c']) assert.equal(await guess(url), 404, url);
  assert.equal(await guess('/d'), 429);
  const page = await limited.app.inject({ url: '/', headers: { accept: 'text/html' } });
  assert.deepEqual([page.statusCode, page.headers['x-frame-options']], [429, 'DENY']);
  assert.equal((await limited.app.inject({ url: '/health/live' })).statusCode, 200);
});
