import { lookup } from 'node:dns/promises';
import { readAddress } from './address.ts';
import { isInside } from './inside.ts';
import { makeOutbound, type Outbound, type Resolve } from './make.ts';
import { send } from './send.ts';

/*
 * The one place that sends to addresses that people have given. What it is asked to reach is checked by name, by every
 * address that the name has, and the connection goes to an address that was checked.
 */

export type { AddressFault } from './address.ts';
export type { Outbound } from './make.ts';

const resolveBySystem: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/** Sends over https to the open internet, and besides to the origins in `also` (OUTBOUND_ALSO). */
export const openOutbound = ({ also }: { readonly also: readonly string[] }): Outbound =>
  makeOutbound({ also, patience: 10_000, resolve: resolveBySystem, read: readAddress, isInside, send });
