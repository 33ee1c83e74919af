import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { render } from 'preact-render-to-string';
import { testDatabase } from '../../../../tests/support/database.ts';
import { typstPdf } from '../../../platform/pdf/index.ts';
import type { AnyRoute, Context, Reply } from '../../../platform/http/index.ts';
import { actAs, anna, applicant, openExample, settle, stranger } from '../../../../tests/support/cases.ts';
import { routes } from './index.ts';

const database = await testDatabase();
after(() => database.close());
before(() => settle(database));

const pdf = typstPdf();
const staff = { person: anna };
const citizen = { person: applicant, citizen: true };

type Asked = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly change?: Partial<Context>;
};

/** Asks a route as web does: the schemas read query and body before the action runs. */
function ask(
  who: { readonly person: string; readonly citizen?: boolean; readonly organisation?: string },
  method: AnyRoute['method'],
  path: string,
  asked: Asked = {},
): Promise<Reply> {
  const found = routes.find((route) => route.method === method && route.path === path);
  assert.ok(found, `${method} ${path}`);
  const { params = {}, query = {}, body = {}, change = {} } = asked;
  const organisation = who.organisation ?? 'harnosand';
  return actAs(database, who, (context) =>
    found.handle(
      { ...context, pdf, ...change },
      {
        params: { organisation, ...params },
        query: found.query?.parse(query) ?? {},
        body: found.body?.parse(body) ?? {},
        files: [],
        large: [],
      },
    ),
  );
}

function htmlOf(reply: Reply): string {
  assert.equal(reply.kind, 'page');
  return reply.kind === 'page' ? render(reply.content) : '';
}

const work = '/arbete/:organisation/arenden';
const mine = '/k/:organisation/mina-arenden';

test('the list says what to do, by when, and how late it is', async () => {
  const { id, number } = await openExample(database, {}, new Date('2026-11-05T09:00:00Z'));
  await ask(staff, 'POST', `${work}/:case/ta`, { params: { case: id } });
  const html = htmlOf(await ask(staff, 'GET', '/arbete/:organisation/idag'));
  assert.match(html, /Att göra/);
  assert.match(html, /Försenat/);
  assert.match(html, /Utred</);
  assert.match(html, new RegExp(`Alva Exempel\\. <span class="k-num">${number}`));
  assert.match(html, /4.arbetsdagar för sent/);
  assert.match(html, /tis 17.november/);
  const english = await ask(staff, 'GET', '/arbete/:organisation/idag', { change: { language: 'en' } });
  assert.match(htmlOf(english), /Investigate/);
});

test('the heading counts as late what stands under late, whoever has the case', async () => {
  await openExample(database, {}, new Date('2026-11-05T09:00:00Z'));
  for (const path of ['/arbete/:organisation/idag', work]) {
    const html = htmlOf(await ask(staff, 'GET', path));
    const counted = Number(/<b>(\d+)<\/b>\s*är försena/.exec(html)?.[1]);
    const rows = html.split('data-late').length - 1;
    assert.ok(counted > 0, path);
    assert.equal(counted, rows, path);
  }
  const all = htmlOf(await ask(staff, 'GET', work));
  assert.match(all, /öppna ärenden/);
});

test('where there is nothing the heading says so in words', async () => {
  const nobody = { person: randomUUID(), organisation: 'sundsvall' };
  for (const [language, words] of [
    ['sv', /\. Inget väntar på dig, inget är försenat, inga nya meddelanden eller svar\./],
    ['en', /\. Nothing is waiting for you, nothing is late, no new messages or answers\./],
  ] as const) {
    const html = htmlOf(await ask(nobody, 'GET', '/arbete/:organisation/idag', { change: { language } }));
    assert.match(html.replaceAll(/<[^>]+>/g, ''), words);
  }
});

test('a list bears any address', async () => {
  for (const query of [
    { vy: 'x', sida: '-1', ordning: '', steg: 'y' },
    { sida: '99999', q: "'%_\\" },
  ]) {
    assert.equal((await ask(staff, 'GET', work, { query })).kind, 'page');
  }
});

