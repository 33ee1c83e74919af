import type { Proof } from '../proof.ts';
import { defects } from './defects.ts';
import { proveOutbound } from './outbound.ts';

export const outbound: Proof = {
  name: 'outbound',
  promise: 'No address that anybody gives makes Kommons reach this machine or the network around it.',
  run: async () => {
    const report = await proveOutbound();
    const missed: string[] = [];
    for (const { name, spoilt } of defects)
      if ((await proveOutbound(spoilt)).findings.length === 0) missed.push(name);
    return {
      tried:
        `${report.attacks} addresses: numbers in every writing, names of the inside, schemes, ports, names that lead ` +
        `inside or turn there, redirects, silence; ${report.honest} honest ones; ${defects.length} planted defects`,
      result:
        `${report.findings.length} sent where they should not; ${defects.length - missed.length} of ${defects.length} ` +
        `defects noticed`,
      findings: [...report.findings, ...missed.map((what) => `not noticed: ${what}`)],
    };
  },
};
