import { composeApp } from '../../src/main-app.ts';
import { openStudio } from '../browser/browser.ts';
import { proveAxe } from '../browser/prove-axe.ts';
import { testApp } from '../support/app.ts';
import { buildWorld } from '../world/index.ts';
import {
  editsEach,
  leastShare,
  municipalities,
  proveEducationMerge,
  shareWithoutQuestion,
  spoiltMerges,
} from './guides/education-merge.ts';
import { catalogueMerge } from './catalogue/proof.ts';
import { defects } from './hostile/defects.tsx';
import { hostileStage, mostGrowth, proveHostile } from './hostile/hostile.ts';
import { proveKills, type KillReport } from './kill/kill.ts';
import { proveMalformed } from './malformed/malformed.ts';
import { outbound } from './outbound/proof.ts';
import type { Proof, Verdict } from './proof.ts';
import { proveRoutes, stagedApp } from './routes/routes.ts';
import { proveRows } from './rows/rows.ts';
import { cleanUp, defects as sheetDefects } from './sheets/defects.ts';
import { longest, mostGrowth as mostSheetGrowth, proveSheets } from './sheets/prove.ts';
import { visibility } from './visibility/proof.ts';

const figure = (n: number): string => n.toLocaleString('en-GB');

/** The value below which the given part of the numbers lies. */
function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const milliseconds = (numbers: readonly number[]): string =>
  `${figure(Math.round(quantile(numbers, 0.5)))} ms in the middle, ${figure(Math.round(quantile(numbers, 0.99)))} ms at p99`;

function killVerdict(what: string, report: KillReport): Verdict {
  const { kills, acknowledged, retries, recoveries, findings } = report;
  const wrong = (kind: string): number => findings.filter((one) => one.startsWith(kind)).length;
  return {
    tried: `${figure(kills)} kill -9 of ${what} while eight clients submit`,
    result:
      `${figure(acknowledged)} submissions acknowledged, ${wrong('lost')} lost, ${wrong('doubled')} doubled, ` +
      `numbers ${wrong('numbers') === 0 ? 'without gaps' : 'with gaps'}, ${wrong('orphan')} files left over, ` +
      `${wrong('stuck') === 0 ? 'no job stuck' : 'jobs stuck'}; ${figure(retries)} repeats; ` +
      `from kill to next answer ${milliseconds(recoveries)}`,
    findings,
  };
}

const statusLine = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses]
    .toSorted(([a], [b]) => a - b)
    .map(([status, n]) => `${status === 0 ? 'closed' : status} × ${figure(n)}`)
    .join(', ');

const faults = (statuses: ReadonlyMap<number, number>): number =>
  [...statuses].reduce((sum, [status, n]) => (status >= 500 ? sum + n : sum), 0);

const killDatabase: Proof = {
  name: 'kill-database',
  promise: 'What was acknowledged is there, once, whenever the database is killed.',
  run: async ({ seed, runs, say }) =>
    killVerdict(
      'the database (its first process and every other)',
      await proveKills({ database: runs ?? 1000, app: 0, seed, say }),
    ),
};

const killApp: Proof = {
  name: 'kill-app',
  promise: 'What was acknowledged is there, once, whenever the application is killed.',
  run: async ({ seed, runs, say }) =>
    killVerdict('the application', await proveKills({ database: 0, app: runs ?? 200, seed, say })),
};

const rowSecurity: Proof = {
  name: 'row-security',
  promise: 'No row of one organisation is read or written from another, or from none.',
  run: async () => {
    const app = await testApp();
    try {
      const compose: Parameters<typeof buildWorld>[0]['compose'] = (clock) =>
        composeApp({ ...app.ground, clock });
      await buildWorld({ ...app.ground, now: app.clock.now, compose, say: () => undefined });
      const report = await proveRows(app.database);
      return {
        tried:
          `${figure(report.attempts)} attempts as the application's role: ${report.tables} tables × every verb × two ` +
          `organisations and none; ${figure(report.planted)} planted defects`,
        result:
          `${report.findings.length} rows reached; ${figure(report.planted - report.missed.length)} of ` +
          `${figure(report.planted)} defects noticed; ${report.openTables.length} tables stand outside row security, ` +
          `registered with reasons`,
        findings: [...report.findings, ...report.missed.map((what) => `not noticed: ${what}`)],
      };
    } finally {
      await app.close();
    }
  },
};

