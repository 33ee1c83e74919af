import type { Reply } from '../platform/http/index.ts';
import type { Problem } from './problems.ts';

const signIn = /^(?:\/en)?\/logga-in(?:\?|$)/;

/**
 * What is answered to a form that would lead to the sign-in. Browsers count a form's redirects as its targets
 * (`form-action`, Chromium 150), so that nothing would happen where the provider is another host. A page asks instead,
 * and keeps what was typed.
 */
export function afterForm(
  method: string,
  result: Reply,
  fields: Readonly<Record<string, unknown>>,
): Reply | Problem {
  const leadsAway = method !== 'GET' && result.kind === 'see' && signIn.test(result.to);
  return leadsAway ? { kind: 'sign-in', sent: fields } : result;
}
