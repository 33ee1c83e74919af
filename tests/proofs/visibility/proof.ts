import type { Proof } from '../proof.ts';
import { proveCanvassing } from './canvassing.ts';
import { proveSilence } from './silence.ts';
import { proveVisibility } from './visibility.ts';

const figure = (n: number): string => n.toLocaleString('en-GB');

export const visibility: Proof = {
  name: 'visibility',
  promise:
    'Nobody learns of others’ systems what they may not see, in words, by search, count, order or export.',
  run: async ({ seed, runs, say }) => {
    const report = await proveVisibility({
      seed,
      rounds: runs ?? 12,
      everywhere: true,
      share: 1,
      planted: true,
      say,
    });
    const canvassing = await proveCanvassing({ seed, questions: 1000 });
    const silence = await proveSilence({ seed, rounds: 4, planting: true });
    const planted = report.planted.length + silence.planted;
    const missed = [...report.missed, ...silence.missed];
    return {
      tried:
        `${figure(report.requests)} requests by twelve kinds of readers to ${report.routes} addresses of the register and ` +
        `${figure(report.others)} others, each asked in two worlds that differ in what the reader may not see and in nothing ` +
        `else, with a canary in each of the ${report.fields} fields of four owners; ${figure(canvassing.requests)} probing ` +
        `requests by suppliers; ${figure(silence.requests)} by a supplier in worlds where customers have said no, nothing, ` +
        `shut it out or never looked, and where one more uses a product; ${planted} planted defects`,
      result:
        `${report.findings.length} canaries or differences met by those who may not; ${figure(report.seen)} canaries met by ` +
        `those who may; suppliers learned ${canvassing.findings.length + silence.findings.length} facts; ` +
        `${planted - missed.length} of ${planted} defects noticed`,
      findings: [
        ...report.findings,
        ...canvassing.findings,
        ...silence.findings,
        ...missed.map((what) => `not noticed: ${what}`),
      ],
    };
  },
};
