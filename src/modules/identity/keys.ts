import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';

/** Keys made from the installation's one secret; none of them is in the database. */
export type Keys = {
  /** Finds a person by what a provider says, without keeping what it said. */
  readonly subject: Uint8Array;
  /** Encrypts personal numbers. */
  readonly personalNumber: Uint8Array;
  /** Signs the bearer tokens of demo mode. */
  readonly token: Uint8Array;
  /** Makes the secrets that webhooks are signed with. */
  readonly webhook: Uint8Array;
};

/** HKDF-SHA-256 (RFC 5869) with one label a key. `secret` is at least 32 random bytes. */
export function deriveKeys(secret: Uint8Array): Keys {
  if (secret.length < 32) throw new Error('the secret must be at least 32 bytes');
  const derive = (label: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `kommons identity ${label}`, 32));
  return {
    subject: derive('subject'),
    personalNumber: derive('personal number'),
    token: derive('token'),
    webhook: derive('webhook'),
  };
}

/**
 * How a person is recognised: by personal number, whichever provider says it, or by the provider's own
 * name for the person. `realm` names the provider and stays when its address changes.
 */
export type Subject =
  | { readonly kind: 'personal-number'; readonly number: string }
  | { readonly kind: 'provider'; readonly realm: string; readonly subject: string };

export function hashSubject(keys: Keys, subject: Subject): Buffer {
  const said =
    subject.kind === 'personal-number'
      ? ['personal-number', subject.number]
      : ['provider', subject.realm, subject.subject];
  return createHmac('sha256', keys.subject).update(JSON.stringify(said)).digest();
}

/** SHA-256 of a secret that a browser holds. The secret is random, so no salt is needed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * AES-256-GCM, bound to the person. Returns nonce (12 bytes), tag (16) and ciphertext. `fresh` is a new
 * random secret for the nonce.
 */
export function sealPersonalNumber(
  keys: Keys,
  person: string,
  { number, fresh }: { readonly number: string; readonly fresh: string },
): Buffer {
  const nonce = hashSecret(fresh).subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', keys.personalNumber, nonce).setAAD(Buffer.from(person));
  const sealed = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the text was sealed for another person, with another key, or was changed. */
export function openPersonalNumber(keys: Keys, person: string, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', keys.personalNumber, sealed.subarray(0, 12))
    .setAAD(Buffer.from(person))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
