import { saveUnit } from '../../../src/modules/organisations/index.ts';
import { fieldIds, type Facts } from '../../../src/modules/systems/model/fields.ts';
import { changeUsages, type Act } from '../../../src/modules/systems/usages/actions.ts';
import { changePolicy } from '../../../src/modules/systems/usages/policy.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import { testApp, type TestApp } from '../../support/app.ts';
import { fillRegister } from '../../world/systems.ts';
import { canaryFacts, wordOf, type World } from './canaries.ts';
import { maySee, type Decision, type Reading } from './expected.ts';

/** A reader by the person who reads, with everything that decides what they may see. */
export type Viewer = Reading & { readonly who: string | null; readonly name: string };

const esamverkan = [
  'sundsvall', 'harnosand', 'timra', 'ornskoldsvik', 'kramfors', 'solleftea', 'ange', 'nordanstig', 'hudiksvall',
]; // prettier-ignore

/** In the network for this proof alone: regions are members of none in the demo world. */
const nearRegion = 'region-vasternorrland';

/** Everybody who shares a network with eSamverkan's members: here those alone have canaries. */
const nearby = new Set([...esamverkan, nearRegion, 'esamverkan']);
const nowhere: ReadonlySet<string> = new Set();

const viewer = (
  name: string,
  who: string | null,
  kind: Reading['kind'],
  near: ReadonlySet<string> = nowhere,
): Viewer => ({ name, who, kind, organisation: who?.split('@')[1] ?? null, near });

/** Each kind of reader, near and far. */
export const viewers: readonly Viewer[] = [
  viewer('a municipality, near', 'strategist@harnosand', 'municipality', nearby),
  viewer('a municipality, far', 'strategist@hjo', 'municipality'),
  viewer('a joint board, far', 'strategist@e-namnden-norrbotten', 'municipality'),
  viewer('a region, near', `strategist@${nearRegion}`, 'sector', nearby),
  viewer('a region, far', 'strategist@vastra-gotalandsregionen', 'sector'),
  viewer('a network, near', 'strategist@esamverkan', 'sector', nearby),
  viewer('a supplier, near', 'supplier@harnosand', 'supplier'),
  viewer('a supplier, far', 'supplier@hjo', 'supplier'),
  viewer('a supplier at the owner', 'supplier@sundsvall', 'supplier'),
  viewer('a supplier at its own side', 'supplier@mallsta-digital', 'supplier'),
  viewer('a citizen', 'citizen@harnosand', 'nobody'),
  viewer('nobody', null, 'nobody'),
];

/** Whose people see everything of their own: that the canaries are where they should be. */
export const ownViewer: Viewer = viewer('the owner', 'strategist@sundsvall', 'municipality', nearby);

type Owner = {
  readonly organisation: string;
  readonly decision: Decision;
  readonly members: readonly string[];
};

export const owners: readonly Owner[] = [
  { organisation: 'sundsvall', decision: 'as-it-stands', members: [] },
  { organisation: 'timra', decision: 'networks', members: [] },
  { organisation: 'kramfors', decision: 'own', members: [] },
  { organisation: 'esamverkan', decision: 'as-it-stands', members: ['ornskoldsvik', 'solleftea'] },
];
/** Has a secret system in one world and none in the other. */
export const secretive = 'ange';

const products = ['mallsta-robotrad', 'mallsta-floderi'] as const;
/** Used by nobody else, in one world alone. */
export const secretProduct = 'fiktiva-flottan-fordon';

const idOf = (owner: number, place: number): string =>
  `018f0000-0000-7000-8000-0000000${owner}0${place}00`.padEnd(36, '0');
export const usageIds: readonly string[] = owners.flatMap((_, owner) => [idOf(owner, 0), idOf(owner, 1)]);
const secretId = idOf(9, 9);

export type Stage = {
  readonly app: TestApp;
  /**
   * Puts the world as it is for the reader: what they may see stays, all else is the world's. For those who may see
   * nothing there are no systems at all in the second.
   */
  readonly put: (viewer: Viewer, world: World) => Promise<void>;
};

type Doing = { readonly app: TestApp; readonly organisation: string };

async function act({ app, organisation }: Doing, acts: readonly Act[]): Promise<void> {
  const batch = { id: app.ground.newId(), at: app.clock.now, actor: app.ground.newId() };
  const done = await app.database.db.transaction({ organisation, person: null }, (tx) =>
    changeUsages({ tx, organisation, batch }, acts),
  );
  if (!done.ok) throw new Error(`${organisation}: ${JSON.stringify(done.failures)}`);
}

const places = [0, 1] as const;
const worlds: readonly World[] = ['ett', 'tva'];

async function makeOwner(app: TestApp, owner: Owner, index: number): Promise<void> {
  const { organisation, decision, members } = owner;
  await app.database.db.transaction({ organisation, person: null }, async (tx) => {
    for (const world of worlds)
      for (const place of places) {
        const id = wordOf('units', world, { owner: organisation, place });
        await saveUnit(tx, organisation, { id, name: id });
      }
    if (decision === 'as-it-stands') return;
    const policy = Object.fromEntries(fieldIds.map((id) => [id, decision]));
    await changePolicy(tx, organisation, { policy, at: app.clock.now });
  });
  await act(
    { app, organisation },
    places.map((place) => ({
      kind: 'make',
      id: idOf(index, place),
      product: products[place],
      facts: canaryFacts({ owner: organisation, place }, 'ett', () => true),
      secret: false,
      members,
      example: true,
    })),
  );
}

function changesFor(reader: Viewer, world: World, index: number): readonly Act[] {
  const owner = owners[index];
  if (owner === undefined) return [];
  const { organisation } = owner;
  return places.map((place) => ({
    kind: 'change',
    id: idOf(index, place),
    changes: canaryFacts({ owner: organisation, place }, world, (field) => maySee(reader, owner, field)),
  }));
}

/** The demo world's register, and in it owners with two systems each that have a canary in every field. */
export async function openStage(): Promise<Stage> {
  const app = await testApp();
  await asOwner(app.database.ownerUrl, (client) =>
    client.query(
      `insert into organisations.memberships (network_id, member_id, since) values ('esamverkan', $1, now())`,
      [nearRegion],
    ),
  );
  await fillRegister({ db: app.database.db, now: app.clock.now });
  for (const [index, owner] of owners.entries()) await makeOwner(app, owner, index);
  const facts: Facts = canaryFacts({ owner: secretive, place: 0 }, 'ett', () => true);
  const secret = { id: secretId, product: secretProduct, facts, secret: true, members: [], example: true };
  await act({ app, organisation: secretive }, [{ kind: 'make', ...secret }]);
  const state = { secret: true, shown: true };
  const put: Stage['put'] = async (reader, world) => {
    const shown = world === 'ett' || reader.kind === 'municipality' || reader.kind === 'sector';
    for (const [index, owner] of owners.entries())
      await act({ app, organisation: owner.organisation }, [
        ...(shown === state.shown
          ? []
          : places.map((place): Act => ({ kind: shown ? 'restore' : 'remove', id: idOf(index, place) }))),
        ...(shown ? changesFor(reader, world, index) : []),
      ]);
    state.shown = shown;
    if (state.secret === (world === 'ett')) return;
    state.secret = world === 'ett';
    await act({ app, organisation: secretive }, [
      { kind: state.secret ? 'restore' : 'remove', id: secretId },
    ]);
  };
  return { app, put };
}
