import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { keepShippedPictures } from '../../src/modules/guides/index.ts';
import type { Keys } from '../../src/modules/identity/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/index.ts';
import type { Files } from '../../src/platform/files/index.ts';
import { isoDay } from '../../src/platform/text/index.ts';
import { apply, schoolTransport } from './citizens.ts';
import { openClient, type Client } from './client.ts';
import { applyInKramfors } from './kramfors.ts';
import { shareEducation, shareManual } from './education.ts';
import { loadOrganisationsAndPeople } from './organisations.ts';
import { voteForGuides } from './guide-of-the-month.ts';
import { readBeforeMoving } from './mover.ts';
import { shareNeighbourGuides } from './neighbour-guides.ts';
import { shareSchoolTransportGuides } from './school-transport-guides.ts';
import { harnosandLocal, localFacts, sundsvallVersion2 } from './story.ts';
import { speakForSuppliers } from './suppliers.ts';
import { fillRegister } from './systems.ts';
import { designer, readContent } from './works.ts';

export type WorldParts = {
  readonly db: Db;
  readonly files: Files;
  readonly keys: Keys;
  readonly newSecret: () => string;
  /** The day that the demo world is seen from. */
  readonly now: Date;
  /** The whole application, with its clock where the story is. */
  readonly compose: (clock: Clock) => Promise<FastifyInstance>;
  readonly say: (line: string) => void;
};

const day = 24 * 60 * 60 * 1000;
const esamverkan = { kind: 'networks', of: ['esamverkan'] } as const;
const everyone = { kind: 'everyone' } as const;
const nine = [
  'sundsvall',
  'harnosand',
  'timra',
  'ornskoldsvik',
  'kramfors',
  'solleftea',
  'ange',
  'nordanstig',
  'hudiksvall',
];

/** What the people of the story can use: a client whose clock can be set to any day before today. */
type Stage = {
  readonly client: Client;
  readonly at: (daysAgo: number, hour?: number) => void;
  readonly now: Date;
};

const contact = (organisation: string, name: string): Record<string, string> => ({
  'kontakt-epost': `${name}@${organisation}.example`,
  'kontakt-telefon': '08-465 004 10',
});

/** School transport: Sundsvall shares it, its neighbours adopt, Härnösand adapts, version 2 comes. */
async function shareSchoolTransport({ client, at }: Stage): Promise<void> {
  const work = 'skolskjuts';
  const sundsvall = designer(client, 'sundsvall');
  at(75);
  await sundsvall.create(await readContent(work), 'Första versionen.');
  await sundsvall.fill(work, localFacts.sundsvall);
  await sundsvall.use(work);
  await sundsvall.publish(work, esamverkan, 'Första versionen.');

  at(60);
  const harnosand = designer(client, 'harnosand');
  await harnosand.adopt(work, 'sundsvall');
  await harnosand.fill(work, localFacts.harnosand);
  at(59);
  await harnosand.edit(
    work,
    harnosandLocal,
    'Färjan till Hemsön räknas med. Frågan om fritids behövs inte hos oss.',
  );
  await harnosand.use(work);

  const others = [
    ['timra', 55],
    ['kramfors', 50],
    ['ange', 42],
    ['ornskoldsvik', 38],
    ['hudiksvall', 30],
  ] as const;
  for (const [organisation, daysAgo] of others) {
    at(daysAgo);
    const adopter = designer(client, organisation);
    await adopter.adopt(work, 'sundsvall');
    const facts =
      organisation === 'timra'
        ? localFacts.timra
        : { namnd: 'Utbildningsnämnden', ...contact(organisation, 'skolskjuts') };
    await adopter.fill(work, facts);
    await adopter.use(work);
  }
}

/** Families in Härnösand apply, and the case workers have come to different points. */
async function applyInHarnosand({ client, at, now }: Stage): Promise<void> {
  const organisation = 'harnosand';
  const worker = client.as('case-worker@harnosand');
  const from = isoDay(new Date(now.getTime() + 45 * day));
  const who = (citizen: string) => ({ citizen, organisation, work: 'skolskjuts' });
  const cases = `/api/v1/organisations/${organisation}/cases`;
  const send = async (citizen: string, trip: Omit<Parameters<typeof schoolTransport>[0], 'from'>) =>
    apply(client, who(citizen), schoolTransport({ ...trip, from }));

  at(26);
  const decided = await send('citizen:2@harnosand', {
    child: 'Barn A',
    school: 'Älandsbro skola',
    year: 3,
    kilometres: 3.4,
  });
  at(20);
  await worker.post(`${cases}/${decided.id}/take`);
  await worker.post(`${cases}/${decided.id}/decision`, {
    choice: 'bevilja',
    reasons: 'Barnet har 3,4 kilometer till Älandsbro skola. Gränsen är 2 kilometer till och med årskurs 3.',
  });

  at(29);
  await send('citizen:3@harnosand', {
    child: 'Barn B',
    school: 'Kiörningskolan',
    year: 5,
    kilometres: 2.1,
    traffic: 'Vägen saknar trottoar vid bron.',
  });
  at(12);
  const waiting = await send('citizen:1@harnosand', {
    child: 'Barn C',
    school: 'Häggdångers skola',
    year: 1,
    kilometres: 4.8,
    ferry: true,
  });
  at(9);
  await worker.post(`${cases}/${waiting.id}/take`);
  await worker.post(`${cases}/${waiting.id}/completions`, {
    text: 'Vilken färja tar barnet, och vilka tider?',
    due: isoDay(new Date(now.getTime() + 8 * day)),
  });
  at(6);
  const taken = await send('citizen:2@harnosand', {
    child: 'Barn D',
    school: 'Wendela Hellmanskolan',
    year: 8,
    kilometres: 5.2,
  });
  at(5);
  await worker.post(`${cases}/${taken.id}/take`);
  at(2);
  await send('citizen:3@harnosand', { child: 'Barn E', school: 'Brännaskolan', year: 2, kilometres: 2.6 });
}

