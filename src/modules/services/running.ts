import type { Context } from '../../platform/http/index.ts';
import { isoDay } from '../../platform/text/index.ts';
import type { RunningWork } from '../commons/index.ts';
import { acting, findPinned, findRunning } from '../commons/index.ts';
import type { EService, Settings, Situation } from './definition/index.ts';
import { readEService } from './definition/index.ts';
import type { Pin } from './drafts/draft.ts';

/** An e-service as one organisation runs it: a version of its variant with a version of its settings. */
export type Service = {
  readonly work: string;
  readonly definition: EService;
  readonly pin: Pin;
  readonly versionNumber: number;
  readonly settings: Settings;
};

export const kindId = 'e-service';

/** Read e-services by version id. A version never changes, so neither does what was read of it. */
const read = new Map<string, EService>();
const mostRead = 500;

function eServiceOf(running: RunningWork): EService | null {
  const known = read.get(running.versionId);
  if (known !== undefined) return known;
  const result = readEService(running.definition);
  if (!result.ok) return null;
  const oldest = read.keys().next();
  if (read.size >= mostRead && oldest.done !== true) read.delete(oldest.value);
  read.set(running.versionId, result.value);
  return result.value;
}

function serviceOf(work: string, running: RunningWork | null): Service | null {
  if (running === null || running.kind !== kindId) return null;
  const definition = eServiceOf(running);
  return definition === null
    ? null
    : {
        work,
        definition,
        pin: { versionId: running.versionId, settingsNumber: running.settingsNumber },
        versionNumber: running.number,
        settings: running.values,
      };
}

/** The service that citizens of the path's organisation meet now, if it is in use. */
export const findService = async (ctx: Context, work: string): Promise<Service | null> =>
  serviceOf(work, await findRunning(acting(ctx), work));

/** The service as it was when a draft began, whatever is in use by now. */
export async function getPinnedService(ctx: Context, work: string, pin: Pin): Promise<Service> {
  const service = serviceOf(work, await findPinned(acting(ctx), work, pin));
  if (service === null) throw new Error(`version ${pin.versionId} of ${work} is pinned but cannot be read`);
  return service;
}

export const situationOf = (ctx: Context, service: Service): Situation => ({
  settings: service.settings,
  today: isoDay(ctx.now),
});
