import type { Context } from '../../../platform/http/index.ts';
import type { NewCase } from '../../cases/index.ts';
import type { Answers, FileAnswer, Localised, Situation, Way, WayField } from '../definition/index.ts';
import {
  fillDecision,
  freezeAnswers,
  freezeConcerns,
  holdsAfter,
  processFor,
  textOf,
  walk,
} from '../definition/index.ts';
import { filled } from '../filled.ts';
import type { Service } from '../running.ts';
import type { OpenDraft } from './draft.ts';

type Parts = {
  readonly draft: OpenDraft;
  readonly service: Service;
  readonly answers: Answers;
  readonly situation: Situation;
};

const isFileList = (value: WayField['value']): value is readonly FileAnswer[] =>
  Array.isArray(value) && value.every((part) => typeof part === 'object' && 'hash' in part);

const answeredFields = (way: Way): readonly WayField[] =>
  way.pages.flatMap((page) =>
    page.fields.flatMap((part) => [part, ...part.rows.flatMap((row) => row.fields)]),
  );

/** The first answer of a type, as text; for the contact and for the title in lists. */
function firstOf(fields: readonly WayField[], type: 'email' | 'phone'): string | undefined {
  const found = fields.find((part) => part.field.type === type && typeof part.value === 'string');
  return typeof found?.value === 'string' ? found.value : undefined;
}

function attachmentsOf(fields: readonly WayField[]): NewCase['attachments'] {
  return fields.flatMap(({ field, value }) =>
    field.type === 'file' && isFileList(value)
      ? value.map((file) => ({ ...file, fieldLabel: textOf(field.label, 'sv') }))
      : [],
  );
}

const inEachLanguage = (service: Service, text: (language: string) => string): Localised =>
  Object.fromEntries(service.definition.languages.map((language) => [language, text(language)]));

/** The service's title, and the first thing that was chosen: enough to tell cases in a list apart, and no name. */
function titleOf(service: Service, fields: readonly WayField[]): Localised {
  const { title } = service.definition;
  for (const { field, value } of fields) {
    if (field.type !== 'choice' || typeof value !== 'string') continue;
    const option = field.options.find((candidate) => candidate.id === value);
    if (option === undefined) continue;
    return inEachLanguage(service, (language) => {
      const chosen = textOf(option.label, language).toLocaleLowerCase(language);
      return `${textOf(title, language)}: ${chosen}`;
    });
  }
  return title;
}

function decisionsOf(service: Service): NewCase['decisions'] {
  const { definition, settings } = service;
  return definition.decisions.map((decision) => ({
    id: decision.id,
    label: decision.label,
    outcome: decision.outcome,
    text: inEachLanguage(service, (language) =>
      fillDecision(definition, decision.id, { settings, language }),
    ),
  }));
}

/** The one way to appeal that there is from a decision of what was applied for. */
function appealOf({ definition: { appeal } }: Service, way: Way, situation: Situation): Localised | null {
  const other = appeal?.others.find(({ showIf }) => showIf !== null && holdsAfter(way, showIf, situation));
  return other?.text ?? appeal?.text ?? null;
}

/** The case that a draft becomes: everything it needs to live on its own, whatever happens to the service. */
export function caseOf(ctx: Context, { draft, service, answers, situation }: Parts): NewCase {
  const { definition, settings } = service;
  const way = walk(definition, answers, situation);
  const fields = answeredFields(way);
  const frozen = freezeAnswers(definition, answers, situation);
  const email = firstOf(fields, 'email');
  const phone = firstOf(fields, 'phone');
  const process = processFor(definition, settings);
  const appeal = appealOf(service, way, situation);
  return {
    id: draft.id,
    organisation: draft.organisation,
    person: draft.holder.kind === 'person' ? draft.holder.person : null,
    contact: {
      name: draft.holder.kind === 'person' && ctx.actor.kind === 'person' ? ctx.actor.name : '',
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
    work: service.work,
    workTitle: definition.title,
    versionId: service.pin.versionId,
    versionNumber: service.versionNumber,
    settingsNumber: service.pin.settingsNumber,
    prefix: definition.casePrefix,
    title: titleOf(service, fields),
    process: { ...process, states: process.states.map((state) => ({ ...state, pausesClock: false })) },
    decisions: decisionsOf(service),
    appeal: appeal === null ? null : inEachLanguage(service, (language) => filled(service, appeal, language)),
    answers: frozen,
    concerns: freezeConcerns(definition, frozen, way),
    attachments: attachmentsOf(fields),
    language: draft.language,
  };
}
