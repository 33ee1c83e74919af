import type { Clock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { helpCounted, shelfSubscription } from '../../src/modules/guides/index.ts';
import { isoDay } from '../../src/platform/text/index.ts';
import type { Client } from './client.ts';

/* The guide of the month in the two networks: help, votes and prizes as their members and they themselves set them. */

type Stage = {
  readonly client: Client;
  readonly at: (daysAgo: number, hour?: number) => void;
  readonly now: Date;
  readonly db: Db;
  readonly clock: Clock;
};

/** Steps of a guide that have helped readers at a municipality. */
type Help = {
  readonly organisation: string;
  readonly work: string;
  readonly steps: readonly string[];
  readonly readers: number;
};

const down = 'nar-systemet-ar-nere';
const colleague = 'ta-emot-en-ny-kollega';
const education = 'gemensamt-verksamhetssystem';
const handling = 'handlagga-skolskjuts';
const applying = 'ansok-om-skolskjuts';

const help = (organisation: string, work: string, readers: number, ...steps: readonly string[]): Help => ({
  organisation,
  work,
  steps,
  readers,
});

/** Two months ago: what is won. */
const first: readonly Help[] = [
  help('hjo', down, 5, 'forsta-kvarten', 'skriv-pa-papper'),
  help('tibro', down, 4, 'forsta-kvarten', 'skriv-in'),
  help('vara', down, 3, 'forsta-kvarten'),
  help('skara', colleague, 4, 'innan-hen-kommer'),
  help('mariestad', colleague, 3, 'innan-hen-kommer', 'forsta-dagen'),
  help('lidkoping', education, 4, 'forsta-inloggningen'),
  help('gotene', education, 3, 'forsta-inloggningen'),
];

/** The last month: what is voted about now. */
const second: readonly Help[] = [
  help('lidkoping', education, 5, 'gemensamt-och-lokalt', 'loggen', 'skriv-sakligt'),
  help('vara', education, 4, 'forsta-inloggningen', 'loggen'),
  help('hjo', colleague, 4, 'innan-hen-kommer', 'forsta-dagen'),
  help('skara', colleague, 3, 'forsta-dagen'),
  help('mariestad', colleague, 2, 'forsta-dagen'),
  help('gotene', down, 3, 'forsta-kvarten'),
  help('hjo', down, 2, 'skriv-in'),
  help('harnosand', handling, 5, 'ta-emot', 'mat-vagen'),
  help('timra', handling, 3, 'mat-vagen'),
  help('harnosand', applying, 3, 'vem-kan-fa'),
  help('kramfors', applying, 2, 'sa-mater-vi'),
];

const readers = ['case-worker', 'training-lead', 'designer', 'strategist', 'admin'] as const;

const guideOf = ({ organisation, work }: Pick<Help, 'organisation' | 'work'>): string =>
  `/arbete/${organisation}/guider/${work}`;

async function read({ client }: Stage, all: readonly Help[]): Promise<void> {
  for (const one of all) {
    for (const role of readers.slice(0, one.readers)) {
      for (const step of one.steps)
        await client
          .as(`${role}@${one.organisation}`)
          .send(`${guideOf(one)}/steg/${step}/hjalpte`, { hjalpte: 'ja' });
    }
  }
}

/** What the queue does a moment later; the count of a month asks what is in use. */
async function putOnShelves({ db, now }: Stage): Promise<void> {
  const shelf = shelfSubscription();
  const inUse = [...first, ...second].map(({ organisation, work }) => `${organisation} ${work}`);
  for (const one of new Set(inUse)) {
    const [organisation = '', work = ''] = one.split(' ');
    const event = { organisation, work, kind: 'guide', versionId: null, number: null, settingsNumber: null };
    await shelf.deliver(event, { id: crypto.randomUUID(), at: now, organisation }, db);
  }
}

const count = ({ db, clock }: Stage): Promise<void> =>
  helpCounted({
    db,
    clock,
    organisations: () => new Set([...first, ...second].map(({ organisation }) => organisation)),
  }).run({});

const vote = async (
  { client }: Stage,
  network: string,
  votes: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [organisation, guide] of Object.entries(votes)) {
    const address = `/arbete/${organisation}/guider/manadens/${network}/rost`;
    await client.as(`training-lead@${organisation}`).send(address, { guide });
  }
};

const prize = ({ client }: Stage, network: string, kronor: string, mottagare: string): Promise<void> =>
  client
    .as(`training-lead@${network}`)
    .send(`/arbete/${network}/guider/manadens/pris`, { kronor, mottagare });

/** Help in the last two months, a guide that has won, and one that is voted for now. */
export async function voteForGuides(stage: Stage): Promise<void> {
  const { at, now } = stage;
  // The last day of the month before is as many days ago as this month has had.
  const [year = 0, month = 1, lastOfSecond = 1] = isoDay(now).split('-').map(Number);
  const lengthOfSecond = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  const lastOfFirst = lastOfSecond + lengthOfSecond;
  await putOnShelves(stage);
  at(lastOfFirst);
  await read(stage, first);
  await count(stage);
  at(lastOfSecond + 10);
  await prize(stage, 'gvs12', '2000', 'kommunen som skrev guiden, till en gemensam lunch (exempel)');
  await prize(stage, 'esamverkan', '1500', 'kommunen som skrev guiden');
  await vote(stage, 'gvs12', { hjo: down, tibro: down, vara: down, skara: colleague, mariestad: colleague });
  at(lastOfSecond);
  await read(stage, second);
  await count(stage);
  at(0);
  await vote(stage, 'gvs12', { hjo: colleague, gotene: education, tidaholm: education, skara: colleague });
  await vote(stage, 'esamverkan', { harnosand: handling, ange: handling, kramfors: applying });
}
