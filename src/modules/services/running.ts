import type { Definition } from '../../kernel/index.ts';
import type { Context } from '../../platform/http/index.ts';
import { getOrganisation } from '../../platform/http/index.ts';
import { isoDay } from '../../platform/text/index.ts';
import type { At, RunningWork } from '../commons/index.ts';
import { findPinned, findRunning } from '../commons/index.ts';
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
const known = new Map<string, EService>();
const mostKnown = 500;

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  const oldest = kept.keys().next();
  if (kept.size >= mostKnown && oldest.done !== true) kept.delete(oldest.value);
  kept.set(key, value);
}

function readVersion(versionId: string, definition: Definition): EService | null {
  const before = known.get(versionId);
  if (before !== undefined) return before;
  const read = readEService(definition);
  if (!read.ok) return null;
  keep(known, versionId, read.value);
  return read.value;
}

/** Values of parameters are single values; what is not is no value. */
export const settingsOf = (values: Readonly<Record<string, unknown>>): Settings =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[id, value]]
        : [],
    ),
  );

function serviceOf(work: string, running: RunningWork | null): Service | null {
  if (running === null || running.kind !== kindId) return null;
  const definition = readVersion(running.versionId, running.definition);
  return definition === null
    ? null
    : {
        work,
        definition,
        pin: { versionId: running.versionId, settingsNumber: running.settingsNumber },
        versionNumber: running.number,
        settings: settingsOf(running.values),
      };
}

export const whereOf = (ctx: Context): At => ({ tx: ctx.tx, organisation: getOrganisation(ctx) });

/** The service that citizens of the path's organisation meet now, if it is in use. */
export const findService = async (ctx: Context, work: string): Promise<Service | null> =>
  serviceOf(work, await findRunning(whereOf(ctx), work));

/** Pinned services by organisation, work, version and settings: all of them immutable, so read once. */
const pinned = new Map<string, Service>();

/** The service as it was when a draft began, whatever is in use by now. */
export async function getPinnedService(ctx: Context, work: string, pin: Pin): Promise<Service> {
  const key = [getOrganisation(ctx), work, pin.versionId, pin.settingsNumber].join('/');
  const before = pinned.get(key);
  if (before !== undefined) return before;
  const service = serviceOf(work, await findPinned(whereOf(ctx), work, pin));
  if (service === null) throw new Error(`version ${pin.versionId} of ${work} is pinned but cannot be read`);
  keep(pinned, key, service);
  return service;
}

export const situationOf = (ctx: Context, service: Service): Situation => ({
  settings: service.settings,
  today: isoDay(ctx.now),
});
