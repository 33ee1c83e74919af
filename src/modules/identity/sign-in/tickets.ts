import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { hashSecret } from '../keys.ts';

/** How long the browser may take from Kommons's own host to the municipality's, in milliseconds. */
export const ticketLife = 60_000;

/** Somebody who has proved who it is, on the way to the host where the sign-in began. */
export type Ticket = {
  readonly host: string;
  /** SHA-256 of the secret that the browser keeps at that host. */
  readonly binding: Buffer;
  readonly person: string;
  readonly method: string;
  readonly acr: string | null;
  readonly returnTo: string;
  readonly madeAt: Date;
};

/** Only the hash of the secret, which stands in the address, is kept. */
export async function saveTicket(tx: Tx, secret: string, ticket: Ticket): Promise<void> {
  const { host, binding, person, method, acr, returnTo, madeAt } = ticket;
  await sql`
    insert into identity.tickets (secret_hash, host, binding, person_id, method, acr, return_to, made_at)
    values (${hashSecret(secret)}, ${host}, ${binding}, ${person}, ${method}, ${acr}, ${returnTo}, ${madeAt})`.execute(
    tx,
  );
}

/** Takes a ticket out of the table: whatever it is then found to be, nobody can use it again. */
export async function takeTicket(tx: Tx, secret: string): Promise<Ticket | null> {
  const taken = await sql<Ticket>`
    delete from identity.tickets where secret_hash = ${hashSecret(secret)}
    returning host, binding, person_id as person, method, acr, return_to as "returnTo", made_at as "madeAt"`.execute(
    tx,
  );
  return taken.rows[0] ?? null;
}

export type TicketFault =
  | 'ticket-unknown'
  | 'ticket-of-another-host'
  | 'ticket-of-another-browser'
  | 'ticket-too-old';

/**
 * What is wrong with a ticket that came to a host with what the browser keeps there; null when nothing is. A ticket
 * without its browser's secret is somebody else's sign-in, pushed or stolen.
 */
export function decideTicket(
  ticket: Ticket | null,
  arrived: { readonly host: string; readonly kept: string | undefined; readonly now: Date },
): TicketFault | null {
  if (ticket === null) return 'ticket-unknown';
  if (ticket.host !== arrived.host) return 'ticket-of-another-host';
  if (arrived.kept === undefined || !hashSecret(arrived.kept).equals(ticket.binding)) {
    return 'ticket-of-another-browser';
  }
  return arrived.now.getTime() - ticket.madeAt.getTime() >= ticketLife ? 'ticket-too-old' : null;
}
