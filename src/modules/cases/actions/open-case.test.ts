import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../../tests/support/database.ts';
import { findLog, verifyLog } from '../../../platform/log/index.ts';
import { caseSubject } from '../store/history.ts';
import { listOwnCases } from '../store/own.ts';
import {
  actAs,
  applicant,
  exampleCase,
  openExample,
  settle,
  stranger,
} from '../../../../tests/support/cases.ts';
import { openCase } from './open-case.ts';

const database = await testDatabase();
after(() => database.close());
before(() => settle(database));

const numbersOf = (prefix: string): Promise<readonly string[]> =>
  database.db.transaction({ organisation: 'harnosand', person: null }, async (tx) => {
    const rows = await tx
      .selectFrom('cases.cases')
      .select('number')
      .where('organisation_id', '=', 'harnosand')
      .where('number', 'like', `${prefix} %`)
      .orderBy('number')
      .execute();
    return rows.map(({ number }) => number);
  });

test('fifty opened at once get fifty numbers without a gap', async () => {
  await Promise.all(Array.from({ length: 50 }, () => openExample(database, { prefix: 'RUN' })));
  const expected = Array.from({ length: 50 }, (_, n) => `RUN 2026-${String(n + 1).padStart(4, '0')}`);
  assert.deepEqual(await numbersOf('RUN'), expected);
});

test('the same case opened fifty times at once is one case with one number', async () => {
  const id = randomUUID();
  const opened = await Promise.all(
    Array.from({ length: 50 }, () => openExample(database, { id, prefix: 'EN' })),
  );
  assert.deepEqual(new Set(opened.map(({ number }) => number)), new Set(['EN 2026-0001']));
  assert.deepEqual(await numbersOf('EN'), ['EN 2026-0001']);
});

test('a failed opening takes no number', async () => {
  const opening = actAs(database, { person: applicant, citizen: true }, async (context) => {
    await openCase(context, exampleCase({ prefix: 'FEL' }));
    throw new Error('the page that submits fails');
  });
  await assert.rejects(opening, /the page that submits fails/);
  assert.equal((await openExample(database, { prefix: 'FEL' })).number, 'FEL 2026-0001');
});

test('numbers begin anew with the year in Sweden, and are each municipality’s own', async () => {
  const newYear = new Date('2026-12-31T23:30:00Z');
  assert.equal((await openExample(database, { prefix: 'AR' })).number, 'AR 2026-0001');
  assert.equal((await openExample(database, { prefix: 'AR' }, newYear)).number, 'AR 2027-0001');
  const elsewhere = await actAs(
    database,
    { person: applicant, citizen: true, organisation: 'sundsvall' },
    (context) => openCase(context, exampleCase({ organisation: 'sundsvall', prefix: 'AR' })),
  );
  assert.equal(elsewhere.number, 'AR 2026-0001');
});

test('opening is logged, told to other modules, and a letter goes out without personal data', async () => {
  const { id, number } = await openExample(database, { prefix: 'BREV' });
  await database.db.transaction({ organisation: 'harnosand', person: null }, async (tx) => {
    const entries = await findLog(tx, { organisation: 'harnosand', subject: caseSubject(id) });
    assert.deepEqual(
      entries.map(({ kind, actor }) => ({ kind, actor })),
      [{ kind: 'opened', actor: applicant }],
    );
    assert.deepEqual((await verifyLog(tx, 'harnosand')).ok, true);
    const events = await tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('subject', '=', caseSubject(id))
      .execute();
    assert.deepEqual(
      events.map(({ name, payload }) => ({ name, payload })),
      [{ name: 'cases.opened', payload: { organisation: 'harnosand', case: id, work: 'skolskjuts' } }],
    );
    const [mail] = await tx
      .selectFrom('platform.mails')
      .selectAll()
      .where('subject', 'like', `%${number}%`)
      .execute();
    assert.equal(mail?.subject, `Vi har tagit emot ditt ärende: Skolskjuts, ${number}, Härnösands kommun`);
    assert.match(
      mail?.text ?? '',
      new RegExp(`${number}.*/k/harnosand/mina-arenden/${id}.*Härnösands kommun`, 's'),
    );
    assert.doesNotMatch(mail?.text ?? '', /Sökande|Skolskjuts|Älandsbro|Alva/);
  });
});

test('a person sees their own cases in every municipality, and nobody else’s', async () => {
  const own = await database.db.transaction({ organisation: null, person: applicant }, (tx) =>
    listOwnCases(tx, applicant),
  );
  assert.deepEqual(new Set(own.map(({ organisation }) => organisation)), new Set(['harnosand', 'sundsvall']));
  for (const asked of [applicant, stranger]) {
    const seen = await database.db.transaction({ organisation: null, person: stranger }, (tx) =>
      listOwnCases(tx, asked),
    );
    assert.deepEqual(seen, []);
  }
});

test('another municipality sees nothing of a case', async () => {
  await database.db.transaction({ organisation: 'sundsvall', person: stranger }, async (tx) => {
    const rows = await tx.selectFrom('cases.cases').select('organisation_id').execute();
    assert.ok(rows.every(({ organisation_id: organisation }) => organisation === 'sundsvall'));
  });
});
