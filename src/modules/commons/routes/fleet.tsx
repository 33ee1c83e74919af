import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see, type Reply } from '../../../platform/http/index.ts';
import { findNames } from '../../organisations/index.ts';
import { showFleet } from '../actions/fleet.ts';
import { findWork } from '../actions/library.ts';
import { findVariant } from '../actions/read.ts';
import { recall, withdraw } from '../actions/recall.ts';
import { acting, type Acting } from '../acting.ts';
import * as addresses from '../addresses.ts';
import { designers, mayMake } from '../makers.ts';
import type { Outcome } from '../model/failure.ts';
import { FleetPage, type FleetView } from '../pages/share/fleet-page.tsx';
import { readerFor } from '../reader.ts';
import { shareTexts } from '../texts/share.ts';
import { colleagues, frame, reason } from './access.ts';

type Shown = Pick<FleetView, 'message' | 'mayChange'> & { readonly status?: number };

async function fleetPage(a: Acting, work: string, shown: Shown): Promise<Reply> {
  const { message, mayChange, status = 200 } = shown;
  const { organisation, language } = a;
  const variant = await findVariant(a, work);
  const fleet = await showFleet(a, work);
  if (variant === null || !fleet.ok) return missing;
  const listed = await findWork(a.tx, await readerFor(a), { work, organisation, now: a.now });
  const mentioned = [
    ...fleet.value.rows.map((row) => row.organisation),
    ...fleet.value.recurring.flatMap((change) => change.organisations),
  ];
  const title = pickText(variant.title, language);
  return {
    kind: 'page',
    status,
    title: shareTexts(language).fleet.title(title),
    frame,
    content: (
      <FleetPage
        view={{
          organisation,
          work,
          variant,
          title,
          fleet: fleet.value,
          publications: [...(listed?.publications ?? [])].toSorted((x, y) => y.number - x.number),
          withdrawn: listed?.withdrawn ?? null,
          names: await findNames(a.tx, [...new Set(mentioned)]),
          message,
          mayChange,
          language,
        }}
      />
    ),
  };
}

const showSpread = route({
  method: 'GET',
  path: addresses.fleet.path,
  access: colleagues,
  query: z.object({ publicerad: z.coerce.number().int().optional(), klart: z.string().optional() }),
  handle: async (context, { params: { work }, query }) => {
    const words = shareTexts(context.language).fleet;
    const text =
      query.publicerad !== undefined
        ? words.publishedNow(query.publicerad)
        : query.klart === undefined
          ? null
          : words.done;
    const a = acting(context);
    const variant = await findVariant(a, work);
    const mayChange = variant !== null && mayMake(context, variant.kind);
    return fleetPage(a, work, {
      message: text === null ? null : { tone: 'good', text },
      mayChange,
    });
  },
});

async function after(a: Acting, work: string, outcome: Outcome<null>): Promise<Reply> {
  if (outcome.ok) return see(link(addresses.fleet, { organisation: a.organisation, work }, { klart: 'ja' }));
  const words = shareTexts(a.language);
  return fleetPage(a, work, {
    message: { tone: 'warning', text: words.failures[outcome.failure.kind] ?? words.failed },
    mayChange: true,
    status: 409,
  });
}

const recallVersion = route({
  method: 'POST',
  path: addresses.recall.path,
  access: designers,
  body: z.object({ number: z.coerce.number().int().min(1), reason }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    return after(a, work, await recall(a, { work, ...body }));
  },
});

const withdrawWork = route({
  method: 'POST',
  path: addresses.withdraw.path,
  access: designers,
  body: z.object({ reason }),
  handle: async (context, { params: { work }, body }) => {
    const a = acting(context);
    return after(a, work, await withdraw(a, { work, reason: body.reason }));
  },
});

export const fleetRoutes = [showSpread, recallVersion, withdrawWork];
