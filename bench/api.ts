import { z } from 'zod';
import type { Kommons } from '../tests/support/kommons-process.ts';

/** Somebody of the demo world at the API of a running Kommons. Throws when the answer is a refusal. */
export function openApi(kommons: Kommons) {
  const ask = async (who: string, method: string, address: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${kommons.origin}/api/v1${address}`, {
      method,
      headers: {
        authorization: await kommons.authorization(who),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) {
      throw new Error(
        `${who} ${method} ${address}: ${response.status} ${JSON.stringify(answer).slice(0, 500)}`,
      );
    }
    return answer;
  };
  return {
    get: (who: string, address: string) => ask(who, 'GET', address),
    post: (who: string, address: string, body: object = {}) => ask(who, 'POST', address, body),
    put: (who: string, address: string, body: object) => ask(who, 'PUT', address, body),
  };
}

export type Api = ReturnType<typeof openApi>;

const Revision = z.object({ revision: z.number() });

export type Edit = { readonly path: string; readonly value: string };

/** Edits texts of a work's draft and makes a version of it. */
export async function editWork(
  api: Api,
  organisation: string,
  { work, edits }: { readonly work: string; readonly edits: readonly Edit[] },
): Promise<void> {
  const who = `designer@${organisation}`;
  const base = `/organisations/${organisation}/works/${work}`;
  const commands = edits.map((edit) => ({ do: 'set', ...edit }));
  const { revision } = Revision.parse(await api.post(who, `${base}/draft`, { revision: null, commands }));
  await api.post(who, `${base}/draft/commit`, { revision, message: 'Ändrad.' });
}
