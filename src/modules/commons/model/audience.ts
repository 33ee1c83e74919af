import { z } from 'zod';
import { Slug } from './input.ts';

/** Who may read a published version. Networks are organisations with members. */
export const Audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('public-sector') }),
  z.object({ kind: z.literal('networks'), of: z.array(Slug).min(1).max(400) }),
  z.object({ kind: z.literal('organisations'), of: z.array(Slug).min(1).max(400) }),
]);
export type Audience = Readonly<z.infer<typeof Audience>>;

/** With whose eyes the library is read. `circles` are the organisations worked for and their networks. */
export type Reader = {
  readonly employee: boolean;
  readonly organisations: readonly string[];
  readonly circles: readonly string[];
};

export const anonymousReader: Reader = { employee: false, organisations: [], circles: [] };

/** The same rule as the library's door applies in SQL; a test holds them together. */
export function mayRead(reader: Reader, owner: string, audience: Audience): boolean {
  if (reader.organisations.includes(owner)) return true;
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'public-sector':
      return reader.employee;
    case 'networks':
    case 'organisations':
      return audience.of.some((id) => reader.circles.includes(id));
  }
}

/**
 * Whether everybody of the inner audience is surely in the outer. What an upstream chose to show to some does
 * not become open to all through an adopter.
 */
export function covers(outer: Audience, inner: Audience): boolean {
  switch (outer.kind) {
    case 'everyone':
      return true;
    case 'public-sector':
      return inner.kind !== 'everyone';
    case 'networks':
    case 'organisations':
      return inner.kind === outer.kind && inner.of.every((id) => outer.of.includes(id));
  }
}
