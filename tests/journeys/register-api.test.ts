import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { z } from 'zod';
import { testApp, type TestApp } from '../support/app.ts';
import { waitFor } from '../support/wait.ts';
import { everyTag, readXml } from '../support/xml.ts';

/* The register as a program meets it: own systems and everybody's, page by page, and what changes in them. */

const Usage = z.looseObject({
  id: z.string(),
  product: z.string(),
  revision: z.number().optional(),
  facts: z.record(z.string(), z.unknown()),
});
const Page = z.object({ rows: z.array(Usage), next: z.string().nullable() });
const Changes = z.object({
  rows: z.array(z.object({ kind: z.string(), id: z.string(), usage: Usage.nullable() })),
  next: z.string(),
  more: z.boolean(),
});
const Failed = z.object({ failure: z.looseObject({ kind: z.string() }) });

let kommons: TestApp;
const api = '/api/v1/organisations';
const own = (organisation: string): string => `${api}/${organisation}/usages`;
const theirs = (organisation: string): string => `${api}/${organisation}/everybody/usages`;
const as = (who: string) => kommons.client.as(who);
const skara = () => as('strategist@skara');

const get = async <T>(who: string, address: string, shape: z.ZodType<T>): Promise<T> =>
  shape.parse(await as(who).get(address));

async function add(who: string, body: object): Promise<z.infer<typeof Usage>> {
  const organisation = who.split('@')[1] ?? '';
  return Usage.parse(await as(who).post(own(organisation), body));
}

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

suite('own systems', () => {
  test('are added, read and changed on the revision that was read', async () => {
    const made = await add('strategist@skara', {
      product: 'lifecare',
      facts: { status: 'in-use', contractEnds: '2028-05-31', components: ['e-arkiv'] },
    });
    assert.equal(made.revision, 1);
    const address = `${own('skara')}/${made.id}`;
    const change = { revision: 1, facts: { price: 120_000, contractEnds: null } };
    const changed = Usage.parse(await skara().put(address, change));
    assert.deepEqual(changed.facts, { status: 'in-use', components: ['e-arkiv'], price: 120_000 });
    const late = await skara().ask('PUT', address, { revision: 1, facts: { price: 1 } });
    assert.equal(late.status, 409);
    assert.equal(Failed.parse(late.body).failure.kind, 'changed-since');
    assert.deepEqual(await get('strategist@skara', address, Usage), changed);
  });

  const refused: readonly (readonly [what: string, body: object, kind: string | null])[] = [
    ['an unknown field', { product: 'lifecare', facts: { hemlis: 1 } }, null],
    ['a value out of range', { product: 'lifecare', facts: { price: -1 } }, null],
    ['no address', { product: 'lifecare', facts: { contactEmail: 'x' } }, null],
    ['an unknown product', { product: 'finns-inte' }, 'unknown-product'],
    ['an unknown unit', { product: 'lifecare', facts: { units: ['ingen'] } }, 'unknown-name'],
    ['an unknown component', { product: 'lifecare', facts: { components: ['ingen'] } }, 'unknown-name'],
    ['somebody who is no member', { product: 'lifecare', members: ['hjo'] }, 'unknown-member'],
  ];
  for (const [what, body, kind] of refused)
    test(`are refused with 422: ${what}`, async () => {
      const { status, body: answer } = await skara().ask('POST', own('skara'), body);
      assert.equal(status, 422);
      if (kind !== null) assert.equal(Failed.parse(answer).failure.kind, kind);
    });

  test('are read by all at work, changed by those who answer for them, and nobody else’s business', async () => {
    assert.equal((await as('case-worker@skara').ask('GET', own('skara'))).status, 200);
    const body = { product: 'lifecare' };
    assert.equal((await as('case-worker@skara').ask('POST', own('skara'), body)).status, 404);
    for (const who of ['strategist@hjo', 'supplier@skara', 'citizen:1@skara'])
      for (const address of [
        own('skara'),
        `${own('skara')}/changes`,
        theirs('skara'),
        `${theirs('skara')}/changes`,
      ])
        assert.equal((await as(who).ask('GET', address)).status, 404, `${who} ${address}`);
  });

  test('are changed together or not at all', async () => {
    const earlier = (await get('strategist@skara', own('skara'), Page)).rows.length;
    const [first] = (await get('strategist@skara', own('skara'), Page)).rows;
    const acts = [
      { do: 'add', product: 'platina' },
      { do: 'add', product: 'raindance' },
      { do: 'change', id: first?.id, revision: 99, facts: {} },
    ];
    const failed = await skara().ask('POST', `${own('skara')}/batch`, { acts });
    assert.equal(failed.status, 409);
    assert.equal((await get('strategist@skara', own('skara'), Page)).rows.length, earlier);
    await skara().post(`${own('skara')}/batch`, { acts: acts.slice(0, 2) });
    assert.equal((await get('strategist@skara', own('skara'), Page)).rows.length, earlier + 2);
  });

  test('come page by page, each once, while others are added and taken away', async () => {
    const acts = Array.from({ length: 12 }, () => ({
      do: 'add',
      product: 'lifecare',
      facts: { status: 'pilot' },
    }));
    await skara().post(`${own('skara')}/batch`, { acts });
    const there = (await get('strategist@skara', `${own('skara')}?status=pilot`, Page)).rows.map(
      ({ id }) => id,
    );
    assert.equal(there.length, 12);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: z.infer<typeof Page> = await get(
        'strategist@skara',
        `${own('skara')}?status=pilot&limit=5&after=${next}`,
        Page,
      );
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
      // One that is passed goes away, and others come.
      if (seen.length === 5)
        await skara().post(`${own('skara')}/batch`, {
          acts: [{ do: 'remove', id: seen[0] }, ...acts.slice(0, 2)],
        });
    }
    assert.deepEqual(new Set(seen.slice(0, 12)), new Set(there));
    assert.equal(new Set(seen).size, seen.length);
  });
});