const routes: Proof = {
  name: 'routes',
  promise: 'Nobody gets another organisation’s texts or changes its rows, by any address in any role.',
  run: async ({ seed, runs }) => {
    const report = await proveRoutes({ seed, sample: null, rounds: runs ?? 3, planted: true });
    const { defects } = report;
    const missed = defects?.missed ?? [];
    const planted = defects?.planted ?? 0;
    const held = defects?.held ?? 0;
    return {
      tried:
        `${figure(report.requests)} requests: ${report.routes} routes (as many as the router has) × nine roles × own and ` +
        `foreign organisation × own and foreign things; ${planted} planted defects`,
      result:
        `${report.findings.length} foreign texts, foreign writes or faults; ${planted - missed.length} of ${planted} defects ` +
        `noticed or, for ${held} forgotten access rules, without effect since something else holds; own texts seen ${figure(report.controls)} times where they may be; answers: ${statusLine(report.statuses)}`,
      findings: [...report.findings, ...missed.map((what) => `not noticed: ${what}`)],
    };
  },
};

const malformed: Proof = {
  name: 'malformed',
  promise: 'Nothing that can be sent makes the application fail or hang.',
  run: async ({ seed, runs }) => {
    const app = await stagedApp();
    const report = await proveMalformed(app, { seed, count: runs ?? 10_000 });
    await app.close();
    return {
      tried:
        `${figure(report.requests)} malformed requests over ${report.routes} routes, by raw sockets: addresses, queries, ` +
        `JSON, forms, multipart, headers, methods, broken messages`,
      result:
        `${faults(report.statuses)} answers of 500 or above, no exit, slowest answer ` +
        `${figure(Math.round(report.slowest))} ms; answers: ${statusLine(report.statuses)}`,
      findings: report.findings,
    };
  },
};

const axe: Proof = {
  name: 'axe',
  promise: 'No page has a barrier that axe finds, in any state, size or scheme, and none needs a script.',
  run: async ({ seed }) => {
    const studio = await openStudio();
    try {
      const proof = await proveAxe(studio, { seed, full: true });
      return {
        tried: `${figure(proof.seen.length)} states of every page and component, ${figure(proof.checked)} looks: 320 and 1280 px, light and dark`,
        result: `${proof.barriers.length} barriers, ${proof.uncovered.length} pages not looked at, ${proof.faults.length} errors in pages`,
        findings: [
          ...proof.barriers,
          ...proof.uncovered.map((page) => `not looked at: ${page}`),
          ...proof.faults,
        ],
      };
    } finally {
      await studio.close();
    }
  },
};

const educationMerge: Proof = {
  name: 'education-merge',
  promise:
    'Nothing that upstream or a municipality wrote in a guide is lost, and little of it is asked about.',
  run: async ({ seed, runs }) => {
    const report = proveEducationMerge({ seed, seeds: runs ?? 1000 });
    const share = shareWithoutQuestion(report);
    const noticed = Object.entries(spoiltMerges).map(([name, spoilt]) => {
      const spoiltReport = proveEducationMerge({ seed, seeds: 1 }, spoilt);
      return {
        name,
        seen: spoiltReport.findings.length > 0 || shareWithoutQuestion(spoiltReport) < leastShare,
      };
    });
    const missed = noticed.filter(({ seen }) => !seen);
    return {
      tried:
        `${figure(report.merges)} merges: ${figure(report.merges / municipalities.length)} base educations of 420 blocks × ` +
        `${municipalities.length} municipalities × ${editsEach} edits; ${noticed.length} planted defects`,
      result:
        `of ${figure(report.edits)} edits ${report.lostLocal} local and ${report.lostBase} of the base lost; ` +
        `${(share * 100).toFixed(1)} % of ${figure(report.apart)} that touch different sentences or elements went in ` +
        `without a question; ${figure(report.conflicts)} questions; ${noticed.length - missed.length} of ` +
        `${noticed.length} defects noticed`,
      findings: [
        ...report.findings,
        ...(share < leastShare ? [`only ${(share * 100).toFixed(1)} % without a question`] : []),
        ...missed.map(({ name }) => `not noticed: ${name}`),
      ],
    };
  },
};