test('the page of a case shows answers, version, deadlines and the way to act', async () => {
  const { id } = await openExample(database);
  const free = htmlOf(await ask(staff, 'GET', `${work}/:case`, { params: { case: id } }));
  assert.match(free, /Ta ärendet/);
  await ask(staff, 'POST', `${work}/:case/ta`, { params: { case: id } });
  const html = htmlOf(await ask(staff, 'GET', `${work}/:case`, { params: { case: id } }));
  assert.match(html, /Skolskjuts, er version.1/);
  assert.match(html, /3,4 kilometer/);
  assert.match(html, /Beslut senast/);
  assert.match(html, /Sökanden kan begära beslut, förvaltningslagen 12.§/);
  assert.match(html, /Granska beslutet/);
  assert.match(html, /kom in 23.november/);
});

test('what was wrong comes back with what was typed, and a link to each field', async () => {
  const { id } = await openExample(database);
  const params = { case: id };
  const reply = await ask(staff, 'POST', `${work}/:case/komplettering`, {
    params,
    body: { text: 'Skicka schemat.', 'due.day': '31', 'due.month': '2', 'due.year': '2027' },
  });
  assert.ok(reply.kind === 'page' && reply.status === 422 && reply.failed === true);
  const html = htmlOf(reply);
  assert.match(html, /Skicka schemat\./);
  assert.match(html, /href="#due"/);
  assert.match(html, /value="31"/);
});

test('a decision is reviewed before it is sent, and sent once', async () => {
  const { id } = await openExample(database);
  const params = { case: id };
  const missingReasons = { choice: 'avsla', reasons: ' ', act: 'review', revision: '0' };
  const saved = await ask(staff, 'POST', `${work}/:case/beslut`, { params, body: missingReasons });
  assert.equal(saved.kind, 'see');
  const early = await ask(staff, 'GET', `${work}/:case/beslut/granska`, { params });
  assert.match(htmlOf(early), /Skriv skälen för beslutet/);
  const body = { ...missingReasons, reasons: 'Vägen är <b>1,2</b> kilometer.', revision: '1' };
  await ask(staff, 'POST', `${work}/:case/beslut`, { params, body });
  const review = htmlOf(await ask(staff, 'GET', `${work}/:case/beslut/granska`, { params }));
  assert.match(review, /Vägen är &lt;b>1,2&lt;\/b> kilometer\./);
  assert.match(review, /<strong>tre veckor<\/strong>/);
  for (const party of [/Sökande, Härnösand/, /Barnets namn/, /Alva Exempel/]) assert.match(review, party);
  const sent = await ask(staff, 'POST', `${work}/:case/beslut/skicka`, { params, body: { revision: '2' } });
  assert.equal(sent.kind, 'see');
  const again = await ask(staff, 'POST', `${work}/:case/beslut/skicka`, { params, body: { revision: '2' } });
  assert.ok(again.kind === 'page' && again.status === 409);
  assert.match(htmlOf(again), /redan beslutat/);
  const read = htmlOf(await ask(citizen, 'GET', `${mine}/:case`, { params }));
  assert.match(read, /Barnets namn.*Alva Exempel.*Ansökan avslås/s);
  assert.match(read, /tre veckor/);
});

test('receipt and decision are documents; the decision is missing until it is made', async () => {
  const { id } = await openExample(database);
  const params = { case: id };
  const receipt = await ask(citizen, 'GET', `${mine}/:case/kvittens.pdf`, { params });
  assert.ok(receipt.kind === 'file' && receipt.type === 'application/pdf' && receipt.bytes.length > 1000);
  assert.equal((await ask(citizen, 'GET', `${mine}/:case/beslut.pdf`, { params })).kind, 'missing');
  await ask(staff, 'POST', '/api/v1/organisations/:organisation/cases/:case/decision', {
    params,
    body: { choice: 'bevilja' },
  });
  assert.equal((await ask(citizen, 'GET', `${mine}/:case/beslut.pdf`, { params })).kind, 'file');
  assert.equal((await ask(staff, 'GET', `${work}/:case/beslut.pdf`, { params })).kind, 'file');
});

