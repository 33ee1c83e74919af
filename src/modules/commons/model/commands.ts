import { z } from 'zod';
import { Key, StorableJson } from './input.ts';

const path = Key;

/**
 * One edit of a draft, generic by path (property names and element ids joined by `/`). A `list` is the path
 * of the list that holds elements, `after` the id of the element before the place, null for first.
 */
export const Command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), path, value: StorableJson }),
  z.object({ do: z.literal('unset'), path }),
  z.object({
    do: z.literal('add'),
    list: path,
    element: z.record(z.string(), StorableJson),
    after: Key.nullable(),
  }),
  z.object({ do: z.literal('remove'), path }),
  z.object({ do: z.literal('move'), path, list: path, after: Key.nullable() }),
  z.object({ do: z.literal('hide'), path }),
  z.object({ do: z.literal('show'), path }),
  z.object({
    do: z.literal('lock'),
    path,
    lock: z.enum(['fixed', 'settings', 'additions', 'free']).nullable(),
  }),
]);
export type Command = Readonly<z.infer<typeof Command>>;

export type CommandFailure = {
  readonly kind:
    | 'no-such-element'
    | 'not-a-list'
    | 'not-a-property'
    | 'id-taken'
    | 'into-itself'
    | 'not-an-element';
  readonly path: string;
};
