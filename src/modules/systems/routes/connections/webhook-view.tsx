import { z } from 'zod';
import { link, missing, route } from '../../../../platform/http/index.ts';
import { formatDate, formatTime } from '../../../../platform/text/index.ts';
import { connections as at } from '../../addresses.ts';
import { findWebhook, listDeliveries, type Delivery } from '../../connections/webhooks/store.ts';
import { registrars } from '../../everybody/reader.ts';
import { WebhookPage, type DeliveryRow } from '../../pages/connections/webhook-pages.tsx';
import { connectionTexts, type ConnectionTexts } from '../../texts/connections.ts';
import { frame, perPage, readGround, type Ground } from '../own-ground.ts';
import { kindsInWords } from './page.tsx';
import { trailTo } from './webhook-form.tsx';

const said = ['tillagd', 'sparat', 'prov', 'vackt', 'ny', 'redan'] as const;
const Shown = z.object({
  gjort: z.enum(['', ...said]).catch(''),
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
});

const when = (ground: Ground, day: Date): string => {
  const { language } = ground.context;
  return `${formatDate(day, language)} ${formatTime(day, language)}`;
};

function rowOf(ground: Ground, { one }: ConnectionTexts, delivery: Delivery): DeliveryRow {
  const { log } = one;
  const { id, at: day, kind, state, status, failure, attempts, nextAt, bodyHash } = delivery;
  const last =
    status === null
      ? (new Map(Object.entries(one.failures)).get(failure ?? '') ?? null)
      : log.answered(status);
  const result = {
    arrived: () => log.arrived(status ?? 0),
    waiting: () => (nextAt === null ? log.waiting : log.again(when(ground, nextAt))),
    'given-up': () => log.givenUp(attempts),
  }[state]();
  return {
    id,
    at: when(ground, day),
    what: new Map(Object.entries(one.types)).get(kind) ?? kind,
    result,
    note: state === 'arrived' ? null : last,
    hash: bodyHash,
  };
}

/** One webhook, with what was sent to it. */
export const showWebhook = route({
  method: 'GET',
  path: at.webhook.path,
  access: registrars,
  query: Shown,
  handle: async (context, { params: { organisation, webhook: id }, query }) => {
    const webhook = await findWebhook(context.tx, organisation, id);
    if (webhook === null) return missing;
    const ground = await readGround(context);
    const words = connectionTexts(context.language);
    const { one } = words;
    const offset = (query.sida - 1) * perPage;
    const { rows, total } = await listDeliveries(context.tx, organisation, {
      webhook: webhook.id,
      limit: perPage,
      offset,
    });
    const title = new URL(webhook.address).host;
    const named = { organisation, webhook: webhook.id };
    const saved = {
      '': null,
      tillagd: one.made,
      sparat: one.saved,
      prov: one.tested,
      vackt: one.woken,
      ny: one.renewed(when(ground, webhook.previousUntil ?? context.now)),
      redan: one.already,
    }[query.gjort];
    const view = {
      shell: {
        words: ground.words,
        views: ground.views,
        head: { title, trail: trailTo(ground, words, title) },
        ...(saved === null ? {} : { saved: { text: saved } }),
      },
      words,
      address: webhook.address,
      kinds: kindsInWords(words, webhook),
      since: formatDate(webhook.madeAt, context.language),
      resting: webhook.restingSince === null ? null : one.rest.text(when(ground, webhook.restingSince)),
      secretShown: webhook.shown >= webhook.generation,
      rows: rows.map((row) => rowOf(ground, words, row)),
      page: query.sida,
      pages: Math.max(1, Math.ceil(total / perPage)),
      pageTo: (page: number) => link(at.webhook, named, { sida: page }),
      to: {
        change: link(at.changeWebhook, named),
        show: link(at.showSecret, named),
        renew: link(at.renewSecret, named),
        test: link(at.testWebhook, named),
        wake: link(at.wakeWebhook, named),
        remove: link(at.removeWebhook, named),
      },
    };
    return { kind: 'page', title, frame, content: <WebhookPage {...view} /> };
  },
});
