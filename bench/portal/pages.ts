import type { Kommons } from '../../tests/support/kommons-process.ts';
import { seeded } from '../definitions.ts';
import { signIn } from '../sign-in.ts';
import { places } from './load.ts';
import { kinds } from './questions.ts';
import type { Visit } from './visits.ts';
import { workId } from './works.ts';

/** Works, each of which every municipality has in use. */
export const guides = 5000;

const education = 'gemensamt-verksamhetssystem';
/** Every fourth is for staff only. */
const openIndexes = Array.from({ length: guides }, (_, index) => index).filter((index) => index % 4 !== 0);

/** A case worker; on the public site the municipality alone counts. */
export type Reader = { readonly organisation: string; readonly headers: Readonly<Record<string, string>> };

/** A case worker of each municipality, who has read in some guides and stands in the midst of others. */
export async function beginReading({ origin }: Kommons): Promise<readonly Reader[]> {
  const begin = async (organisation: string): Promise<Reader> => {
    const headers = { cookie: await signIn(origin, `case-worker@${organisation}`), origin };
    for (let index = 0; index < 30; index += 1) {
      const address = `${origin}/arbete/${organisation}/guider/${workId(index * 7)}/steg/hos-oss`;
      const method = index % 3 === 0 ? 'GET' : 'POST';
      const { status } = await fetch(address, { method, headers, redirect: 'manual' });
      if (status !== (method === 'GET' ? 200 : 303)) throw new Error(`${method} ${address}: ${status}`);
    }
    return { organisation, headers };
  };
  return Promise.all(places.map(({ id }) => begin(id)));
}

/** What is measured as one: addresses that are asked for in turn. */
export type Page = {
  readonly name: string;
  /** Stands in every answer. */
  readonly holds: string;
  readonly visits: readonly Visit[];
};

const everybody: Reader['headers'] = {};

/** Start pages and guides, without searches. */
export function pagesFor(readers: readonly Reader[]): readonly Page[] {
  const random = seeded(7);
  const anyOf = (from: readonly number[]): string => workId(from[Math.floor(random() * from.length)] ?? 0);
  const each = (visitOf: (reader: Reader) => Omit<Visit, 'kind'>): readonly Visit[] =>
    readers.map((reader) => ({ ...visitOf(reader), kind: '' }));
  const openGuides = (from: readonly number[], rounds: number): readonly Visit[] =>
    Array.from({ length: rounds }, () =>
      each(({ organisation }) => ({ path: `/k/${organisation}/guider/${anyOf(from)}`, headers: everybody })),
    ).flat();
  return [
    {
      name: 'start page, at work',
      holds: 'name="sok"',
      visits: each(({ organisation, headers }) => ({ path: `/arbete/${organisation}/guider`, headers })),
    },
    {
      name: 'start page, public',
      holds: 'name="sok"',
      visits: each(({ organisation }) => ({ path: `/k/${organisation}/guider`, headers: everybody })),
    },
    {
      name: 'guide page, the base education of 67 steps, at work',
      holds: 'Logga in',
      visits: each(({ organisation, headers }) => ({
        path: `/arbete/${organisation}/guider/${education}`,
        headers,
      })),
    },
    {
      name: 'a step of it, at work',
      holds: 'personnumret',
      visits: each(({ organisation, headers }) => ({
        path: `/arbete/${organisation}/guider/${education}/steg/sok-person`,
        headers,
      })),
    },
    {
      name: 'all of it on one page, for print',
      holds: 'personnumret',
      visits: each(({ organisation, headers }) => ({
        path: `/arbete/${organisation}/guider/${education}/utskrift`,
        headers,
      })),
    },
    {
      name: 'guide page, 5 steps, public, of a hundred that are much read',
      holds: 'Så gör vi med',
      visits: openGuides(openIndexes.slice(0, 10), 10),
    },
    {
      name: 'guide page, 5 steps, public, any of 45,000',
      holds: 'Så gör vi med',
      visits: openGuides(openIndexes, 400),
    },
  ];
}

/** Every question in every municipality, in an order of no kind. */
export function searchesOf(readers: readonly Reader[], site: 'work' | 'open'): readonly Visit[] {
  const random = seeded(11);
  return kinds
    .flatMap(({ name, questions }) =>
      questions.flatMap((question) =>
        readers.map(({ organisation, headers }) => {
          const base = site === 'work' ? 'arbete' : 'k';
          const query = new URLSearchParams({ sok: question });
          return {
            path: `/${base}/${organisation}/guider?${query.toString()}`,
            headers: site === 'work' ? headers : everybody,
            kind: name,
          };
        }),
      ),
    )
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
