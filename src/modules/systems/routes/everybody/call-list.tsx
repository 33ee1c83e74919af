import { z } from 'zod';
import { hasRole, missing, route } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import type { LinkListItem } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { Call } from '../../everybody/calls/call.ts';
import { listBegun, listReceived, perPage } from '../../everybody/calls/store.ts';
import { namesOf } from '../../everybody/places.ts';
import { landscapeAccess, registering } from '../../everybody/reader.ts';
import { page } from '../../everybody/search/filter.ts';
import { CallsPage } from '../../pages/everybody/call-pages.tsx';
import { frame, groundOf, navOf, pageTo } from './ground.ts';

/** The calls that one leads or is invited to. */
export const showCalls = route({
  method: 'GET',
  path: at.calls.path,
  access: landscapeAccess,
  query: z.object({ sida: page }),
  handle: async (context, { query: { sida } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { words, organisation, language } = ground;
    const received = await listReceived(context.tx, organisation, sida);
    const begun = await listBegun(context.tx, organisation, sida);
    const name = await namesOf(
      context.tx,
      received.calls.map((call) => call.organisation),
    );
    const item = (call: Call, note: readonly string[]): LinkListItem => ({
      id: call.id,
      title: call.content.title,
      to: pageTo(ground, at.call, { call: call.id }),
      note: note.join(' · '),
    });
    const { calls } = words;
    const stateOf = (call: Call): string => (call.endedAt === null ? calls.states.open : calls.states.ended);
    const view = {
      words,
      nav: navOf(ground, 'calls'),
      received: received.calls.map((call) =>
        item(call, [
          calls.from(name(call.organisation), formatDate(call.at, language)),
          call.given !== null
            ? calls.answers[call.given.answer]
            : call.endedAt === null
              ? calls.states.unanswered
              : stateOf(call),
        ]),
      ),
      begun: begun.calls.map((call) => item(call, [formatDate(call.at, language), stateOf(call)])),
      horizon: pageTo(ground, at.horizon),
      begin: hasRole(context, organisation, ...registering) ? pageTo(ground, at.newCall) : null,
      page: sida,
      pages: Math.max(1, Math.ceil(Math.max(received.total, begun.total) / perPage)),
      pageTo: (to: number) => pageTo(ground, at.calls, {}, { sida: to }),
    };
    return { kind: 'page', title: calls.title, frame, content: <CallsPage {...view} /> };
  },
});