const hostileDocuments: Proof = {
  name: 'hostile-documents',
  promise:
    'Nothing that is uploaded to or pasted in a guide runs, fetches, fails or tells more than its author meant.',
  run: async ({ seed, runs, say }) => {
    const app = await hostileStage();
    try {
      const report = await proveHostile(app, { seed, count: runs ?? 500, say });
      const missed: string[] = [];
      for (const { name, plan, count, noticed } of defects) {
        const { findings } = await proveHostile(app, { seed: 3, count, ...plan });
        if (!noticed.test(findings.join('\n'))) missed.push(name);
      }
      return {
        tried:
          `${figure(report.tried)} hostile documents, pictures, films, captions, files and clipboards, sent in the editor ` +
          `and shown in a browser whose policy against scripts is off; ${defects.length} planted defects`,
        result:
          `${figure(report.accepted)} let in, the others refused in words; ${report.findings.length} executions, requests, ` +
          `faults or places that could run; ${figure(report.pictures)} pictures kept, all of them pixels alone; ${figure(report.texts)} texts read through; the process ` +
          `grew by ${figure(Math.round(report.growth))} MB at most (bound ${figure(mostGrowth)}); slowest with all that was ` +
          `looked at ${figure(Math.round(report.slowest))} ms; ${defects.length - missed.length} of ${defects.length} defects ` +
          `noticed; answers: ${statusLine(report.statuses)}`,
        findings: [...report.findings, ...missed.map((what) => `not noticed: ${what}`)],
      };
    } finally {
      await app.close();
    }
  },
};

const hostileSheets: Proof = {
  name: 'hostile-sheets',
  promise:
    'No spreadsheet makes the register fail, reach out or run, and none that it gives holds a live formula.',
  run: async ({ seed, runs, say }) => {
    const report = await proveSheets({ seed, count: runs ?? 5000, say });
    const missed: string[] = [];
    for (const { name, plan, count, noticed } of sheetDefects) {
      const { findings } = await proveSheets({ seed: 3, count, ...plan });
      cleanUp();
      if (!noticed.test(findings.join('\n'))) missed.push(name);
    }
    const refused = [...report.refused].toSorted(([, a], [, b]) => b - a);
    return {
      tried:
        `${figure(report.tried)} hostile spreadsheets: formulas, commands, macros, links, entities, bombs, broken encodings, ` +
        `merged and repeated cells, duplicate names, spoilt bytes; read, planned and written out again; ` +
        `${sheetDefects.length} planted defects`,
      result:
        `${figure(report.read)} read with ${figure(report.rows)} rows, the others refused in words ` +
        `(${refused.map(([kind, n]) => `${kind} × ${figure(n)}`).join(', ')}); ${report.findings.length} failures, secrets ` +
        `reached or live formulas in ${figure(report.exports)} exports; the process grew by ` +
        `${figure(Math.round(report.growth))} MB at most (bound ${figure(mostSheetGrowth)}); slowest ` +
        `${figure(Math.round(report.slowest))} ms (bound ${figure(longest)}); ` +
        `${sheetDefects.length - missed.length} of ${sheetDefects.length} defects noticed`,
      findings: [...report.findings, ...missed.map((what) => `not noticed: ${what}`)],
    };
  },
};

export const proofs: readonly Proof[] = [
  killDatabase,
  killApp,
  rowSecurity,
  routes,
  malformed,
  axe,
  educationMerge,
  hostileDocuments,
  hostileSheets,
  visibility,
  catalogueMerge,
  outbound,
];
