import type { Arriving, Files } from '../platform/files/index.ts';
import type { Large, LargeFile } from '../platform/http/index.ts';

/** The disk has no room for a file of that size. */
export class NoRoom extends Error {}

/** The person, or everybody together, has as many large files under way as may be. */
export class TooManyAtOnce extends Error {}

/** Large files under way: what is done to each takes a while. */
const most = { ofOne: 2, inAll: 8 } as const;

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

/** Counts large files by who sends them. */
export function openRooms(files: Files): (person: string, large: Large) => LargeRoom {
  const under: string[] = [];
  return (person, large) => {
    const begun: Arriving[] = [];
    const state = { entered: 0 };
    const leave = (): void => {
      for (; state.entered > 0; state.entered -= 1) under.splice(under.indexOf(person), 1);
    };
    return {
      large,
      begin: async (bytes) => {
        const own = under.filter((one) => one === person).length;
        if (own >= most.ofOne || under.length >= most.inAll) throw new TooManyAtOnce();
        under.push(person);
        state.entered += 1;
        if (!(await files.hasRoom(bytes))) throw new NoRoom();
        const file = await files.begin();
        begun.push(file);
        return file;
      },
      end: async () => {
        leave();
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
