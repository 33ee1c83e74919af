import type { FastifyInstance } from 'fastify';
import { hold } from '../../../src/platform/files/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import type { TestApp } from '../../support/app.ts';
import { seeded } from '../random.ts';
import { openRequests } from '../requests.ts';
import { judge, people } from './judge.ts';
import { own, type Stolen } from './stage.ts';
import { aim } from './targets.ts';

const givesFiles = ({ method, path }: AnyRoute): boolean => method === 'GET' && path.includes('/:hash');

/** Asks every address of files, as everybody, for the file that a version of their own names and may not. */
export async function askForStolen(
  app: TestApp,
  server: FastifyInstance,
  { routes, stolen }: { readonly routes: readonly AnyRoute[]; readonly stolen: Stolen },
): Promise<readonly string[]> {
  const send = openRequests(app, server);
  const random = seeded(3);
  const things = { work: [stolen.work], hash: [stolen.hash] };
  const findings: string[] = [];
  for (const route of routes.filter(givesFiles)) {
    for (const who of people) {
      const aimed = aim({ route, place: own, things, random });
      const outgoing = { ...aimed, url: aimed.url.split('?')[0] ?? '' };
      const finding = judge(
        { route, who, place: own, thingsOf: own, url: outgoing.url },
        await send(who, outgoing),
      );
      if (finding !== null) findings.push(finding);
    }
  }
  return findings;
}

/** A route that takes whoever knows the name of a file for one who may have it. */
export const byNameAlone = (route: AnyRoute): AnyRoute => ({
  ...route,
  handle: async (context, input) => {
    const { tx, organisation, now } = context;
    const name = Object.values<string>(input.params).find((one) => one.startsWith('sha256-'));
    if (organisation !== null && name !== undefined)
      await hold({ tx, organisation }, [name.replace('sha256-', '')], now);
    return route.handle(context, input);
  },
});
