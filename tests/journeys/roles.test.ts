import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allRoutes } from '../../src/main-app.ts';
import { keepShippedPictures } from '../../src/modules/guides/index.ts';
import { roles, type Actor, type AnyRoute } from '../../src/platform/http/index.ts';
import { decideAccess } from '../../src/web/access.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import { formsOf } from '../support/visitor.ts';
import { harnosandLocal, localFacts, sundsvallVersion2 } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* Whoever signs in to work begins where there is something for the role, and is shown no way that is shut. */

let kommons: TestApp;
const organisation = 'harnosand';
const everyone = { kind: 'everyone' } as const;

before(async () => {
  kommons = await testApp();
  await keepShippedPictures(kommons.ground);
  await putInUse(kommons, organisation, [{ product: 'provkoping-turplan' }]);
  const owner = designer(kommons.client, 'sundsvall');
  const adopter = designer(kommons.client, organisation);
  const work = 'skolskjuts';
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.fill(work, localFacts.sundsvall);
  await owner.publish(work, everyone, 'Första versionen.');
  await adopter.adopt(work, 'sundsvall');
  await adopter.fill(work, localFacts.harnosand);
  await adopter.use(work);
  await adopter.edit(work, harnosandLocal, 'Så gör vi.');
  await adopter.publish(work, everyone, 'Så gör vi.');
  await owner.edit(work, sundsvallVersion2, 'Kortare.');
  await owner.publish(work, everyone, 'Kortare.');
  await adopter.create(await readContent('felanmalan'), 'Första versionen.');
});
after(() => kommons.close());

const starts = {
  'case-worker': /^\/arbete\/harnosand\/idag$/,
  designer: /^\/arbete\/harnosand\/verk$/,
  admin: /^\/arbete\/harnosand\/verk$/,
  strategist: /^\/arbete\/harnosand\/verk$/,
  'training-lead': /^\/arbete\/harnosand\/guider$/,
  'board-member': /^\/arbete\/harnosand\/guider$/,
  supplier: /^\/bibliotek$/,
} as const;

const staff = roles.filter((role) => role !== 'citizen');

test('each role begins where there is something for it', async () => {
  for (const role of staff) {
    const start = await kommons.visitor(`${role}@${organisation}`).open(`/arbete/${organisation}`);
    assert.equal(start.status, 200, role);
    assert.match(start.address, starts[role], role);
  }
});

const works = async (role: string): Promise<string> =>
  (await kommons.visitor(`${role}@${organisation}`).open(`/arbete/${organisation}/verk`)).text;

test('what only a colleague can do is no task of those who look', async () => {
  assert.match(await works('designer'), /Att göra/);
  for (const role of ['strategist', 'case-worker', 'training-lead', 'board-member']) {
    const text = await works(role);
    assert.doesNotMatch(text, /Att göra/, role);
    // Whoever leads the training makes guides.
    assert.equal(/Skapa ett nytt verk/.test(text), role === 'training-lead', role);
    assert.match(text, /Väntar på en kollega/, role);
  }
});

const patterns = (all: readonly AnyRoute[]) =>
  all.map((one) => ({ ...one, like: new RegExp(`^${one.path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`) }));

/** Two pages of each route are enough to see where its links lead. */
const mostOfRoute = 2;

/** Each role of the public sector, and whoever works at a supplier. */
const walkers = [
  ...staff.map((role) => ({ role, at: organisation, supplies: false as const })),
  { role: 'supplier' as const, at: 'mallsta-digital', supplies: true as const },
];

test('no link and no form that a role is shown is shut to it', async () => {
  const known = patterns(allRoutes(kommons.ground));
  const routeOf = (method: string, path: string) =>
    known.find((one) => one.method === method && one.like.test(path));
  const shut: string[] = [];
  for (const { role, at: organisation, supplies } of walkers) {
    const visitor = kommons.visitor(`${role}@${organisation}`);
    const mandates = [{ organisation, unit: null, role, ...(supplies ? { supplies } : {}) }];
    const actor: Actor = {
      kind: 'person',
      person: 'p',
      name: role,
      mandates,
      workingFor: organisation,
      via: 'session',
    };
    const seen = new Map<string, number>();
    const done = new Set<string>();
    const queue = [{ address: `/arbete/${organisation}`, from: 'the start' }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { address, from } = next;
      const path = address.split('?')[0]?.replace(/^\/en(?=\/|$)/, '') ?? '';
      const route = routeOf('GET', path)?.path ?? address;
      const times = seen.get(route) ?? 0;
      if (done.has(address) || times >= mostOfRoute) continue;
      done.add(address);
      seen.set(route, times + 1);
      const { status, body, location } = await visitor.raw('GET', address);
      if (status >= 400) shut.push(`${role}: ${from} leads to ${address}, which answers ${status}`);
      if (status === 303) queue.push({ address: location, from: address });
      for (const [, to = ''] of body.matchAll(/href="(\/[^"#]*)/g)) {
        queue.push({ address: to.replaceAll('&amp;', '&'), from: address });
      }
      for (const form of formsOf(body)) {
        const { pathname } = new URL(form.action, 'http://kommons.test');
        const posts = routeOf('POST', pathname);
        const at = /^\/(?:arbete|k)\/([^/]+)/.exec(pathname)?.[1] ?? null;
        const verdict =
          posts === undefined ? 'allow' : decideAccess(posts.access, actor, { organisation: at, demo: true });
        if (verdict !== 'allow') shut.push(`${role}: ${address} has a form to ${pathname}`);
      }
    }
    assert.ok(done.size > 10, role);
  }
  assert.deepEqual(shut, []);
});