suite('everybody’s systems', () => {
  test('hold what the reader may see, and no more', async () => {
    const made = await add('strategist@hjo', {
      product: 'raindance',
      facts: { status: 'in-use', price: 77_000, risks: 'Hemlig risk', owner: 'Ekonomichefen' },
    });
    const found = async (who: string) => {
      const organisation = who.split('@')[1] ?? '';
      const { rows } = await get(who, `${theirs(organisation)}?kommun=hjo`, Page);
      return rows.find(({ id }) => id === made.id)?.facts;
    };
    assert.deepEqual(await found('strategist@skara'), {
      status: 'in-use',
      price: 77_000,
      owner: 'Ekonomichefen',
    });
    assert.deepEqual(await found('strategist@vastra-gotalandsregionen'), {
      status: 'in-use',
      owner: 'Ekonomichefen',
    });
  });

  test('come page by page in an order that stands', async () => {
    const all = (await get('strategist@skara', `${theirs('skara')}?limit=500`, Page)).rows.map(
      ({ id }) => id,
    );
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: z.infer<typeof Page> = await get(
        'strategist@skara',
        `${theirs('skara')}?limit=4&after=${next}`,
        Page,
      );
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    }
    assert.deepEqual(seen, all);
  });
});

type Told = z.infer<typeof Changes>;

/**
 * What is told of one system from a cursor on, until it is of the kind given, with the cursor after it. What others
 * did before may be told too: transactions that are under way in any database beside hold a feed back.
 */
async function follow(
  who: string,
  feed: { readonly address: string; readonly after: string },
  { id, kind }: { readonly id: string; readonly kind: 'changed' | 'gone' },
): Promise<Pick<Told, 'rows' | 'next'>> {
  const rows: Told['rows'][number][] = [];
  let { after } = feed;
  await waitFor(async () => {
    const told = await get(who, `${feed.address}?after=${after}`, Changes);
    after = told.next;
    rows.push(...told.rows.filter((row) => row.id === id));
    return rows.at(-1)?.kind === kind;
  }, 30_000);
  return { rows, next: after };
}

