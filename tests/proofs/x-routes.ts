import { proveRoutes } from './routes/routes.ts';
const t = Date.now();
const r = await proveRoutes({ seed: 1, sample: Number(process.argv[2] ?? 600), rounds: 1, planted: process.argv[3] === 'p' });
console.log({ ...r, findings: r.findings.slice(0, 40) }, r.findings.length, (Date.now() - t) / 1000);
