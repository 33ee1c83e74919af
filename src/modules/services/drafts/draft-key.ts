import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * How an address names a draft: by id alone when it belongs to a person who signs in, by id and secret
 * when nobody did. Without sign-in the address itself is the only key, so it must be unguessable; the
 * database keeps the secret's hash alone.
 */
export type DraftKey =
  | { readonly kind: 'personal'; readonly id: string }
  | { readonly kind: 'bearer'; readonly id: string; readonly secret: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const secretLength = 43;

/** Reads the `:draft` part of an address. `null` when it can name no draft. */
export function readDraftKey(part: string): DraftKey | null {
  const [id = '', secret, ...rest] = part.split('.');
  if (!uuid.test(id) || rest.length > 0) return null;
  if (secret === undefined) return { kind: 'personal', id };
  return /^[\w-]+$/.test(secret) && secret.length === secretLength ? { kind: 'bearer', id, secret } : null;
}

export const writeDraftKey = (key: DraftKey): string =>
  key.kind === 'personal' ? key.id : `${key.id}.${key.secret}`;

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whether the secret of an address is the one that the draft began with. Takes the same time either way. */
export function opens(secret: string, kept: string): boolean {
  const given = Buffer.from(hashSecret(secret));
  const wanted = Buffer.from(kept);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
