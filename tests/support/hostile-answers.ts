import { forge, goodToken, sign, clientId, clientSecret, type Lie, type Made } from './hostile-provider.ts';

/** An answer that must not sign anybody in, and the code under which the refusal is kept. */
export type HostileAnswer = Lie & {
  readonly name: string;
  readonly reason: string;
  /** Changes the address that the browser comes back to. */
  readonly callback?: (parameters: URLSearchParams) => void;
};

type Claims = Readonly<Record<string, unknown>>;

const idToken = (name: string, reason: string, make: (made: Made) => Promise<unknown>): HostileAnswer => ({
  name,
  reason,
  idToken: make,
});

const claims = (name: string, reason: string, change: (made: Made) => Claims): HostileAnswer =>
  idToken(name, reason, async (made) => sign(made, { ...made.claims, ...change(made) }));

const callback = (
  name: string,
  reason: string,
  change: (parameters: URLSearchParams) => void,
): HostileAnswer => ({
  name,
  reason,
  callback: change,
});

const token = (name: string, reason: string, make: NonNullable<Lie['token']>): HostileAnswer => ({
  name,
  reason,
  token: make,
});

const plain = (body: unknown) => ({ body: JSON.stringify(body) });

const returning: readonly HostileAnswer[] = [
  callback('no state', 'invalid-response', (sent) => sent.delete('state')),
  callback('another state', 'invalid-response', (sent) => sent.set('state', 'x'.repeat(43))),
  callback('the right state and then another', 'repeated-parameters', (sent) =>
    sent.append('state', 'other'),
  ),
  callback('no code', 'invalid-response', (sent) => sent.delete('code')),
  callback('two codes', 'repeated-parameters', (sent) => sent.append('code', 'other')),
  callback('the answer of another provider', 'invalid-response', (sent) =>
    sent.set('iss', 'https://attacker.example'),
  ),
  callback('no issuer although it was promised', 'invalid-response', (sent) => sent.delete('iss')),
  callback('an error beside a code', 'provider-server_error', (sent) => sent.set('error', 'server_error')),
  callback('an error with another state', 'invalid-response', (sent) => {
    sent.set('error', 'access_denied');
    sent.set('state', 'other');
  }),
  callback('a token in the address', 'unsupported-operation', (sent) => sent.set('id_token', 'a.b.c')),
  callback('a packed response', 'invalid-response', (sent) => {
    sent.delete('code');
    sent.set('response', 'a.b.c');
  }),
];

const tokens: readonly HostileAnswer[] = [
  token('a code used before', 'token-invalid_grant', () => ({
    ...plain({ error: 'invalid_grant' }),
    status: 400,
  })),
  token('a page instead of a token', 'response-is-not-json', () => ({
    body: '<html>',
    headers: { 'content-type': 'text/html' },
  })),
  token('JSON that ends too soon', 'parse-error', () => ({ body: '{"access_token":' })),
  token('an error of the server', 'response-is-not-conform', () => ({ ...plain({}), status: 500 })),
  token('a redirect elsewhere', 'response-is-not-conform', () => ({
    body: '',
    status: 307,
    headers: { location: '/elsewhere' },
  })),
  token('no ID token', 'invalid-response', () => plain({ access_token: 'access', token_type: 'Bearer' })),
  token('an ID token that is no text', 'invalid-response', () => goodToken({ sub: 'somebody' })),
  token('no access token', 'invalid-response', (made) => plain({ token_type: 'Bearer', id_token: made })),
  token('an unknown type of token', 'unsupported-operation', (made) =>
    plain({ access_token: 'a', token_type: 'mac', id_token: made }),
  ),
  token('an ID token in two parts', 'invalid-response', () => goodToken('a.b')),
  token('an encrypted ID token', 'unsupported-operation', () => goodToken('a.b.c.d.e')),
];

