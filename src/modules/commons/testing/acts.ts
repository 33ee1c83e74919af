import { commit, createWork, editDraft, findDefinition, publish, type Command } from '../index.ts';
import { leaflet } from './leaflet.ts';
import type { Stage } from './stage.ts';

export const audience = { kind: 'everyone' } as const;
export const sharing = { changes: true, use: false, results: false };
export const put = (path: string, value: string | boolean): Command => ({ do: 'set', path, value });

export type Acts = {
  /** Sundsvall makes a leaflet and publishes it to everyone. */
  readonly begin: (work: string) => Promise<void>;
  /** Edits, commits and, where a message says so, publishes to everyone. */
  readonly change: (
    organisation: string,
    work: string,
    commands: readonly Command[],
    release?: string,
  ) => Promise<void>;
  /** The newest version of an organisation's variant, as text to look for words in. */
  readonly textOf: (organisation: string, work: string) => Promise<string>;
};

/** What most stories of a work begin with. */
export function actsOn({ as, done }: Pick<Stage, 'as' | 'done'>): Acts {
  return {
    begin: async (work) => {
      await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
      await done('sundsvall', (a) => publish(a, { work, audience, message: 'Ut' }));
    },
    change: async (organisation, work, commands, release) => {
      const draft = await done(organisation, (a) => editDraft(a, { work, revision: null, commands }));
      await done(organisation, (a) =>
        commit(a, { work, revision: draft.revision, message: release ?? 'Ändrat' }),
      );
      if (release === undefined) return;
      await done(organisation, (a) => publish(a, { work, audience, message: release }));
    },
    textOf: async (organisation, work) =>
      JSON.stringify(await as(organisation, (a) => findDefinition(a, work, 'head'))),
  };
}
