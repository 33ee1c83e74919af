import type { Proof } from '../proof.ts';
import { proveCanvassing } from './canvassing.ts';
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
    const { planted, missed } = report;
    return {
      tried:
        `${figure(report.requests)} requests by eleven kinds of readers to ${report.routes} addresses of the register and ` +
        `${figure(report.others)} others, each asked in two worlds that differ in what the reader may not see and in nothing ` +
        `else, with a canary in each of the ${report.fields} fields of four owners; ${figure(canvassing.requests)} probing ` +
        `requests by suppliers; ${planted.length} planted defects`,
      result:
        `${report.findings.length} canaries or differences met by those who may not; ${figure(report.seen)} canaries met by ` +
        `those who may; suppliers learned ${canvassing.findings.length} facts; ${planted.length - missed.length} of ` +
        `${planted.length} defects noticed`,
      findings: [...report.findings, ...canvassing.findings, ...missed.map((what) => `not noticed: ${what}`)],
    };
  },
};
