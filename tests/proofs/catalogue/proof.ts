import type { Proof } from '../proof.ts';
import { proveCatalogueMerge } from './catalogue-merge.ts';
import { spoiltCatalogues } from './defects.ts';

const figure = (n: number): string => n.toLocaleString('en-GB');

export const catalogueMerge: Proof = {
  name: 'catalogue-merge',
  promise:
    'Nothing that was said of a product or a supplier is lost by merging, and every merge can be undone.',
  run: async ({ seed, runs }) => {
    const report = proveCatalogueMerge({ seed, operations: runs ?? 10_000 });
    const missed = Object.entries(spoiltCatalogues)
      .filter(([, spoil]) => proveCatalogueMerge({ seed, operations: 500 }, spoil).findings.length === 0)
      .map(([name]) => name);
    const planted = Object.keys(spoiltCatalogues).length;
    return {
      tried:
        `${figure(report.operations)} random operations in ${report.worlds} catalogues, ${figure(report.merges)} of them ` +
        `merges and ${figure(report.undos)} undoings, with ${figure(report.refused)} more that were refused in words; each ` +
        `merge also undone at once, and in the end everything undone; ${planted} planted defects`,
      result:
        `${report.findings.length} names or values lost, rings or values that do not follow from the log; with all undone ` +
        `every record is as it was added; ${planted - missed.length} of ${planted} defects noticed`,
      findings: [...report.findings, ...missed.map((what) => `not noticed: ${what}`)],
    };
  },
};