/** Sundsvall's version 2 is out: two neighbours have taken it, Härnösand and others have not. */
async function publishVersion2({ client, at }: Stage): Promise<void> {
  const work = 'skolskjuts';
  const sundsvall = designer(client, 'sundsvall');
  at(8);
  await sundsvall.edit(
    work,
    sundsvallVersion2,
    'Frågar om skjutsen behövs åt båda håll. Förklarar hur vägen mäts.',
  );
  await sundsvall.use(work);
  await sundsvall.publish(
    work,
    esamverkan,
    'Frågar om skjutsen behövs åt båda håll. Förklarar hur vägen mäts.',
  );
  at(6);
  for (const organisation of ['kramfors', 'hudiksvall'])
    await designer(client, organisation).update(work, { takeInUse: true });
}

/** What some of the adopters let Sundsvall see of how school transport is used, and how it goes. */
async function agreeToShow({ client, at }: Stage): Promise<void> {
  at(1);
  for (const [organisation, results] of [
    ['harnosand', true],
    ['kramfors', true],
    ['ange', false],
  ] as const) {
    await designer(client, organisation).share('skolskjuts', { use: true, results });
  }
}

const ships = (id: string): boolean =>
  existsSync(new URL(`../../content/e-services/${id}.json`, import.meta.url));

/** The fault report is owned by the network together; the serving licence by Sundsvall. */
async function shareTheRest({ client, at }: Stage): Promise<void> {
  if (ships('felanmalan')) {
    at(70);
    const network = designer(client, 'esamverkan');
    await network.create(await readContent('felanmalan'), 'Första versionen.');
    await network.publish('felanmalan', everyone, 'Första versionen.');
    for (const [index, organisation] of nine.entries()) {
      at(66 - index * 3);
      const adopter = designer(client, organisation);
      await adopter.adopt('felanmalan', 'esamverkan');
      await adopter.fill('felanmalan', { namnd: 'Tekniska nämnden', ...contact(organisation, 'felanmalan') });
      await adopter.use('felanmalan');
    }
  }
  if (ships('serveringstillstand')) {
    at(64);
    const sundsvall = designer(client, 'sundsvall');
    const facts = (organisation: string) => ({
      namnd: 'Socialnämnden',
      ...contact(organisation, 'tillstand'),
    });
    await sundsvall.create(await readContent('serveringstillstand'), 'Första versionen.');
    await sundsvall.fill('serveringstillstand', facts('sundsvall'));
    await sundsvall.use('serveringstillstand');
    await sundsvall.publish('serveringstillstand', everyone, 'Första versionen.');
    for (const [organisation, daysAgo] of [
      ['harnosand', 40],
      ['ornskoldsvik', 36],
    ] as const) {
      at(daysAgo);
      const adopter = designer(client, organisation);
      await adopter.adopt('serveringstillstand', 'sundsvall');
      await adopter.fill('serveringstillstand', facts(organisation));
      await adopter.use('serveringstillstand');
    }
  }
}

/**
 * The demo world: networks, people, what the municipalities use, and the story up to the moment when Härnösand has an
 * update waiting. Built once, the story through the API, as its people would; nothing happens when it is there.
 */
export async function buildWorld(parts: WorldParts): Promise<void> {
  const { now, say } = parts;
  let clock = now;
  const app = await parts.compose(() => clock);
  try {
    await loadOrganisationsAndPeople(parts.db, { keys: parts.keys, newSecret: parts.newSecret, at: now });
    await fillRegister(parts);
    await speakForSuppliers(parts);
    const client = openClient({ app, keys: parts.keys, now: () => clock });
    const there = await client
      .as('designer@sundsvall')
      .ask('GET', '/api/v1/organisations/sundsvall/works/skolskjuts');
    if (there.status === 200) return;
    say('building the demo world (some seconds, the first time only) …');
    const at = (daysAgo: number, hour = 9): void => {
      clock = new Date(now.getTime() - daysAgo * day);
      clock.setUTCHours(hour, 12, 0, 0);
    };
    const stage: Stage = { client, at, now };
    await shareSchoolTransport(stage);
    await applyInHarnosand(stage);
    await applyInKramfors(stage);
    await publishVersion2(stage);
    await shareTheRest(stage);
    await agreeToShow(stage);
    await shareEducation(stage);
    await keepShippedPictures({ db: parts.db, files: parts.files, clock: () => now });
    await shareManual(stage);
    await shareSchoolTransportGuides(stage);
    await shareNeighbourGuides(stage);
    await readBeforeMoving(stage);
    await voteForGuides({ ...stage, db: parts.db, clock: () => clock });
  } finally {
    await app.close();
  }
}
