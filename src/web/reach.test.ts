import assert from 'node:assert/strict';
import test from 'node:test';
import { reachOf } from './reach.ts';
import { missing, open, route, staff, type Actor } from '../platform/http/index.ts';

const routes = [
  route({ method: 'GET', path: '/bibliotek', access: open, handle: async () => missing }),
  route({
    method: 'GET',
    path: '/arbete/:organisation/idag',
    access: staff('case-worker'),
    handle: async () => missing,
  }),
  route({
    method: 'GET',
    path: '/arbete/:organisation/verk/:work/anpassa',
    access: {
      kind: 'staff',
      roles: ['admin'],
      also: { roles: ['designer'], may: async () => true },
    },
    handle: async () => missing,
  }),
];
const designer: Actor = {
  kind: 'person',
  person: 'p',
  name: 'E-tjänstdesigner, Härnösand',
  mandates: [{ organisation: 'harnosand', unit: null, role: 'designer' }],
  workingFor: 'harnosand',
  via: 'session',
};

test('a link is shown to those whom it leads somewhere', () => {
  const mayOpen = reachOf(routes)(designer, true);
  assert.ok(mayOpen({ path: '/bibliotek' }, null));
  assert.ok(!mayOpen({ path: '/arbete/:organisation/idag' }, 'harnosand'), 'designers have no cases');
  assert.ok(!mayOpen({ path: '/finns-inte' }, null), 'no page, no link');
  const forSome = { path: '/arbete/:organisation/verk/:work/anpassa' };
  assert.ok(!mayOpen(forSome, 'harnosand'), 'a frame does not know which works');
});
