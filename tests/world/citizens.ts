import { z } from 'zod';
import type { Client } from './client.ts';

const Draft = z.object({ draft: z.string() });
const Receipt = z.object({ case: z.object({ id: z.string(), number: z.string() }) });

export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Applies through the API: a page at a time, then sends. Gives the case's id and number. */
export async function apply(
  client: Client,
  who: {
    readonly citizen: string;
    readonly organisation: string;
    readonly work: string;
    readonly language?: 'en';
  },
  pages: Answers,
): Promise<{ readonly id: string; readonly number: string }> {
  const me = client.as(who.citizen);
  const base = `${who.language === undefined ? '' : `/${who.language}`}/api/v1/organisations/${who.organisation}`;
  const { draft } = Draft.parse(await me.post(`${base}/services/${who.work}/drafts`));
  for (const [page, answers] of Object.entries(pages)) {
    await me.put(`${base}/drafts/${draft}/pages/${page}`, { answers });
  }
  return Receipt.parse(await me.post(`${base}/drafts/${draft}/submit`)).case;
}

const everyDay = ['mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag'];

export type SchoolTrip = {
  readonly child: string;
  readonly school: string;
  readonly year: number;
  readonly kilometres: number;
  readonly from: string;
  readonly traffic?: string;
  /** Version 2 asks for it instead of how the child travels today. */
  readonly both?: boolean;
  readonly ferry?: boolean;
};

/** Answers to school transport for an invented child; the personal number is a published test number. */
export function schoolTransport(trip: SchoolTrip): Answers {
  return {
    vem: {
      vardnadshavare: true,
      'barnets-namn': trip.child,
      'barnets-personnummer': '201701102384',
      hemadress: { street: 'Exempelvägen 12', postalCode: '871 31', town: 'Härnösand' },
      epost: 'vardnadshavare@example.se',
    },
    skola: {
      skolform: 'grundskola',
      arskurs: trip.year,
      skolval: 'placerad',
      'skolans-namn': trip.school,
      fritids: false,
    },
    resan: {
      ...(trip.both === undefined
        ? { 'resan-i-dag': 'skjutsas' }
        : { riktning: trip.both ? 'till-och-fran' : 'bara-till' }),
      avstand: trip.kilometres,
      'forsta-dag': trip.from,
      dagar: everyDay,
    },
    boende: { vaxelvis: false, ...(trip.ferry === undefined ? {} : { farja: trip.ferry }) },
    skal:
      trip.traffic === undefined
        ? { 'har-skal': false }
        : { 'har-skal': true, 'vilka-skal': ['trafik'], 'trafik-beskrivning': trip.traffic },
  };
}