const said: readonly HostileAnswer[] = [
  claims('no nonce', 'invalid-response', () => ({ nonce: undefined })),
  claims('another nonce', 'jwt-claim-comparison-failed', () => ({ nonce: 'other' })),
  claims('for another client', 'jwt-claim-comparison-failed', () => ({ aud: 'other' })),
  claims('for several clients, none of them in charge', 'jwt-claim-comparison-failed', () => ({
    aud: [clientId, 'other'],
  })),
  claims('another client in charge', 'jwt-claim-comparison-failed', () => ({
    aud: [clientId, 'other'],
    azp: 'other',
  })),
  claims('from another issuer', 'jwt-claim-comparison-failed', () => ({ iss: 'https://attacker.example' })),
  claims('from nobody', 'invalid-response', () => ({ iss: undefined })),
  claims('about nobody', 'invalid-response', () => ({ sub: undefined })),
  claims('about an empty name', 'subject-unreadable', () => ({ sub: '' })),
  claims('ended 61 seconds ago', 'jwt-timestamp-check-failed', ({ now }) => ({ exp: now - 61 })),
  claims('never ends', 'invalid-response', () => ({ exp: undefined })),
  claims('no time of issue', 'invalid-response', () => ({ iat: undefined })),
  claims('issued ten minutes ago', 'token-too-old', ({ now }) => ({ iat: now - 600 })),
  claims('issued in the future', 'token-from-the-future', ({ now }) => ({ iat: now + 90 })),
  claims('not to be used yet', 'jwt-timestamp-check-failed', ({ now }) => ({ nbf: now + 90 })),
  claims('a lower level of assurance', 'acr-too-low', () => ({
    acr: 'http://id.elegnamnden.se/loa/1.0/loa2',
  })),
  claims('no level of assurance', 'acr-too-low', () => ({ acr: undefined })),
  claims('a personal number that cannot be', 'personal-number-unreadable', () => ({
    personalNumber: '199002301234',
  })),
  claims('a personal number that is no text', 'personal-number-unreadable', () => ({
    personalNumber: 199_001_011_234,
  })),
  claims('nobody to greet', 'name-missing', () => ({ name: ' ' })),
];

const signed: readonly HostileAnswer[] = [
  idToken('unsigned', 'invalid-response', async (made) => forge({ alg: 'none' }, made.claims, null)),
  idToken('signed with the secret of the client', 'invalid-response', async (made) =>
    forge({ alg: 'HS256', kid: 'good' }, made.claims, clientSecret),
  ),
  idToken('signed with the public key as a secret', 'invalid-response', async (made) =>
    forge({ alg: 'HS256', kid: 'good' }, made.claims, JSON.stringify(made.publicKey)),
  ),
  idToken('ES256 without a signature', 'invalid-response', async (made) =>
    forge({ alg: 'ES256', kid: 'good' }, made.claims, null),
  ),
  idToken('signed by another key with the right name', 'invalid-response', async (made) =>
    sign(made, made.claims, { key: made.otherKey }),
  ),
  idToken('signed by a key that nobody knows', 'key-selection-failed', async (made) =>
    sign(made, made.claims, { key: made.otherKey, header: { alg: 'ES256', kid: 'unknown' } }),
  ),
  idToken('signed by a key that came along', 'invalid-response', async (made) =>
    sign(made, made.claims, { key: made.otherKey, header: { alg: 'ES256', jwk: made.publicKey } }),
  ),
  idToken('changed after it was signed', 'invalid-response', async (made) => {
    const [header = '', , signature = ''] = (await sign(made, made.claims)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...made.claims, sub: 'admin' })).toString('base64url');
    return `${header}.${changed}.${signature}`;
  }),
  idToken('demands what we do not know', 'unsupported-operation', async (made) =>
    forge({ alg: 'ES256', kid: 'good', crit: ['exp'], exp: 1 }, made.claims, 'any'),
  ),
];

const described: readonly HostileAnswer[] = [
  {
    name: 'keys that are all secrets',
    reason: 'key-selection-failed',
    keys: () => [{ kty: 'oct', k: 'c2VjcmV0', kid: 'good' }],
  },
  { name: 'no keys', reason: 'key-selection-failed', keys: () => [] },
  { name: 'keys that are no list', reason: 'invalid-response', keys: () => 'none' },
  {
    name: 'a description that allows no signature',
    reason: 'unsupported-operation',
    discovery: () => ({ id_token_signing_alg_values_supported: ['none', 'HS256'] }),
    idToken: async (made) => forge({ alg: 'none' }, made.claims, null),
  },
];

export const hostileAnswers: readonly HostileAnswer[] = [
  ...returning,
  ...tokens,
  ...said,
  ...signed,
  ...described,
];
