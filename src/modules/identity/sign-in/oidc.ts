import * as client from 'openid-client';
import { z } from 'zod';
import { readPersonalNumber } from '../people/personal-number.ts';
import type { Begun, Finished, Secrets, SignInFailure, SignInMethod } from './method.ts';

export type OidcSettings = {
  /** Address of the provider; its description is read below `/.well-known/` at the first sign-in. */
  readonly issuer: string;
  readonly clientId: string;
  readonly authentication:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'private-key'; readonly key: CryptoKey };
  /** Our name for the provider, which stays when its address changes. */
  readonly realm: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The claim that holds a personal number of twelve digits. */
  readonly personalNumberClaim: string;
  /** Levels of assurance that are let in (acr); empty lets all in. */
  readonly acr: readonly string[];
  /** Asks the provider to let the person choose again at every sign-in. */
  readonly chooseAgain: boolean;
  /** Allows http, for a provider on the same machine. */
  readonly insecure: boolean;
};

const remembered = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Oldest ID token taken, in seconds: five minutes (Sweden Connect's profile) and a minute of skew. */
const oldest = 360;
const skew = 60;

function authenticationOf({ authentication }: OidcSettings): client.ClientAuth {
  switch (authentication.kind) {
    case 'secret':
      return client.ClientSecretBasic(authentication.secret);
    case 'private-key':
      return client.PrivateKeyJwt(authentication.key);
  }
}

/** The provider's description lacks what signing in needs. */
class UnusableProvider extends Error {}

function requireAddresses(configuration: client.Configuration): client.Configuration {
  const { authorization_endpoint, token_endpoint, jwks_uri } = configuration.serverMetadata();
  if ([authorization_endpoint, token_endpoint, jwks_uri].includes(undefined)) throw new UnusableProvider();
  return configuration;
}

/**
 * Reads the provider's description once it is needed, and again after a failure. Signatures of ID tokens
 * are always checked, also of those that came straight from the provider.
 */
function lazily(settings: OidcSettings): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | null = null;
  return async () => {
    known ??= client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { [client.clockTolerance]: skew },
      authenticationOf(settings),
      {
        timeout: 5,
        execute: [
          client.enableNonRepudiationChecks,
          ...(settings.insecure ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    try {
      return requireAddresses(await known);
    } catch (error) {
      known = null;
      throw error;
    }
  };
}

async function begin(
  settings: OidcSettings,
  configuration: () => Promise<client.Configuration>,
  { language, newSecret }: { readonly language: string; readonly newSecret: () => string },
): Promise<Begun> {
  const secrets = { state: newSecret(), nonce: newSecret(), verifier: newSecret() };
  try {
    const address = client.buildAuthorizationUrl(await configuration(), {
      redirect_uri: settings.redirectUri,
      scope: settings.scope,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      ui_locales: language,
      ...(settings.chooseAgain ? { prompt: 'login' } : {}),
      ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
    });
    return { ok: true, address: address.href, secrets };
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return { ok: false, failure: { kind: 'provider-unavailable' } };
  }
}

const refused = (reason: string): Finished => ({ ok: false, failure: { kind: 'refused', reason } });

/** The whole name, or the parts of it where the provider sends no whole. */
function readName({ name, given_name: given, family_name: family }: client.IDToken): string {
  const parts = typeof name === 'string' ? [name] : [given, family];
  return parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

function readIdentity(settings: OidcSettings, claims: client.IDToken, now: Date): Finished {
  const age = now.getTime() / 1000 - claims.iat;
  if (age > oldest) return refused('token-too-old');
  if (age < -skew) return refused('token-from-the-future');
  // At most 255 characters (OpenID Connect Core, section 2); the library lets an empty one through.
  if (claims.sub === '' || claims.sub.length > 255) return refused('subject-unreadable');
  const acr = typeof claims.acr === 'string' ? claims.acr : null;
  if (settings.acr.length > 0 && (acr === null || !settings.acr.includes(acr))) return refused('acr-too-low');
  const said = claims[settings.personalNumberClaim];
  const personalNumber = typeof said === 'string' ? readPersonalNumber(said) : null;
  if (said !== undefined && personalNumber === null) return refused('personal-number-unreadable');
  const name = readName(claims);
  if (name === '') return refused('name-missing');
  return { ok: true, identity: { realm: settings.realm, subject: claims.sub, personalNumber, name, acr } };
}

/** What went wrong at the provider's side; null for a fault of ours. */
function failureOf(error: unknown): SignInFailure | null {
  if (error instanceof UnusableProvider) return { kind: 'provider-unavailable' };
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied'
      ? { kind: 'cancelled' }
      : { kind: 'refused', reason: `provider-${error.error}`.slice(0, 60) };
  }
  if (error instanceof client.ResponseBodyError)
    return { kind: 'refused', reason: `token-${error.error}`.slice(0, 60) };
  if (error instanceof client.ClientError) {
    const code = error.code ?? 'unknown';
    return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT'
      ? { kind: 'provider-unavailable' }
      : {
          kind: 'refused',
          reason: code
            .toLowerCase()
            .replace(/^oauth_/, '')
            .replaceAll('_', '-'),
        };
  }
  if (error instanceof TypeError && error.message === 'fetch failed') return { kind: 'provider-unavailable' };
  if (error instanceof client.WWWAuthenticateChallengeError)
    return { kind: 'refused', reason: 'token-challenge' };
  return null;
}

/** Exactly what a callback may hold once: repeated parameters are ambiguous (RFC 6749 section 3.1). */
function repeatsParameters(callback: URL): boolean {
  const names = [...callback.searchParams.keys()];
  return new Set(names).size !== names.length;
}

/**
 * Sign-in by OpenID Connect: code flow with PKCE (S256), state and nonce (Swedish OIDC profile). Only the
 * signed ID token is believed; userinfo is never asked.
 */
export function oidcMethod(settings: OidcSettings): SignInMethod {
  const configuration = lazily(settings);
  const finish = async (callback: URL, secrets: Secrets, now: Date): Promise<Finished> => {
    const { state, nonce, verifier } = remembered.parse(secrets);
    if (repeatsParameters(callback)) return refused('repeated-parameters');
    const arrived = new URL(settings.redirectUri);
    arrived.search = callback.search;
    try {
      const tokens = await client.authorizationCodeGrant(await configuration(), arrived, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims === undefined ? refused('no-id-token') : readIdentity(settings, claims, now);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      return { ok: false, failure };
    }
  };
  return { id: 'oidc', begin: (request) => begin(settings, configuration, request), finish };
}
