import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* The front page counts what the library holds, for whoever reads it. */

let kommons: TestApp;
before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

const frontOf = async (who: string | null): Promise<string> => (await kommons.visitor(who).open('/')).text;

test('an empty library has nobody on the map', async () => {
  const front = await frontOf(null);
  assert.match(front, /0 verk i biblioteket/);
  assert.match(front, /0 kommuner använder dem/);
  assert.doesNotMatch(front, /I biblioteket just nu/);
});

test('what a network shares is counted for its members only', async () => {
  const sundsvall = designer(kommons.client, 'sundsvall');
  const harnosand = designer(kommons.client, 'harnosand');
  await sundsvall.create(await readContent('skolskjuts'), 'Första versionen.');
  await sundsvall.fill('skolskjuts', localFacts.sundsvall);
  await sundsvall.publish('skolskjuts', { kind: 'networks', of: ['esamverkan'] }, 'Första versionen.');
  await harnosand.adopt('skolskjuts', 'sundsvall');
  await harnosand.fill('skolskjuts', localFacts.harnosand);
  assert.match(await frontOf('designer@timra'), /0 kommuner använder dem/, 'not before it is in use');
  await harnosand.use('skolskjuts');

  const inside = await frontOf('designer@timra');
  assert.match(inside, /1 verk i biblioteket/);
  assert.match(inside, /1 kommun använder dem/);
  assert.match(inside, /Sundsvall, delar något/);
  assert.match(inside, /Härnösand, använder något/);
  assert.match(inside, /Skolskjuts\s+Sundsvall\. En kommun använder den\./);

  for (const outside of [await frontOf(null), await frontOf('designer@lulea')]) {
    assert.match(outside, /0 verk i biblioteket/);
    assert.match(outside, /0 kommuner använder dem/);
    assert.doesNotMatch(outside, /Härnösand, använder/);
  }
});
