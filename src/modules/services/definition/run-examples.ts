import type { Bilingual, EService, Example } from './model.ts';
import { readSettings } from './read/examples.ts';
import { walk } from './walk.ts';
import type { Way } from './walk.ts';

export type ExampleResult = {
  readonly id: string;
  readonly ok: boolean;
  /** What came out otherwise than the sample says; empty where it is as it should be. */
  readonly differences: readonly Bilingual[];
};

/** The day that a sample has when neither it nor the caller says: samples give the same result every day. */
const anyDay = '2026-06-15';

/**
 * Runs the samples that the service carries, with the organisation's values: does the person come to the pages that
 * the sample says, and will the answers do?
 */
export function runExamples(
  service: EService,
  situation: { readonly settings: Readonly<Record<string, unknown>>; readonly today?: string },
): readonly ExampleResult[] {
  const offered = Object.fromEntries(service.parameters.map(({ id, default: value }) => [id, value]));
  return service.examples.map((example) => {
    const settings = { ...readSettings({ ...offered, ...situation.settings }), ...example.settings };
    const today = example.today ?? situation.today ?? anyDay;
    const differences = differencesOf(service, example, walk(service, example.answers, { settings, today }));
    return { id: example.id, ok: differences.length === 0, differences };
  });
}

function differencesOf(service: EService, example: Example, way: Way): readonly Bilingual[] {
  return [...unknownQuestions(service, example), ...otherPages(example, way), ...otherIssues(example, way)];
}

function unknownQuestions(service: EService, example: Example): readonly Bilingual[] {
  const known = new Set(service.pages.flatMap((page) => page.fields.map(({ id }) => id)));
  return Object.keys(example.answers)
    .filter((id) => !known.has(id))
    .map((id) => ({
      sv: `Exemplet svarar på ”${id}”, som inte finns.`,
      en: `The sample answers “${id}”, which does not exist.`,
    }));
}

function otherPages({ expect }: Example, way: Way): readonly Bilingual[] {
  if (expect.pages === null) return [];
  const wanted = expect.pages.join(', ');
  const found = way.pages.map(({ page }) => page.id).join(', ');
  return wanted === found
    ? []
    : [
        {
          sv: `Vägen blir ${found}, inte ${wanted}.`,
          en: `The way is ${found}, not ${wanted}.`,
        },
      ];
}

function otherIssues({ expect }: Example, way: Way): readonly Bilingual[] {
  const issues = way.pages.flatMap((page) => page.issues);
  const fields = [...new Set(issues.map(({ field }) => field))];
  if (expect.valid) {
    return issues.map(({ field, message }) => ({
      sv: `Svaret på ”${field}” duger inte: ${message.sv}`,
      en: `The answer to “${field}” will not do: ${message.en}`,
    }));
  }
  if (issues.length === 0) {
    return [{ sv: 'Svaren skulle inte duga, men gör det.', en: 'The answers should not do, but they do.' }];
  }
  const wanted = expect.issues ?? fields;
  const missing = wanted.filter((id) => !fields.includes(id));
  const surplus = fields.filter((id) => !wanted.includes(id));
  return [
    ...missing.map((id) => ({
      sv: `Svaret på ”${id}” skulle inte duga, men gör det.`,
      en: `The answer to “${id}” should not do, but it does.`,
    })),
    ...surplus.map((id) => ({
      sv: `Svaret på ”${id}” duger inte, fast det borde.`,
      en: `The answer to “${id}” will not do, though it should.`,
    })),
  ];
}
