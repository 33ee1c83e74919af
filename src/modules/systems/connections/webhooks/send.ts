import type { Clock } from '../../../../platform/clock.ts';
import type { Db, Tx } from '../../../../platform/db/index.ts';
import { link } from '../../../../platform/http/index.ts';
import { handle, type Task } from '../../../../platform/jobs/index.ts';
import { queueMail } from '../../../../platform/mail/index.ts';
import type { Outbound } from '../../../../platform/outbound/index.ts';
import { findProfile } from '../../../organisations/index.ts';
import { connections as at } from '../../addresses.ts';
import { connectionTexts } from '../../texts/connections.ts';
import { hashOf, headersOf } from './sign.ts';
import { findWaiting, saveAttempt, type Waiting } from './store.ts';
import { Content, sendWebhook } from './tell.ts';
import { decideOutcome, type Webhook } from './webhook.ts';

export type SendingOptions = {
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly outbound: Outbound;
  /** What secrets are made of. */
  readonly key: Uint8Array;
  /** Scheme and host, for the addresses in messages and letters. */
  readonly origin: string;
};

/** Sends a message: it may arrive twice, with the same id, and never without having been signed. */
export function webhooksSent(options: SendingOptions): Task {
  const { db, clock } = options;
  return handle(sendWebhook, async ({ organisation, delivery }) => {
    const scope = { organisation, person: null };
    const waiting = await db.transaction(scope, (tx) => findWaiting(tx, organisation, delivery));
    if (waiting === null) return;
    const { answer, bodyHash } = await sendOnce(options, organisation, waiting);
    await db.transaction(scope, async (tx) => {
      const outcome = decideOutcome(answer, waiting.attempts + 1);
      const { id } = waiting.webhook;
      const tried = { delivery, webhook: id, outcome, answer, bodyHash, at: clock() };
      const rests = await saveAttempt(tx, organisation, tried);
      if (rests) await tellOfRest(tx, organisation, waiting.webhook, options);
    });
  });
}

async function sendOnce(
  { outbound, key, origin, clock }: SendingOptions,
  organisation: string,
  { id, content, webhook }: Waiting,
) {
  const { fetch, ...said } = Content.parse(content);
  const body = JSON.stringify({ ...said, data: { ...said.data, organisation, fetch: `${origin}${fetch}` } });
  const headers = headersOf(key, { ...webhook, organisation }, { id, at: clock(), body });
  const posted = await outbound.post({ address: webhook.address, headers, body });
  const answer = posted.ok ? { status: posted.status } : { failure: posted.failure };
  return { answer, bodyHash: hashOf(body) };
}

/** Whoever answers for the organisation is told once that nothing is sent any more. */
async function tellOfRest(
  tx: Tx,
  organisation: string,
  { id: webhook, address }: Webhook,
  { newId, clock, origin }: SendingOptions,
): Promise<void> {
  const { email } = await findProfile(tx, organisation);
  if (email === null) return;
  const { letter } = connectionTexts('sv');
  await queueMail(tx, {
    id: newId(),
    organisation,
    to: email,
    subject: letter.subject(new URL(address).host),
    text: letter.text(address, `${origin}${link(at.webhook, { organisation, webhook })}`),
    language: 'sv',
    at: clock(),
  });
}
