import { proveKills } from './kill/kill.ts';
const [d, a] = process.argv.slice(2).map(Number);
const t = Date.now();
const r = await proveKills({ database: d, app: a, seed: 7 });
const s = (l: any) => {
  const x = [...l].sort((a, b) => a - b);
  return `median ${x[x.length >> 1] | 0} max ${x.at(-1) | 0}`;
};
console.log(
  r.kills,
  'ack',
  r.acknowledged,
  'retries',
  r.retries,
  'rec',
  s(r.recoveries),
  'cyc',
  s(r.cycles),
  r.findings.length,
  [...new Set(r.findings.map((f) => f.slice(0, 160)))].slice(0, 30),
  (Date.now() - t) / 1000,
);
