import { createHash, createHmac } from 'node:crypto';
import type { Webhook } from './webhook.ts';

/* Standard Webhooks (standardwebhooks.com): what is signed, with what, and how that is written. */

type Signed = Pick<Webhook, 'id' | 'generation'> & { readonly organisation: string };

/** 256 bits that only the installation can make again: nothing of it is kept in the database. */
function keyOf(installation: Uint8Array, { organisation, id, generation }: Signed): Buffer {
  return createHmac('sha256', installation)
    .update(JSON.stringify([organisation, id, generation]))
    .digest();
}

/** As it is given to whoever receives. */
export const secretOf = (installation: Uint8Array, signed: Signed): string =>
  `whsec_${keyOf(installation, signed).toString('base64')}`;

export type Message = {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
};

const sign = (key: Buffer, { id, at, body }: Message): string =>
  `v1,${createHmac('sha256', key)
    .update(`${id}.${seconds(at)}.${body}`)
    .digest('base64')}`;

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** With every secret that holds, the newest first. */
export function headersOf(
  installation: Uint8Array,
  webhook: Pick<Webhook, 'id' | 'generation' | 'previousUntil'> & { readonly organisation: string },
  message: Message,
): Readonly<Record<string, string>> {
  const { generation, previousUntil } = webhook;
  const before = previousUntil !== null && previousUntil > message.at && generation > 1;
  const generations = before ? [generation, generation - 1] : [generation];
  return {
    'content-type': 'application/json',
    'user-agent': 'Kommons',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds(message.at)),
    'webhook-signature': generations
      .map((one) => sign(keyOf(installation, { ...webhook, generation: one }), message))
      .join(' '),
  };
}

export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');
