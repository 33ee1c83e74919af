import { proveMalformed } from './malformed/malformed.ts';
const t = Date.now();
const r = await proveMalformed({ seed: Number(process.argv[3] ?? 1), count: Number(process.argv[2] ?? 500) });
console.log({ ...r, findings: r.findings.slice(0, 60) }, r.findings.length, (Date.now() - t) / 1000);
