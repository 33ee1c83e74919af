import { isoDay } from '../../platform/text/index.ts';
import { countDecided, type Decided } from '../cases/index.ts';
import type { Figures, Measure, Measured } from '../commons/index.ts';
import { listUsage, type Usage } from './drafts/usage.ts';

const decisions = { id: 'decisions', name: { sv: 'Beslut', en: 'Decisions' } };

const measures: readonly Measure[] = [
  { id: 'begun', topic: 'use', unit: 'count', name: { sv: 'Påbörjade', en: 'Begun' } },
  { id: 'sent', topic: 'use', unit: 'count', name: { sv: 'Inskickade', en: 'Sent' } },
  {
    id: 'finished',
    topic: 'results',
    unit: 'percent',
    name: { sv: 'Andel som fullföljer', en: 'Share who finish' },
  },
  {
    id: 'median-days',
    topic: 'results',
    unit: 'days',
    name: { sv: 'Dagar till beslut (median)', en: 'Days to decision (median)' },
  },
  {
    id: 'approved',
    topic: 'results',
    unit: 'count',
    name: { sv: 'Bifall', en: 'Granted' },
    partOf: decisions,
  },
  {
    id: 'partly',
    topic: 'results',
    unit: 'count',
    name: { sv: 'Delvis bifall', en: 'Granted in part' },
    partOf: decisions,
  },
  {
    id: 'rejected',
    topic: 'results',
    unit: 'count',
    name: { sv: 'Avslag', en: 'Refused' },
    partOf: decisions,
  },
  {
    id: 'closed',
    topic: 'results',
    unit: 'count',
    name: { sv: 'Avslutade utan prövning', en: 'Closed without examination' },
    partOf: decisions,
  },
];

/** The first day of the month eleven months before: twelve months with the present one. */
function firstDay(now: Date): string {
  const [year = 0, month = 1] = isoDay(now).split('-').map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}

const counted = (value: number): Measured => ({ value, of: value });

function ofUsage({ begun, sent, finished }: Usage): readonly (readonly [string, Measured])[] {
  return [
    ['begun', counted(begun)],
    ['sent', counted(sent)],
    ...(begun === 0
      ? []
      : [['finished', { value: Math.round((100 * finished) / begun), of: begun }] as const]),
  ];
}

function ofDecided(all: Decided): readonly (readonly [string, Measured])[] {
  return [
    ['median-days', { value: all.medianDays, of: all.decided }],
    ['approved', counted(all.approved)],
    ['partly', counted(all.partly)],
    ['rejected', counted(all.rejected)],
    ['closed', counted(all.closed)],
  ];
}

/** How much e-services are used and how it goes, over twelve months: counts, of nobody in particular. */
export const serviceFigures: Figures = {
  measures,
  count: async ({ tx, organisation, works, now }) => {
    const since = firstDay(now);
    const usage = await listUsage(tx, organisation, { works, since });
    const decided = await countDecided(tx, organisation, { works, since });
    return new Map(
      works.map((work) => [
        work,
        Object.fromEntries([
          ...usage.filter((one) => one.work === work).flatMap(ofUsage),
          ...decided.filter((one) => one.work === work).flatMap(ofDecided),
        ]),
      ]),
    );
  },
};
