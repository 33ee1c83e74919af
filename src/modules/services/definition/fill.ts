import { fillIn } from '../../../kernel/index.ts';
import { limitOf } from './answers/check-answer.ts';
import { textOf } from './answers/text.ts';
import type { Bilingual, EService, Localised, ProcessState, Settings } from './model.ts';

type Wanted = { readonly settings: Settings; readonly language: string };

/** A text of the service in a language, with the organisation's values in the places that it has for them. */
export function fillText(service: EService, text: Localised, { settings, language }: Wanted): string {
  const unfilled = textOf(text, language);
  // Most texts have no place to fill, and a page has many texts.
  if (!unfilled.includes('{')) return unfilled;
  return fillIn(unfilled, { parameters: service.parameters, values: settings, language }).text;
}

/** A link in markdown whose address is left to a parameter. */
const linkToPlace = /\[[^[\]]*\]\((\{([^{}|\s]+)\})\)/gu;

/**
 * The same for whoever looks a service through: `mark` stands, with the parameter's label, where there is no value
 * yet, in place of a link that has no address too.
 */
export function fillMarked(
  service: EService,
  text: Localised,
  { settings, language, mark }: Wanted & { readonly mark: (label: string) => string },
): string {
  const unfilled = textOf(text, language);
  const found = fillIn(unfilled, { parameters: service.parameters, values: settings, language });
  const missing = new Set(found.missing);
  const open = service.parameters.filter(({ id }) => missing.has(id));
  if (open.length === 0) return found.text;
  const withoutLinks = unfilled.replaceAll(linkToPlace, (link: string, place: string, id: string) =>
    missing.has(id) ? place : link,
  );
  return fillIn(withoutLinks, {
    parameters: service.parameters.map((one) => (missing.has(one.id) ? { ...one, type: 'text' } : one)),
    values: {
      ...settings,
      ...Object.fromEntries(open.map(({ id, label }) => [id, mark(textOf(label, language))])),
    },
    language,
  }).text;
}

export function fillBoth(text: Bilingual, service: EService, settings: Settings): Bilingual {
  return {
    sv: fillText(service, text, { settings, language: 'sv' }),
    en: fillText(service, text, { settings, language: 'en' }),
  };
}

/**
 * The text of a decision, with the organisation's values in it.
 *
 * @throws Where the service has no such decision.
 */
export function fillDecision(service: EService, decision: string, wanted: Wanted): string {
  const found = service.decisions.find(({ id }) => id === decision);
  if (found === undefined) throw new Error(`the service ${service.id} has no decision ${decision}`);
  return found.text === null ? '' : fillText(service, found.text, wanted);
}

/** How a case goes, with time limits in days. */
export type ResolvedProcess = {
  readonly id: string;
  readonly states: readonly (Omit<ProcessState, 'timeLimit'> & { readonly timeLimit: number | null })[];
  readonly completionDays: number | null;
};

/** The process with the organisation's own time limits in it. */
export function processFor({ process }: EService, settings: Settings): ResolvedProcess {
  return {
    id: process.id,
    states: process.states.map((state) => ({ ...state, timeLimit: limitOf(state.timeLimit, settings) })),
    completionDays: limitOf(process.completionDays, settings),
  };
}
