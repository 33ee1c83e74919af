import type { Client } from './client.ts';

type Stage = { readonly client: Client; readonly at: (daysAgo: number, hour?: number) => void };

const work = 'gemensamt-verksamhetssystem';

/** Days ago, and what was read that day. */
const read: readonly (readonly [number, readonly string[]])[] = [
  [
    40,
    [
      'varfor-gemensamt',
      'gemensamt-och-lokalt',
      'din-introduktion',
      'sa-fungerar-guiden',
      'forsta-inloggningen',
      'inloggningen-fungerar-inte',
    ],
  ],
  [
    38,
    [
      'ratt-behorighet',
      'tystnadsplikt',
      'las-bara-det-du-behover',
      'skyddade-personuppgifter',
      'nar-nagon-vill-veta',
      'lamna-datorn',
    ],
  ],
  [
    33,
    ['sok-person', 'kontrollera-identiteten', 'personen-saknas', 'dubbletter', 'narstaende-och-foretradare'],
  ],
  [30, ['vad-har-kommit-in', 'registrera', 'driftstopp']],
];

/**
 * Somebody has read a third of the base education in Skara and then moved to Hjo, where the same basics are ticked off:
 * what differs is the phone of the support, who receives, and what one does when the system is down.
 */
export async function readBeforeMoving({ client, at }: Stage): Promise<void> {
  const reader = client.as('case-worker:moved@skara');
  for (const [daysAgo, steps] of read) {
    at(daysAgo);
    for (const step of steps)
      await reader.put(`${client.api}/organisations/skara/guides/${work}/reading/${step}`, {});
  }
}
