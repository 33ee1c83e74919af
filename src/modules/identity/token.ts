import type { Role } from '../../platform/http/index.ts';

/** What a bearer token says of its holder. */
export type TokenClaims = {
  readonly person: string;
  readonly name: string;
  readonly personalNumber: string | null;
  readonly role: Role;
  readonly organisation: string;
};
