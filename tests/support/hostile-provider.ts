import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  SignJWT,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';

export const clientSecret = 'a secret of the client that only the two of them know';
export const clientId = 'kommons';
export const goodAcr = 'http://id.elegnamnden.se/loa/1.0/loa3';

/** What the provider has to work with when it makes an answer. */
export type Made = {
  readonly issuer: string;
  /** Seconds. */
  readonly now: number;
  readonly claims: JWTPayload;
  readonly header: JWTHeaderParameters;
  readonly key: CryptoKey;
  readonly publicKey: JWK;
  readonly otherKey: CryptoKey;
};

export type TokenReply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How one provider departs from the truth. Whatever is left out is as it should be. */
export type Lie = {
  readonly discovery?: (issuer: string) => Readonly<Record<string, unknown>>;
  readonly keys?: (good: JWK) => unknown;
  readonly idToken?: (made: Made) => Promise<unknown>;
  readonly token?: (idToken: unknown) => TokenReply;
};

export async function sign(made: Made, claims: JWTPayload, more: Partial<Made> = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(more.header ?? made.header).sign(more.key ?? made.key);
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token in a form that no library would make. */
export function forge(header: object, claims: object, secret: string | null): string {
  const signed = `${part(header)}.${part(claims)}`;
  const signature = secret === null ? '' : createHmac('sha256', secret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

const json = (body: unknown): TokenReply => ({ body: JSON.stringify(body) });

export const goodToken = (idToken: unknown): TokenReply =>
  json({ access_token: 'access', token_type: 'Bearer', expires_in: 60, id_token: idToken });

function describe(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** A provider that does as it is told, one lie at a time. */
export async function hostileProvider(issuer: string) {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const other = await generateKeyPair('ES256', { extractable: true });
  const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'good', alg: 'ES256', use: 'sig' };
  const asked: string[] = [];
  const verifiers: string[] = [];
  let lie: Lie = {};
  let nonce = '';

  const makeToken = async (): Promise<TokenReply> => {
    const now = Math.floor(Date.now() / 1000);
    const made: Made = {
      issuer,
      now,
      header: { alg: 'ES256', kid: 'good' },
      claims: {
        iss: issuer,
        sub: 'somebody',
        aud: clientId,
        iat: now,
        exp: now + 300,
        nonce,
        acr: goodAcr,
        name: 'Handläggare, Härnösand',
      },
      key: pair.privateKey,
      publicKey,
      otherKey: other.privateKey,
    };
    const idToken = lie.idToken === undefined ? await sign(made, made.claims) : await lie.idToken(made);
    return (lie.token ?? goodToken)(idToken);
  };

  const reply = async (request: IncomingMessage): Promise<TokenReply> => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    asked.push(path);
    switch (path) {
      case '/.well-known/openid-configuration':
        return json({ ...describe(issuer), ...lie.discovery?.(issuer) });
      case '/keys':
        return json({ keys: lie.keys?.(publicKey) ?? [publicKey] });
      case '/token':
        verifiers.push(new URLSearchParams(await text(request)).get('code_verifier') ?? '');
        return makeToken();
      default:
        return {
          ...json({ sub: 'somebody else', name: 'Stranger' }),
          status: path === '/userinfo' ? 200 : 404,
        };
    }
  };

  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status = 200, headers = {}, body } = await reply(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  return {
    listener,
    asked,
    verifiers,
    /** Answers the next sign-in with this lie and the nonce that was asked for. */
    tell: (next: Lie, asNonce: string): void => {
      lie = next;
      nonce = asNonce;
    },
  };
}
