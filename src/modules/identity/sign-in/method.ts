import type { VerifiedIdentity } from '../people/recognise.ts';

/** What a sign-in under way must remember, on our side only. */
export type Secrets = Readonly<Record<string, string>>;

export type Begun =
  | { readonly ok: true; readonly address: string; readonly secrets: Secrets }
  | { readonly ok: false; readonly failure: { readonly kind: 'provider-unavailable' } };

export type SignInFailure =
  /** The person turned back at the provider. */
  | { readonly kind: 'cancelled' }
  /** The answer cannot be trusted; `reason` is a short code for the audit. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'provider-unavailable' };

export type Finished =
  | { readonly ok: true; readonly identity: VerifiedIdentity }
  | { readonly ok: false; readonly failure: SignInFailure };

/**
 * A way to sign in that sends the browser away and has it back. OpenID Connect is the first; SAML and
 * passkeys fit the same two steps.
 */
export type SignInMethod = {
  /** Kept with the session and in the audit: `oidc`. */
  readonly id: string;
  readonly begin: (request: {
    readonly language: 'sv' | 'en';
    readonly newSecret: () => string;
  }) => Promise<Begun>;
  /** `callback` is the whole address that the browser came back to; `secrets` are those of `begin`. */
  readonly finish: (callback: URL, secrets: Secrets, now: Date) => Promise<Finished>;
};