test('what does not exist and what is not yours get the same answer', async () => {
  const { id } = await openExample(database);
  const nowhere = '0b9c1f5e-6b0e-4d52-9a0c-3d5c5f0affff';
  for (const found of routes.filter((route) => route.path.includes(':case'))) {
    const who = found.path.includes('mina-arenden') || found.path.includes('my-cases');
    const others = who
      ? [{ person: stranger, citizen: true }]
      : [{ person: anna, organisation: 'sundsvall' }];
    const body = { text: 'Hej', due: '2026-12-07', state: 'utredning', choice: 'bevilja', to: anna };
    for (const other of others) {
      for (const wanted of [id, nowhere, 'inget-id']) {
        const params = { case: wanted, file: nowhere, completion: nowhere };
        const reply = await ask(other, found.method, found.path, { params, body });
        const isColleague = found.path.endsWith('handlaggare');
        assert.ok(
          reply.kind === 'missing' || isColleague,
          `${found.method} ${found.path} ${wanted}: ${reply.kind}`,
        );
      }
    }
  }
});

test('the API answers with the case as it stands, and with named problems', async () => {
  const { id } = await openExample(database);
  const base = '/api/v1/organisations/:organisation/cases/:case';
  const params = { case: id };
  const asked = await ask(staff, 'POST', `${base}/completions`, {
    params,
    body: { text: 'Skicka schemat.', due: '2026-12-07' },
  });
  assert.equal(asked.kind, 'json');
  const again = await ask(staff, 'POST', `${base}/completions`, {
    params,
    body: { text: 'Mer.', due: '2026-12-07' },
  });
  assert.deepEqual(again.kind === 'json' && again.status, 409);
  for (const route of routes.filter(
    ({ operation, method, path }) =>
      operation !== undefined && method === 'GET' && !path.includes('my-cases'),
  )) {
    const reply = await ask(staff, 'GET', route.path, { params });
    assert.ok(reply.kind === 'json');
    assert.ok(route.operation?.response.safeParse(reply.body).success, route.path);
  }
  const own = routes.filter(
    ({ operation, method, path }) => operation !== undefined && method === 'GET' && path.includes('my-cases'),
  );
  for (const route of own) {
    const reply = await ask(citizen, 'GET', route.path, { params });
    assert.ok(reply.kind === 'json');
    assert.ok(route.operation?.response.safeParse(reply.body).success, route.path);
  }
});

test('my cases tell what is asked of me first', async () => {
  const { id } = await openExample(database);
  const params = { case: id };
  await ask(staff, 'POST', `${work}/:case/komplettering`, {
    params,
    body: { text: 'Skicka schemat.', 'due.day': '7', 'due.month': '12', 'due.year': '2026' },
  });
  const list = htmlOf(await ask(citizen, 'GET', mine));
  assert.match(list, /Väntar på dig/);
  assert.match(list, /7.december 2026/);
  const html = htmlOf(await ask(citizen, 'GET', `${mine}/:case`, { params }));
  assert.match(html, /Skicka kompletteringen/);
  const completion = /komplettering\/([\da-f-]{36})/.exec(html)?.[1] ?? '';
  assert.match(html, /Du får besked senast 7.december 2026/);
  const written = async () =>
    Number(/<b>(\d+)<\/b>\s*(?:nytt|nya) meddelande/.exec(htmlOf(await ask(staff, 'GET', work)))?.[1] ?? 0);
  const before = await written();
  const empty = await ask(citizen, 'POST', `${mine}/:case/komplettering/:completion`, {
    params: { case: id, completion },
  });
  assert.ok(empty.kind === 'page' && empty.status === 422);
  const sent = await ask(citizen, 'POST', `${mine}/:case/komplettering/:completion`, {
    params: { case: id, completion },
    body: { text: 'Här är det.' },
  });
  assert.equal(sent.kind, 'see');
  assert.equal(await written(), before + 1, 'a completion has come in as a message has');
});
