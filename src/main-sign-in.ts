import { oidcMethod, type Keys, type SignInMethod, type TokenClaims } from './modules/identity/index.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/index.ts';
import { documentRenderer, type Mount } from './web/index.ts';

/** How people sign in, by mode. */
export type SigningIn = {
  readonly signIn: { readonly method: SignInMethod; readonly realm: string };
  /** Demo mode only. */
  readonly demo: {
    readonly mounts: readonly Mount[];
    readonly readToken: (token: string, now: Date) => Promise<TokenClaims | null>;
    /** The municipality that an invented citizen lives in. */
    readonly findHome: (person: string) => string | null;
  } | null;
};

/** The local provider of demo mode, and what else exists in that mode only. */
export async function demoSignIn(
  config: Pick<Config, 'origin'>,
  keys: Keys,
  newSecret: () => string,
): Promise<SigningIn> {
  const { demoOidcSettings, demoProvider, demoRealm, findDemoHome, readToken } =
    await import('./modules/identity/demo/index.ts');
  const clientSecret = newSecret();
  const { origin } = config;
  const handle = await demoProvider({
    origin,
    clientSecret,
    cookieSecret: newSecret(),
    now: systemClock,
    render: documentRenderer({ demo: true, newKey: newSecret }),
  });
  return {
    signIn: { method: oidcMethod(demoOidcSettings({ origin, clientSecret })), realm: demoRealm },
    demo: {
      mounts: [{ prefix: '/legitimering/', handle }],
      readToken: (token: string, now: Date) => readToken(token, keys, now),
      findHome: findDemoHome,
    },
  };
}

/** The identity provider that the settings name. */
export function productionSignIn(config: Extract<Config, { mode: 'production' }>): SigningIn {
  const { issuer, clientId, clientSecret, scope, personalNumberClaim, acr } = config.signIn;
  const realm = new URL(issuer).host;
  const method = oidcMethod({
    issuer,
    clientId,
    authentication: { kind: 'secret', secret: clientSecret },
    realm,
    redirectUri: `${config.origin}/logga-in/svar`,
    scope,
    personalNumberClaim,
    acr,
    chooseAgain: false,
    insecure: false,
  });
  return { signIn: { method, realm }, demo: null };
}
