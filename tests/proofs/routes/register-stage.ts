import { sql } from 'kysely';
import { saveWebhook } from '../../../src/modules/systems/connections/webhooks/store.ts';
import { tell } from '../../../src/modules/systems/connections/webhooks/tell.ts';
import { saveCall } from '../../../src/modules/systems/everybody/calls/store.ts';
import { saveQuestion } from '../../../src/modules/systems/everybody/questions/store.ts';
import { saveCurator } from '../../../src/modules/systems/catalogue/curators.ts';
import { saveLookedAfter } from '../../../src/modules/systems/supplying/records.ts';
import { saveClaim } from '../../../src/modules/systems/supplying/claims/store.ts';
import { changeUsages, type Act } from '../../../src/modules/systems/usages/actions.ts';
import { changePolicy } from '../../../src/modules/systems/usages/policy.ts';
import { saveColumns } from '../../../src/modules/systems/usages/columns.ts';
import { saveFlow } from '../../../src/modules/systems/usages/flows.ts';
import type { Tx } from '../../../src/platform/db/index.ts';
import type { TestApp } from '../../support/app.ts';

const product = 'mallsta-robotrad';

type Seeding = {
  readonly tx: Tx;
  readonly app: TestApp;
  readonly organisation: string;
  readonly mark: string;
};

type Made = Extract<Act, { kind: 'make' }>;

const make = (id: string, facts: Made['facts'], secret: boolean): Act => ({
  kind: 'make',
  id,
  product,
  facts,
  secret,
  members: [],
  example: true,
});

/** Systems in use with the mark in what is the organisation's own alone, and one that is secret. */
async function seedUsages({ tx, app, organisation, mark }: Seeding): Promise<void> {
  const { newId, clock } = app.ground;
  const [open, secret] = [newId(), newId()];
  const batch = { id: newId(), at: clock(), actor: newId() };
  const acts = [
    make(
      open,
      { status: 'in-use', risks: `Risk ${mark}`, criticality: 'high', contact: 'IT-enheten' },
      false,
    ),
    make(secret, { localName: `Hemligt ${mark}` }, true),
  ];
  const made = await changeUsages({ tx, organisation, batch }, acts);
  if (!made.ok) throw new Error(JSON.stringify(made.failures));
  const flow = { id: newId(), from: open, to: secret, through: null, what: `Flöde ${mark}` };
  await saveFlow(tx, organisation, { ...flow, frequency: 'daily' });
  await changePolicy(tx, organisation, { policy: { owner: 'networks' }, at: clock() });
  await saveColumns(tx, organisation, { columns: ['status', 'owner'], at: clock() });
  await sql`
    insert into systems.reminders (organisation_id, usage_id, kind, due, ahead, sent_at)
    values (${organisation}, ${open}, 'notice', '2027-03-01', 90, ${clock()})`.execute(tx);
  await sql`
    insert into systems.taxonomy_choices (organisation_id, edition, deviations, changed_at)
    values (${organisation}, '2026-1', ${JSON.stringify({ 'e-arkiv': { name: `Arkiv ${mark}` } })}::jsonb, ${clock()})
    on conflict (organisation_id) do update set deviations = excluded.deviations`.execute(tx);
}

/** A spreadsheet on its way in, with what has been learned from it. */
async function seedSheet({ tx, app, organisation, mark }: Seeding): Promise<void> {
  const { newId, clock } = app.ground;
  const id = newId();
  const content = [{ name: `Blad ${mark}`, rows: [{ n: 1, cells: ['System', `Cell ${mark}`] }] }];
  const answers = { sheet: null, columns: null, products: [], overrule: [], withoutFaults: false };
  await sql`
    insert into systems.sheets (organisation_id, id, name, made_at, made_by, content, answers, state)
    values (${organisation}, ${id}, ${`${mark}.xlsx`}, ${clock()}, ${newId()}, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(answers)}::jsonb, 'open')`.execute(tx);
  await sql`
    insert into systems.sheet_steps (organisation_id, sheet_id, n, acts)
    values (${organisation}, ${id}, 1, ${JSON.stringify([{ kind: 'confirm', id: mark }])}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into systems.sheet_heads (organisation_id, head, target, changed_at)
    values (${organisation}, ${`rubrik ${mark}`}, 'owner', ${clock()})
    on conflict do nothing`.execute(tx);
}

/** A call to join and a question, both to one other, who alone may read them too. */
async function seedTalk({ tx, app, organisation, mark }: Seeding, other: string): Promise<void> {
  const { newId, clock } = app.ground;
  const content = {
    title: `Köpa ihop ${mark}`,
    text: `Upprop ${mark}`,
    product,
    component: null,
    area: null,
    from: '2027-01-01',
    to: '2028-06-30',
    answerBy: '2026-12-20',
    invited: [other],
    author: `Författare ${mark}`,
    language: 'sv' as const,
  };
  await saveCall(tx, { id: newId(), organisation, content, author: newId(), at: clock() });
  await saveQuestion(tx, {
    id: newId(),
    organisation,
    to: other,
    usage: newId(),
    product,
    text: `Fråga ${mark}`,
    person: newId(),
    author: `Frågeställare ${mark}`,
    language: 'sv',
    at: clock(),
  });
}

/** A webhook with something on its way, both of the organisation's own business alone. */
async function seedWebhook({ tx, app, organisation, mark }: Seeding): Promise<void> {
  const { newId, clock } = app.ground;
  const id = newId();
  const address = `https://mottagare.example.se/${mark}`;
  await saveWebhook(tx, organisation, {
    id,
    address,
    kinds: ['usages'],
    madeAt: clock(),
    by: newId(),
    most: 10,
  });
  const news = { id: newId(), at: clock(), type: 'test', data: { mark }, fetch: '/' };
  await tell(tx, organisation, { webhook: id }, news);
}

/** The register of an organisation with the mark wherever only it, or the other that it talks to, may read. */
export async function seedRegister(
  app: TestApp,
  {
    organisation,
    mark,
    other,
  }: { readonly organisation: string; readonly mark: string; readonly other: string },
): Promise<void> {
  await app.database.db.transaction({ organisation: other, person: null }, (tx) =>
    seedTalk({ tx, app, organisation: other, mark: 'Sagt av en tredje' }, organisation),
  );
  await app.database.db.transaction({ organisation, person: null }, async (tx) => {
    const seeding = { tx, app, organisation, mark };
    await seedUsages(seeding);
    for (let n = 0; n < 3; n += 1) await seedSheet(seeding);
    await seedTalk(seeding, other);
    await seedWebhook(seeding);
  });
}

/** Whoever looks after the catalogue reaches more of it than others. */
export async function seedCurator(app: TestApp, organisation: string): Promise<void> {
  const at = app.ground.clock();
  await app.database.db.transaction({ organisation: null, person: null }, (tx) =>
    saveCurator(tx, organisation, { curates: true, at }),
  );
}

/** A supplier that says that others are its customers. */
export async function seedSupplier(
  app: TestApp,
  { supplier, customers }: { readonly supplier: string; readonly customers: readonly string[] },
): Promise<void> {
  const { newId, clock } = app.ground;
  await app.database.db.transaction({ organisation: supplier, person: null }, async (tx) => {
    await saveLookedAfter(tx, supplier, { records: [supplier], at: clock() });
    for (const customer of customers) {
      const claim = { id: newId(), organisation: supplier, customer, product, since: null };
      await saveClaim(tx, { ...claim, author: newId(), at: clock() });
    }
  });
}
