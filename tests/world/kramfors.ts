import { isoDay } from '../../src/platform/text/index.ts';
import { apply, schoolTransport } from './citizens.ts';
import type { Client } from './client.ts';

type Stage = {
  readonly client: Client;
  readonly at: (daysAgo: number, hour?: number) => void;
  readonly now: Date;
};

const day = 24 * 60 * 60 * 1000;
const work = 'skolskjuts';
const organisation = 'kramfors';

/** Families in Kramfors apply and get their decisions: enough of them for results that may be told. */
export async function applyInKramfors({ client, at, now }: Stage): Promise<void> {
  const worker = client.as(`case-worker@${organisation}`);
  const from = isoDay(new Date(now.getTime() + 45 * day));
  for (const [index, days] of [9, 11, 12, 14, 15, 19].entries()) {
    at(40 - index);
    const pages = schoolTransport({
      child: `Barn ${String(index + 1)}`,
      school: 'Exempelskolan',
      year: 2 + index,
      kilometres: 4 + index / 2,
      from,
    });
    const citizen = `citizen:${String((index % 3) + 1)}@${organisation}`;
    const { id } = await apply(client, { citizen, organisation, work }, pages);
    at(40 - index - days);
    await worker.post(`/api/v1/organisations/${organisation}/cases/${id}/take`);
    await worker.post(`/api/v1/organisations/${organisation}/cases/${id}/decision`, {
      choice: 'bevilja',
      reasons: 'Vägen till skolan är längre än gränsen för barnets årskurs.',
    });
  }
  at(7);
  await client
    .as(`citizen@${organisation}`)
    .post(`/api/v1/organisations/${organisation}/services/${work}/drafts`);
}
