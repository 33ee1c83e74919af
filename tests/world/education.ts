import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Command } from '../../src/modules/commons/index.ts';
import type { Client } from './client.ts';
import { designer, readContent } from './works.ts';

/* The base education of a joint project, adopted and adapted by its twelve. All that is local is invented. */

const Education = z.object({
  work: z.string(),
  owner: z.string(),
  version2: z.object({ message: z.string(), commands: z.array(Command) }),
  municipalities: z.array(
    z.object({
      organisation: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      commands: z.array(Command),
      /** Whether it has taken version 2, and what it did then; those that have not are in debt. */
      takesVersion2: z.boolean(),
      afterwards: z.array(Command),
    }),
  ),
});

type Stage = { readonly client: Client; readonly at: (daysAgo: number, hour?: number) => void };

const everyone = { kind: 'everyone' } as const;

/** The network publishes, twelve adopt and adapt; version 2 comes, and four have something left to do. */
export async function shareEducation({ client, at }: Stage): Promise<void> {
  const file = new URL('education.json', import.meta.url);
  const { work, owner, version2, municipalities } = Education.parse(JSON.parse(await readFile(file, 'utf8')));
  const network = designer(client, owner);
  at(72);
  await network.create(await readContent(work), 'Första versionen.');
  await network.publish(work, everyone, 'Första versionen.');
  for (const [index, { organisation, values, commands }] of municipalities.entries()) {
    at(68 - index * 3);
    const adopter = designer(client, organisation);
    await adopter.adopt(work, owner);
    await adopter.fill(work, values);
    await adopter.edit(work, commands, 'Så gör vi hos oss. Exempel.');
    await adopter.use(work);
  }
  at(14);
  await network.edit(work, version2.commands, version2.message);
  await network.publish(work, everyone, version2.message);
  // The network reads its own guide too, with the first member's facts.
  await network.fill(work, municipalities[0]?.values ?? {});
  await network.use(work);
  for (const [index, { organisation, takesVersion2, afterwards }] of municipalities.entries()) {
    if (!takesVersion2) continue;
    at(12 - index);
    const adopter = designer(client, organisation);
    await adopter.update(work);
    if (afterwards.length > 0) await adopter.edit(work, afterwards, 'Fyllde den nya platsen. Exempel.');
    await adopter.use(work);
  }
}

const manuals = [
  'kommons-biblioteket',
  'kommons-infora',
  'kommons-uppdatera',
  'kommons-dela',
  'kommons-bygga-e-tjanst',
  'kommons-handlagga',
  'kommons-administrera',
  'kommons-for-invanare',
  'kommons-guider',
] as const;

const Required = z.object({
  parameters: z.array(z.object({ id: z.string(), type: z.string(), default: z.unknown().optional() })),
});

/** Reserved for fiction. */
const exampleValues: Readonly<Record<string, (organisation: string) => string>> = {
  email: (organisation) => `stod@${organisation}.example`,
  phone: () => '08-465 004 30',
};

/** The manual of Kommons, kept by the network and in use at two of its members. */
export async function shareManual({ client, at }: Stage): Promise<void> {
  const network = designer(client, 'esamverkan');
  for (const work of manuals) {
    const definition = await readContent(work);
    const { parameters } = Required.parse(definition);
    at(80);
    await network.create(definition, 'Första versionen.');
    await network.publish(work, everyone, 'Första versionen.');
    for (const organisation of ['sundsvall', 'harnosand']) {
      at(58);
      const adopter = designer(client, organisation);
      await adopter.adopt(work, 'esamverkan');
      const values = parameters.flatMap((parameter): [string, string][] => {
        const value = exampleValues[parameter.type];
        return value === undefined || parameter.default !== undefined
          ? []
          : [[parameter.id, value(organisation)]];
      });
      await adopter.fill(work, Object.fromEntries(values));
      await adopter.use(work);
    }
  }
}
