import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { z } from 'zod';
import { readAddress } from '../../../src/platform/outbound/address.ts';
import { isInside } from '../../../src/platform/outbound/inside.ts';
import { makeOutbound, type OutboundParts, type Resolve } from '../../../src/platform/outbound/make.ts';
import { send } from '../../../src/platform/outbound/send.ts';
import { attacks, honest, turning, type Attack } from './attacks.ts';

export type OutboundReport = {
  readonly attacks: number;
  readonly honest: number;
  readonly findings: readonly string[];
};

/** What a defect puts in place of the real parts. */
export type Spoilt = Partial<Pick<OutboundParts, 'read' | 'isInside' | 'send'>>;

const real = { read: readAddress, isInside, send } as const;

const Port = z.object({ port: z.number() });

/** A resolver that gives one answer after the other. */
function resolving({ found = [] }: Attack): Resolve {
  let asked = 0;
  return async () => {
    const answer = found[Math.min(asked, found.length - 1)];
    asked += 1;
    if (answer === undefined) throw new Error('unknown');
    return answer;
  };
}

type Sent = { readonly to: string };

/** Where the message would have gone; nothing leaves this process. */
async function whereTo(attack: Attack, spoilt: Spoilt): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const resolve = resolving(attack);
  const outbound = makeOutbound({
    ...real,
    ...spoilt,
    also: [],
    patience: 1000,
    resolve,
    send: async (sending) => {
      // A defect that looks the name up anew does so here, as a client of HTTP would.
      const to = spoilt.send === undefined ? sending.to : ((await resolve(sending.url.hostname))[0] ?? '');
      sent.push({ to });
      return 204;
    },
  });
  await outbound.post({ address: attack.address, headers: {}, body: '{}' });
  return sent;
}

async function listen(
  answer: Parameters<typeof createServer>[1],
): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer ?? (() => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${Port.parse(server.address()).port}` };
}

/** Real connections: a redirect leads nowhere, a silent and an endless answer end. */
async function overTheWire(spoilt: Spoilt): Promise<readonly string[]> {
  const findings: string[] = [];
  const trap = await listen((_request, reply) => {
    findings.push('a redirect was followed');
    reply.end();
  });
  const teller = await listen((request, reply) => {
    if (request.url === '/vidare') reply.writeHead(307, { location: `${trap.origin}/hemligt` }).end();
    else if (request.url === '/utan-slut') {
      reply.writeHead(200);
      const timer = setInterval(() => reply.write('x'.repeat(10_000)), 1);
      reply.once('close', () => clearInterval(timer));
    }
  });
  const outbound = makeOutbound({
    ...real,
    ...spoilt,
    also: [teller.origin],
    patience: 400,
    resolve: async (name) => [name],
  });
  const ask = (path: string) =>
    outbound.post({ address: `${teller.origin}${path}`, headers: {}, body: '{}' });
  const [further, silent, endless] = await Promise.all([ask('/vidare'), ask('/tyst'), ask('/utan-slut')]);
  if (!further.ok || further.status !== 307) findings.push(`a redirect became ${JSON.stringify(further)}`);
  if (silent.ok || silent.failure !== 'no-answer') findings.push(`silence became ${JSON.stringify(silent)}`);
  if (!endless.ok) findings.push(`an endless answer became ${JSON.stringify(endless)}`);
  const shut = await outbound.post({ address: trap.origin, headers: {}, body: '{}' });
  if (shut.ok) findings.push('an origin beside the one that is let through was reached');
  for (const { server } of [trap, teller]) {
    server.closeAllConnections();
    server.close();
  }
  return findings;
}

/** Every attack is refused before anything is sent, and what is honest goes where it was checked to go. */
export async function proveOutbound(spoilt: Spoilt = {}): Promise<OutboundReport> {
  const findings: string[] = [];
  for (const attack of attacks) {
    const sent = await whereTo(attack, spoilt);
    if (sent.length > 0)
      findings.push(
        `${attack.address.slice(0, 80)} (${JSON.stringify(attack.found)}) was sent to ${sent[0]?.to}`,
      );
  }
  for (const one of [...honest, turning]) {
    const [sent] = await whereTo(one, spoilt);
    const [first] = one.found?.[0] ?? [];
    if (sent?.to !== first) findings.push(`${one.address} went to ${sent?.to ?? 'nobody'}, not to ${first}`);
  }
  findings.push(...(await overTheWire(spoilt)));
  return { attacks: attacks.length, honest: honest.length + 1, findings };
}
