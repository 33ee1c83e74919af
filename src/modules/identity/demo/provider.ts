import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type GrantContext, type InteractionResult } from 'oidc-provider';
import type { OidcSettings } from '../sign-in/oidc.ts';
import { chooser, type RenderDocument } from './chooser.tsx';
import { findDemoPerson } from './people.ts';
import { demoRealm } from './seed.ts';
import { storage } from './storage.ts';

const prefix = '/legitimering';
const clientId = 'kommons';
const personalNumberClaim = 'https://id.oidc.se/claim/personalIdentityNumber';

/** Says that nobody proved anything: the person was chosen from a list. */
const demoAcr = 'urn:kommons:acr:chosen-from-a-list';

export type DemoProviderParts = {
  /** Scheme and host of this site. */
  readonly origin: string;
  readonly clientSecret: string;
  readonly cookieSecret: string;
  readonly now: () => Date;
  readonly render: RenderDocument;
};

/** How Kommons itself talks to the local provider. */
export function demoOidcSettings({
  origin,
  clientSecret,
}: Pick<DemoProviderParts, 'origin' | 'clientSecret'>): OidcSettings {
  return {
    issuer: `${origin}${prefix}`,
    clientId,
    authentication: { kind: 'secret', secret: clientSecret },
    realm: demoRealm,
    redirectUri: `${origin}/logga-in/svar`,
    scope: 'openid',
    personalNumberClaim,
    acr: [demoAcr],
    chooseAgain: true,
    insecure: true,
  };
}

function findAccount(_: unknown, key: string) {
  const person = findDemoPerson(key);
  if (person === null) return undefined;
  const number = person.personalNumber === null ? {} : { [personalNumberClaim]: person.personalNumber };
  return { accountId: key, claims: async () => ({ sub: key, name: person.name, ...number }) };
}

/** Nobody is asked for consent: the only client is Kommons itself. */
async function grantAll({ oidc }: GrantContext) {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session.accountId,
  });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/**
 * Every sign-in begins anew: with a session of its own the provider would ask, by a page that needs script,
 * to sign out the one who was chosen before.
 */
function forgetSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '').split('; ').filter((pair) => !/^_session(\.sig)?=/.test(pair));
  request.headers.cookie = kept.join('; ');
}

async function createProvider(parts: DemoProviderParts): Promise<Provider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  return new Provider(`${parts.origin}${prefix}`, {
    adapter: storage(parts.now),
    acrValues: [demoAcr],
    claims: { openid: ['sub', 'name', personalNumberClaim] },
    clients: [
      {
        client_id: clientId,
        client_secret: parts.clientSecret,
        redirect_uris: [`${parts.origin}/logga-in/svar`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    conformIdTokenClaims: false,
    cookies: { keys: [parts.cookieSecret] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount,
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `${prefix}/val/${uid}` },
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: 'demo' }] },
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    ttl: { Interaction: 900, Session: 900, Grant: 900, AccessToken: 60, AuthorizationCode: 60, IdToken: 300 },
  });
}

/**
 * A real OpenID Connect provider under `/legitimering`, where one chooses whom to be. Demo mode only:
 * nobody has a password.
 */
export async function demoProvider(
  parts: DemoProviderParts,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const provider = await createProvider(parts);
  const serve = provider.callback();
  const finish = async (
    request: IncomingMessage,
    response: ServerResponse,
    key: string | null,
  ): Promise<void> => {
    const result: InteractionResult =
      key === null
        ? { error: 'access_denied', error_description: 'the person turned back' }
        : { login: { accountId: key, acr: demoAcr, remember: false } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const choose = chooser({
    prefix,
    render: parts.render,
    detailsOf: async (request, response) => provider.interactionDetails(request, response),
    finish,
  });
  return async (request, response) => {
    const address = request.url ?? '/';
    if (address.startsWith(`${prefix}/val/`)) return choose(request, response);
    forgetSession(request);
    // The provider finds its own prefix by comparing the two, as under Express.
    Object.assign(request, { originalUrl: address, url: address.slice(prefix.length) });
    return serve(request, response);
  };
}