suite('what changes', () => {
  test('is told to whoever follows, of own and of others', async () => {
    const feed = `${theirs('skara')}/changes`;
    const start = await get('strategist@skara', `${feed}?limit=500`, Changes);
    const ours = await get('strategist@hjo', `${own('hjo')}/changes`, Changes);
    const { id } = await add('strategist@hjo', { product: 'platina', facts: { status: 'planned' } });
    const changed = { id, kind: 'changed' } as const;
    const later = await follow('strategist@skara', { address: feed, after: start.next }, changed);
    assert.deepEqual(
      later.rows.map(({ kind, usage }) => [kind, usage?.facts]),
      [['changed', { status: 'planned' }]],
    );
    const mine = await follow(
      'strategist@hjo',
      { address: `${own('hjo')}/changes`, after: ours.next },
      changed,
    );
    assert.equal(mine.rows.length, 1);
    await as('strategist@hjo').post(`${own('hjo')}/batch`, { acts: [{ do: 'remove', id }] });
    const gone = await follow('strategist@skara', { address: feed, after: later.next }, { id, kind: 'gone' });
    assert.deepEqual(
      gone.rows.map(({ kind, usage }) => [kind, usage]),
      [['gone', null]],
    );
  });

  const bad: readonly (readonly [what: string, address: (next: string) => string, status: number])[] = [
    ['no cursor', () => `${theirs('skara')}/changes?after=x`, 422],
    ['a cursor of another feed', (next) => `${own('skara')}/changes?after=${next}`, 422],
    ['a cursor of a list', (next) => `${theirs('skara')}?after=${next}`, 422],
    [
      'a cursor of somebody who sees other rows',
      (next) => `${theirs('sundsvall')}/changes?after=${next}`,
      410,
    ],
  ];
  for (const [what, address, status] of bad)
    test(`is not told by ${what}: ${status}`, async () => {
      const { next } = await get('strategist@skara', `${theirs('skara')}/changes`, Changes);
      const organisation = address(next).split('/')[4] ?? '';
      assert.equal((await as(`strategist@${organisation}`).ask('GET', address(next))).status, status);
    });

  test('is not told from too long ago, with how to begin anew', async () => {
    const { next } = await get('strategist@skara', `${own('skara')}/changes`, Changes);
    const now = kommons.clock.now;
    try {
      kommons.clock.now = new Date(now.getTime() + 91 * 86_400_000);
      const { status, body } = await skara().ask('GET', `${own('skara')}/changes?after=${next}`);
      assert.equal(status, 410);
      assert.deepEqual(body, { failure: { kind: 'begin-anew', why: 'too-old' } });
    } finally {
      kommons.clock.now = now;
    }
  });

  test('in the catalogue is told to everybody, also as news', async () => {
    const Lines = z.object({
      rows: z.array(z.looseObject({ kind: z.string(), id: z.string(), fields: z.array(z.string()) })),
      next: z.string(),
      more: z.boolean(),
    });
    const read = async (after: string) => {
      const answer = await kommons
        .visitor(null)
        .raw('GET', `/api/v1/catalogue/changes?limit=500&after=${after}`);
      assert.equal(answer.status, 200);
      return Lines.parse(JSON.parse(answer.body));
    };
    let place = await read('');
    assert.ok(place.rows.length > 100);
    while (place.more) place = await read(place.next);
    const { id } = z.object({ id: z.string() }).parse(
      await skara().post(`${api}/skara/products`, {
        name: 'Skaras & <egna> nyhet',
        aliases: [],
        formerNames: [],
        components: ['e-arkiv'],
        what: { sv: 'Nytt.', en: 'New.' },
        hosting: [],
        licence: 'proprietary',
      }),
    );
    const { rows } = await read(place.next);
    assert.deepEqual(
      rows.map((row) => [row.kind, row.id]),
      [['add', id]],
    );
    const atom = await kommons.visitor(null).raw('GET', '/system/andringar.atom');
    assert.match(String(atom.headers['content-type']), /atom\+xml/u);
    const feed = readXml(atom.body);
    assert.deepEqual(
      feed.children.slice(0, 4).map(({ name }) => name),
      ['id', 'title', 'subtitle', 'updated'],
    );
    const entries = everyTag(feed).filter(({ name }) => name === 'entry');
    const titles = entries.map(({ children }) => children.find(({ name }) => name === 'title')?.text);
    assert.equal(titles[0], 'Ny produkt: Skaras & <egna> nyhet');
    const ids = entries.map(({ children }) => children.find(({ name }) => name === 'id')?.text);
    assert.equal(new Set(ids).size, ids.length);
    assert.doesNotMatch(atom.body, /strategist|skara</u);
  });
});

test('the description of the API names all of it', async () => {
  const { body } = await kommons.visitor(null).raw('GET', '/api/v1/openapi.json');
  const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(JSON.parse(body));
  for (const path of [
    '/api/v1/organisations/{organisation}/usages',
    '/api/v1/organisations/{organisation}/usages/changes',
    '/api/v1/organisations/{organisation}/usages/batch',
    '/api/v1/organisations/{organisation}/usages/{usage}',
    '/api/v1/organisations/{organisation}/everybody/usages',
    '/api/v1/organisations/{organisation}/everybody/usages/changes',
    '/api/v1/catalogue/changes',
  ])
    assert.ok(path in paths, path);
});
