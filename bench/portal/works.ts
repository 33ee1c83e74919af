import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { getDefinition, subjects, type Definition, type Json } from '../../src/kernel/index.ts';
import { seeded } from '../definitions.ts';
import { activities, circumstances, topics } from './topics.ts';

/* Guides of the length and in the words of real ones: each is made of whole steps of the guides that ship. */

const Element = z.object({ id: z.string(), type: z.string() }).catchall(z.json());
const Step = z.object({ id: z.string(), blocks: z.array(Element) }).catchall(z.json());
type Step = z.infer<typeof Step>;
const Parameter = z.object({ id: z.string() }).catchall(z.json());
const Shipped = z.object({
  parameters: z.array(Parameter).default([]),
  sections: z.array(z.object({ steps: z.array(Step) })),
});

type Pool = {
  readonly steps: readonly Step[];
  readonly parameters: ReadonlyMap<string, z.infer<typeof Parameter>>;
};

/** Steps may lead to their own guide; here they are in another. */
const fit = (step: Step): Step => ({
  ...step,
  tasks: [],
  blocks: step.blocks.filter((block) => block.type !== 'link').map((block) => ({ ...block, tasks: [] })),
});

async function readPool(): Promise<Pool> {
  const folder = new URL('../../content/guides/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const shipped = await Promise.all(
    names.map(async (name) => Shipped.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')))),
  );
  const steps = shipped.flatMap(({ sections }) => sections.flatMap((section) => section.steps.map(fit)));
  const unique = new Map(steps.filter(({ blocks }) => blocks.length > 0).map((step) => [step.id, step]));
  const parameters = shipped.flatMap((one) =>
    one.parameters.map((parameter) => [parameter.id, parameter] as const),
  );
  return { steps: [...unique.values()], parameters: new Map(parameters) };
}

const steps = 4;

export type Work = { readonly work: string; readonly base: Definition; readonly local: Definition };

export const workId = (index: number): string => `portal-${String(index + 1).padStart(4, '0')}`;

type Named = { readonly work: string; readonly topic: string; readonly municipality: string };

/** The step in which a municipality says how it is done there, with the slot filled or empty. */
const localStep = ({ work, topic, municipality }: Named, filled: boolean): Json => ({
  id: 'hos-oss',
  tasks: [`system:verksamhetssystem/${work}`],
  title: { sv: `Så gör vi med ${topic}`, en: `How we do it: ${topic}` },
  blocks: [
    {
      id: 'hos-oss-plats',
      type: 'slot',
      lock: 'free',
      title: { sv: 'Hos oss', en: 'With us' },
      prompt: { sv: 'Skriv vem som svarar för det.', en: 'Write who answers for it.' },
      blocks: filled
        ? [
            {
              id: 'hos-oss-text',
              type: 'text',
              text: {
                sv: `I ${municipality} svarar enheten för ${topic}. Ring dem om du är osäker.`,
                en: `In ${municipality} the unit for ${topic} answers. Ring them when you are unsure.`,
              },
            },
          ]
        : [],
    },
  ],
});

type Made = { readonly pool: Pool; readonly municipality: string; readonly random: () => number };

const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % from.length];

function makeWork({ pool, municipality, random }: Made, index: number): Work {
  const topic = pick(topics, index) ?? '';
  const activity = pick(activities, Math.floor(index / topics.length)) ?? '';
  const circumstance = pick(circumstances, Math.floor(index / topics.length / activities.length)) ?? '';
  const title = [activity, topic, circumstance].filter((part) => part !== '').join(' ');
  const chosen = new Map<string, Step>();
  while (chosen.size < steps) {
    const step = pick(pool.steps, Math.floor(random() * pool.steps.length));
    if (step !== undefined) chosen.set(step.id, step);
  }
  const text = JSON.stringify([...chosen.values()]);
  const named = new Set([...text.matchAll(/\{([a-z0-9-]+)(?:\|short)?\}/g)].map(([, id]) => id ?? ''));
  const work = workId(index);
  const define = (filled: boolean): Definition =>
    getDefinition({
      kommons: 'definition/1',
      kind: 'guide',
      id: work,
      languages: ['sv', 'en'],
      title: { sv: title, en: title },
      summary: { sv: `Så gör du när du ska ${title.toLowerCase()}, steg för steg.` },
      subject: pick(subjects, index) ?? null,
      readers: index % 4 === 0 ? 'staff' : 'everyone',
      reviewMonths: 12,
      lock: 'additions',
      parameters: [...pool.parameters.values()].filter(({ id }) => named.has(id)),
      sections: [
        {
          id: 'sa-gor-du',
          title: { sv: 'Så gör du', en: 'How to do it' },
          steps: [...chosen.values(), localStep({ work, topic, municipality }, filled)],
        },
      ],
    });
  return { work, base: define(false), local: define(true) };
}

/** As many guides as asked for, the same every time; what is local is the named municipality's. */
export async function makeWorks(count: number, municipality: string): Promise<readonly Work[]> {
  const made = { pool: await readPool(), municipality, random: seeded(1) };
  return Array.from({ length: count }, (_, index) => makeWork(made, index));
}
