import type { Arriving, Files } from '../platform/files/index.ts';
import type { Large, LargeFile } from '../platform/http/index.ts';

/** The disk has no room for a file of that size. */
export class NoRoom extends Error {}

/** The person, or everybody together, has as many large files under way as may be. */
export class TooManyAtOnce extends Error {}

/** Large files under way: what is done to each takes a while, and no organisation takes all the room there is. */
const most = { ofOne: 2, ofOrganisation: 4, inAll: 8 } as const;

/** Who sends large files, and for which organisation. */
export type Sender = { readonly person: string; readonly organisation: string };

type Under = Sender & { readonly bytes: number };

/** A large file as it came. */
export type ArrivedFile = Pick<LargeFile, 'field' | 'name' | 'sent'> & { readonly file: Arriving };

/** The large files of one request, while it lasts. */
export type LargeRoom = {
  readonly large: Large;
  /** Begins one of at most so many bytes. Throws `NoRoom` and `TooManyAtOnce`. */
  readonly begin: (bytes: number) => Promise<Arriving>;
  /** Takes away what was not kept, and lets the next in. */
  readonly end: () => Promise<void>;
};

/** Counts large files by who sends them, and keeps room on the disk for what has been let in and is not there yet. */
export function openRooms(files: Files): (sender: Sender, large: Large) => LargeRoom {
  const under = new Set<Under>();
  const count = (is: (one: Under) => boolean): number => [...under].filter(is).length;
  return (sender, large) => {
    const begun: Arriving[] = [];
    const entered: Under[] = [];
    return {
      large,
      begin: async (bytes) => {
        const ofOne = count(({ person }) => person === sender.person);
        const ofOrganisation = count(({ organisation }) => organisation === sender.organisation);
        if (ofOne >= most.ofOne || ofOrganisation >= most.ofOrganisation || under.size >= most.inAll)
          throw new TooManyAtOnce();
        const one = { ...sender, bytes };
        under.add(one);
        entered.push(one);
        const promised = [...under].reduce((sum, { bytes: each }) => sum + each, 0);
        if (!(await files.hasRoom(promised))) throw new NoRoom();
        const file = await files.begin();
        begun.push(file);
        return file;
      },
      end: async () => {
        for (const one of entered) under.delete(one);
        for (const file of begun) await file.drop();
      },
    };
  };
}

/** Has the route look into each file that has come; what it will have gets its hash. Outside any transaction. */
export async function makeReady(
  room: LargeRoom | null,
  arrived: readonly ArrivedFile[],
  { demo }: { readonly demo: boolean },
): Promise<readonly LargeFile[]> {
  if (room === null) return [];
  const { large } = room;
  const ready: LargeFile[] = [];
  for (const { file, ...of } of arrived) {
    const refusal = await large.prepare(file, { demo });
    const made =
      refusal === null ? ({ ok: true, file: await file.seal() } as const) : { ok: false as const, refusal };
    ready.push({ ...of, made });
  }
  return ready;
}
