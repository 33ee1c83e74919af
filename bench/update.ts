import { z } from 'zod';
import type { Definition } from '../src/kernel/index.ts';
import { editWork, type Api } from './api.ts';
import { generate } from './definitions.ts';
import type { Row } from './table.ts';

export const works = 161;
const owner = 'esamverkan';
const adopters = [
  'sundsvall',
  'harnosand',
  'timra',
  'ornskoldsvik',
  'kramfors',
  'solleftea',
  'ange',
  'nordanstig',
  'hudiksvall',
];
const elements = 60;

const idOf = (index: number): string => `matning-${String(index + 1).padStart(3, '0')}`;

/** An e-service of sixty elements, each of the 161 with its own words. */
function makeService(index: number): Definition {
  const generated = generate(elements, index + 1);
  return {
    ...generated,
    id: idOf(index),
    task: { sv: `Ansök om mätning ${index + 1}`, en: `Apply for measurement ${index + 1}` },
    summary: { sv: `Mätning ${index + 1} i kommunen.`, en: `Measurement ${index + 1} in the municipality.` },
    subject: 'skola',
    signIn: 'required',
    casePrefix: 'MAT',
  };
}

const field = (page: number, number: number): string => `pages/sida-${page}/fields/fraga-${page}-${number}`;

const indexes = Array.from({ length: works }, (_, index) => index);

/** Publishes every work and lets every municipality adopt it; every third variant has words of its own. */
export async function shareWorks(api: Api): Promise<void> {
  const who = `designer@${owner}`;
  const base = `/organisations/${owner}/works`;
  for (const index of indexes) {
    await api.post(who, base, { definition: makeService(index), message: 'Första versionen.' });
    await api.post(who, `${base}/${idOf(index)}/publications`, {
      audience: { kind: 'everyone' },
      message: 'Första versionen.',
    });
  }
  for (const [place, organisation] of adopters.entries()) {
    for (const index of indexes) {
      const work = idOf(index);
      await api.post(`designer@${organisation}`, `/organisations/${organisation}/works/${work}/adoption`, {
        from: owner,
        sharing: { changes: true, use: true, results: false },
      });
      if ((index + place) % 3 > 0) continue;
      const clean = { path: `${field(1, 3)}/label/sv`, value: `Vad gäller det hos oss ${index}?` };
      // Every tenth of them has also changed what the owner is about to change: that one has to be asked.
      const asked = { path: `${field(0, 2)}/label/sv`, value: `Hur är det här ${index}?` };
      const edits = (index + place) % 30 === 0 ? [clean, asked] : [clean];
      await editWork(api, organisation, { work, edits });
    }
  }
}

/** The owner's release: three texts of each work. */
export async function release(api: Api): Promise<void> {
  for (const index of indexes) {
    const work = idOf(index);
    await editWork(api, owner, {
      work,
      edits: [
        { path: `${field(0, 2)}/label/sv`, value: `Vad gäller det från i år ${index}?` },
        { path: `${field(0, 5)}/label/sv`, value: `Från vilken dag gäller det ${index}?` },
        { path: `${field(2, 7)}/help/sv`, value: `Skriv det som står i beslutet ${index}.` },
      ],
    });
    await api.post(`designer@${owner}`, `/organisations/${owner}/works/${work}/publications`, {
      audience: { kind: 'everyone' },
      message: 'Nya frågor från i år.',
    });
  }
}

const Report = z.object({ rows: z.array(z.object({ work: z.string(), outcome: z.string() })) });

/** Every municipality takes what it can of the release, and gets the report of each work. */
export async function updateEverywhere(api: Api): Promise<readonly Row[]> {
  const began = performance.now();
  let reported = 0;
  const outcomes = new Map<string, number>();
  for (const organisation of adopters) {
    const { rows } = Report.parse(
      await api.post(`designer@${organisation}`, `/organisations/${organisation}/updates`),
    );
    reported += rows.length;
    for (const { outcome } of rows) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const seconds = (performance.now() - began) / 1000;
  return [
    {
      what: `${works} works × ${adopters.length} municipalities after a release`,
      seconds: seconds.toFixed(1),
      target: 'under 10',
      'works in the report': String(reported),
      outcomes: [...outcomes].map(([name, count]) => `${name} ${count}`).join(', '),
    },
  ];
}
