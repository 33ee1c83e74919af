import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Command } from '../../src/modules/commons/index.ts';
import type { Client, Person } from './client.ts';

const folders = ['e-services', 'guides'] as const;

/** A definition that ships, by its id. */
export async function readContent(id: string): Promise<object> {
  const file = folders
    .map((folder) => new URL(`../../content/${folder}/${id}.json`, import.meta.url))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`no work ${id} ships`);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));
}

const works = (organisation: string): string => `/api/v1/organisations/${organisation}/works`;
const Numbered = z.object({ number: z.number() });
const Revised = z.object({ revision: z.number() });
const Variant = z.object({
  settingsNumber: z.number(),
  draft: z.object({ revision: z.number() }).nullable(),
});

export type Audience =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'networks' | 'organisations'; readonly of: readonly string[] };

/** What a designer does with works, step by step, as the API has it. */
export function designer(client: Client, organisation: string) {
  const me: Person = client.as(`designer@${organisation}`);
  const base = works(organisation);
  const variantOf = async (work: string) => Variant.parse(await me.get(`${base}/${work}`));
  const edit = async (work: string, commands: readonly Command[], message: string): Promise<number> => {
    const { draft } = await variantOf(work);
    const edited = Revised.parse(
      await me.post(`${base}/${work}/draft`, { revision: draft?.revision ?? null, commands }),
    );
    return Numbered.parse(
      await me.post(`${base}/${work}/draft/commit`, { revision: edited.revision, message }),
    ).number;
  };
  return {
    me,
    base,
    create: (definition: object, message: string) => me.post(base, { definition, message }),
    edit,
    publish: async (work: string, audience: Audience, message: string): Promise<number> =>
      Numbered.parse(await me.post(`${base}/${work}/publications`, { audience, message })).number,
    adopt: (work: string, from: string) =>
      me.post(`${base}/${work}/adoption`, { from, sharing: { changes: true, use: false, results: false } }),
    /** How much the work is used, and how it goes, as the upstream may see it. */
    share: (work: string, sharing: { readonly use: boolean; readonly results: boolean }) =>
      me.put(`${base}/${work}/sharing`, { changes: true, ...sharing }),
    fill: async (work: string, values: object) =>
      me.put(`${base}/${work}/settings`, { number: (await variantOf(work)).settingsNumber, values }),
    use: (work: string) => me.post(`${base}/${work}/in-use`),
    update: (work: string, given: object = {}) => me.post(`${base}/${work}/update/apply`, given),
  };
}
