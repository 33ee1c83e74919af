// `npm run prove`: runs the proofs, prints a line each, writes docs/evidence.md.
import { parseArgs } from 'node:util';
import { circumstances, order, writeEvidence, type Section } from '../support/evidence.ts';
import type { Proof, Verdict } from './proof.ts';
import { proofs } from './proofs.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const usage = `npm run prove -- [--only NAME] [--runs N] [--seed N]

  --only NAME  one of ${proofs.map(({ name }) => name).join(', ')}; may be repeated
  --runs N     how many kills, requests or rounds; each proof's own number unless given
  --seed N     the same seed draws the same moments and requests; 1 unless given`;

const number = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      runs: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const only = values.only ?? [];
  const unknown = only.filter((name) => !proofs.some((proof) => proof.name === name));
  const wrong = [values.runs, values.seed].some((text) => text !== undefined && number(text) === null);
  if (values.help === true || unknown.length > 0 || wrong) return null;
  const chosen = proofs.filter(({ name }) => only.length === 0 || only.includes(name));
  return { chosen, plan: { seed: number(values.seed) ?? 1, runs: number(values.runs) } };
}

function sectionOf(
  proof: Proof,
  verdict: Verdict,
  more: { readonly seed: number; readonly runs: number | null; readonly seconds: number },
): Section {
  const { tried, result, findings } = verdict;
  const shown = findings
    .slice(0, 20)
    .map((finding) => `- ${finding.replaceAll(/[`<>]/g, ' ').slice(0, 300)}`);
  const rest = findings.length > shown.length ? [`- and ${findings.length - shown.length} more`] : [];
  const lines = [
    proof.promise,
    '',
    `- Tried: ${tried}.`,
    `- Found: ${result}.`,
    `- ${findings.length === 0 ? 'Holds.' : `**Does not hold: ${findings.length} findings.**`}`,
    `- \`npm run prove -- --only ${proof.name}${more.runs === null ? '' : ` --runs ${more.runs}`} --seed ${more.seed}\`, ${more.seconds} s; ${circumstances(new Date())}.`,
    ...(findings.length === 0 ? [] : ['', ...shown, ...rest]),
  ];
  return { id: `prove:${proof.name}`, title: `Proof: ${proof.name}`, text: lines.join('\n') };
}

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === null) {
    say(usage);
    process.exitCode = 2;
    return;
  }
  for (const proof of asked.chosen) {
    say(`prove: ${proof.name} …`);
    const began = performance.now();
    const verdict = await proof.run({ ...asked.plan, say: (line) => say(`  ${line}`) });
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`  ${verdict.tried}`);
    say(`  ${verdict.result}`);
    say(
      `  ${verdict.findings.length === 0 ? 'holds' : `DOES NOT HOLD: ${verdict.findings.length} findings`} (${seconds} s)`,
    );
    for (const finding of verdict.findings.slice(0, 20)) say(`  - ${finding}`);
    // Written as it goes, so that a stopped run keeps what it has shown.
    writeEvidence([sectionOf(proof, verdict, { ...asked.plan, seconds })], order);
    if (verdict.findings.length > 0) process.exitCode = 1;
  }
}

await main();
