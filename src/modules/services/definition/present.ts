import { isAddress, isChoices, isEmpty, isFiles } from './answers/check-answer.ts';
import type { Situation } from './answers/check-answer.ts';
import { personalNumberText } from './answers/personal-number.ts';
import { dayText, numberText } from './answers/text.ts';
import type { Language } from './answers/text.ts';
import { fillText } from './fill.ts';
import type { AnswerValue, Answers, EService, Field, Localised } from './model.ts';
import { walk } from './walk.ts';
import type { Way, WayField } from './walk.ts';

/** One question with its answer, as text in one language. */
export type AnswerRow = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly kind: Field['type'];
  /** Ids of the files. */
  readonly attachments?: readonly string[];
};

/** The answers of one page, or of one row of a group. */
export type AnswerSection = {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
};

const words = {
  sv: { yes: 'Ja', no: 'Nej', none: 'Inget svar' },
  en: { yes: 'Yes', no: 'No', none: 'No answer' },
} as const;

/**
 * The answers that count, to read: a section for each page that asked something, and after it one for
 * each row of its groups.
 */
export function presentAnswers(
  service: EService,
  answers: Answers,
  { language, situation }: { readonly language: Language; readonly situation: Situation },
): readonly AnswerSection[] {
  const presenter = new Presenter(service, situation, language);
  return walk(service, answers, situation).pages.flatMap(({ page, fields }) => {
    const own = { id: page.id, title: presenter.text(page.title), rows: presenter.rows(fields) };
    const groups = fields.flatMap(({ rows }) =>
      rows
        .filter((row) => !row.empty)
        .map((row) => ({ id: row.id, title: row.title[language], rows: presenter.rows(row.fields) })),
    );
    return [...(own.rows.length > 0 ? [own] : []), ...groups];
  });
}

/** An answer that stays readable in both languages; what reads the same in both is what a person wrote. */
export type FrozenRow = Omit<AnswerRow, 'label' | 'value'> & {
  readonly label: Localised;
  readonly value: string | Localised;
};

export type FrozenSection = {
  readonly id: string;
  readonly title: Localised;
  readonly rows: readonly FrozenRow[];
};

/** The answers that count, to keep: those who read them later may read in another language than they were given in. */
export function freezeAnswers(
  service: EService,
  answers: Answers,
  situation: Situation,
): readonly FrozenSection[] {
  const english = presentAnswers(service, answers, { language: 'en', situation });
  return presentAnswers(service, answers, { language: 'sv', situation }).map((section, at) => {
    const other = english[at] ?? section;
    return {
      id: section.id,
      title: { sv: section.title, en: other.title },
      rows: section.rows.map((row, index) => frozenRow(row, other.rows[index] ?? row)),
    };
  });
}

/** The answers that say whom or what the case concerns, of those that were given, in the service's order. */
export function freezeConcerns(
  service: EService,
  frozen: readonly FrozenSection[],
  way: Way,
): readonly FrozenRow[] {
  const given = new Set(
    way.pages.flatMap(({ fields }) =>
      fields.filter(({ value }) => !isEmpty(value)).map(({ input }) => input),
    ),
  );
  const rows = frozen.flatMap((section) => section.rows);
  return service.concerns.flatMap((id) => rows.filter((row) => row.id === id && given.has(id)));
}

const frozenRow = (sv: AnswerRow, en: AnswerRow): FrozenRow => ({
  ...sv,
  label: { sv: sv.label, en: en.label },
  value: sv.value === en.value ? sv.value : { sv: sv.value, en: en.value },
});

class Presenter {
  readonly #service: EService;
  readonly #situation: Situation;
  readonly #language: Language;

  constructor(service: EService, situation: Situation, language: Language) {
    this.#service = service;
    this.#situation = situation;
    this.#language = language;
  }

  text(text: Localised): string {
    return fillText(this.#service, text, { settings: this.#situation.settings, language: this.#language });
  }

  rows(fields: readonly WayField[]): readonly AnswerRow[] {
    return fields.flatMap(({ field, input, value }): readonly AnswerRow[] => {
      if (field.type === 'information' || field.type === 'unsupported') return [];
      if (field.type === 'group' && !isEmpty(value)) return [];
      return [
        {
          id: input,
          label: this.text(field.label),
          value: this.#value(field, value),
          kind: field.type,
          ...(isFiles(value) && value.length > 0 ? { attachments: value.map(({ id }) => id) } : {}),
        },
      ];
    });
  }

  #value(field: Field, value: AnswerValue | undefined): string {
    const { yes, no, none } = words[this.#language];
    if (isEmpty(value)) return none;
    if (typeof value === 'boolean') return value ? yes : no;
    if (typeof value === 'number') return this.#number(field, value);
    if (typeof value === 'string') return this.#string(field, value);
    if (isAddress(value)) return `${value.street}\n${value.postalCode} ${value.town}`;
    if (isFiles(value)) return value.map(({ name }) => name).join('\n');
    return isChoices(value) ? value.map((id) => this.#option(field, id)).join('\n') : none;
  }

  #number(field: Field, value: number): string {
    const unit = field.type === 'number' && field.unit !== null ? `\u00a0${this.text(field.unit)}` : '';
    return numberText(value, this.#language) + unit;
  }

  #string(field: Field, value: string): string {
    switch (field.type) {
      case 'choice':
        return this.#option(field, value);
      case 'date':
        return dayText(value, this.#language);
      case 'personal-number':
        return personalNumberText(value);
      case 'short-text':
      case 'long-text':
      case 'number':
      case 'yes-no':
      case 'choices':
      case 'email':
      case 'phone':
      case 'file':
      case 'information':
      case 'address':
      case 'group':
      case 'unsupported':
        return value;
    }
  }

  #option(field: Field, id: string): string {
    const options = field.type === 'choice' || field.type === 'choices' ? field.options : [];
    const option = options.find((each) => each.id === id);
    return option === undefined ? id : this.text(option.label);
  }
}
