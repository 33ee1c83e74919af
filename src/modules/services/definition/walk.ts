import type { Value } from '../../../kernel/conditions/index.ts';
import { holds, references } from '../../../kernel/conditions/index.ts';
import { checkAnswer, isAddress, isChoices, isEmpty, isFiles, limitOf } from './answers/check-answer.ts';
import type { Fault, Situation } from './answers/check-answer.ts';
import { inputName } from './answers/names.ts';
import * as say from './answers/say.ts';
import { both, subjectOf } from './answers/text.ts';
import { fillBoth } from './fill.ts';
import { largest } from './read/limits.ts';
import type {
  AnswerValue, Answers, Bilingual, Condition, EService, Field, Group, Localised, Page, RowAnswer, RowField,
} from './model.ts'; // prettier-ignore

/** What is wrong with an answer, and at which input of the page it stands. */
export type AnswerIssue = {
  readonly kind: 'missing' | 'wrong';
  readonly field: string;
  /** The input to link to. */
  readonly input: string;
  readonly message: Bilingual;
  /** The id of the file that is refused. */
  readonly file?: string;
};

export type WayField = {
  readonly field: Field;
  /** The name of its input, or of the inputs' common beginning. */
  readonly input: string;
  readonly value: AnswerValue | undefined;
  /** The rows of a group, those that are still empty too; none for other questions. */
  readonly rows: readonly WayRow[];
  readonly issues: readonly AnswerIssue[];
};

export type WayRow = {
  readonly id: string;
  /** "Barn 2" */
  readonly title: Bilingual;
  readonly fields: readonly WayField[];
  /** Nothing in it is answered, and it does not count. */
  readonly empty: boolean;
};

export type WayPage = {
  readonly page: Page;
  /** The questions that are asked, given the answers before them. */
  readonly fields: readonly WayField[];
  /**
   * `done`: everything that is needed is answered; `wrong`: something answered will not do; `open`: the first page
   * that lacks something; `ahead`: not come to yet.
   */
  readonly state: 'done' | 'wrong' | 'open' | 'ahead';
  readonly issues: readonly AnswerIssue[];
};

/** The way through a service, given what has been answered. */
export type Way = {
  /** The pages that the person comes to, in order, the check page last. */
  readonly pages: readonly WayPage[];
  /** The answers that count: those to questions that are asked. */
  readonly answers: Answers;
  /** The first page that lacks something; the check page where none does. */
  readonly firstOpen: string;
  /** Everything that is needed is answered and will do. */
  readonly complete: boolean;
};

/**
 * Walks a service from the start. Only answers to questions that the person comes to count, both for the conditions
 * further on and in the result; others are left where they are.
 */
export function walk(service: EService, answers: Answers, situation: Situation): Way {
  const walker = new Walker(service, situation);
  const visited = service.pages.flatMap((page) => {
    if (page.type === 'check' || !walker.reaches(page)) return [];
    return [walker.visit(page, answers)];
  });
  const open = visited.findIndex((page) => page.issues.length > 0);
  const pages = visited.map((page, index): WayPage => ({ ...page, state: stateOf(page, index, open) }));
  const check = service.pages.find((page) => page.type === 'check');
  const last: readonly WayPage[] =
    check === undefined
      ? []
      : [{ page: check, fields: [], state: open === -1 ? 'open' : 'ahead', issues: [] }];
  return {
    pages: [...pages, ...last],
    answers: walker.relevant,
    firstOpen: pages[open]?.page.id ?? check?.id ?? '',
    complete: open === -1,
  };
}

function stateOf(page: Omit<WayPage, 'state'>, index: number, open: number): WayPage['state'] {
  if (page.issues.some((issue) => issue.kind === 'wrong')) return 'wrong';
  if (index === open) return 'open';
  if (page.issues.length > 0) return 'ahead';
  const answered = page.fields.some(({ value }) => !isEmpty(value));
  return open === -1 || index < open || answered ? 'done' : 'ahead';
}

/** Whether a condition holds when the way has been walked. */
export function holdsAfter({ answers }: Way, condition: Condition, { settings, today }: Situation): boolean {
  const value = (name: string): Value => {
    const answer = answers[name];
    return answer === undefined ? (settings[name] ?? null) : valueOf(answer);
  };
  return holds(condition.expression, { value, today });
}

export function pageOf(way: Way, id: string): WayPage | undefined {
  return way.pages.find(({ page }) => page.id === id);
}

export function pageAfter(way: Way, id: string): WayPage | undefined {
  const index = way.pages.findIndex(({ page }) => page.id === id);
  return index === -1 ? undefined : way.pages[index + 1];
}

export function pageBefore(way: Way, id: string): WayPage | undefined {
  return way.pages[way.pages.findIndex(({ page }) => page.id === id) - 1];
}

/** What was read of a question: an answer, or a fault where it could not be read. */
export type Given = { readonly value: AnswerValue | undefined; readonly fault: Fault | null };

/** Where the walker gets the answers on a page from: a draft, or a form that was just sent. */
export type Source = {
  readonly given: (field: RowField, input: string, row: RowAnswer | null) => Given;
  readonly rows: (group: Group) => readonly RowAnswer[];
};

function draftSource(answers: Answers): Source {
  return {
    given: (field, _input, row) => ({ value: (row === null ? answers : row.answers)[field.id], fault: null }),
    rows: (group) => rowsOf(answers[group.id]),
  };
}

/** The rows of a group's answer; none where it is something else. */
export function rowsOf(value: AnswerValue | undefined): readonly RowAnswer[] {
  return isRows(value) ? value : [];
}

function isRows(value: AnswerValue | undefined): value is readonly RowAnswer[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && 'answers' in item);
}

/** Goes from question to question, remembering what counts. */
export class Walker {
  readonly #service: EService;
  readonly #situation: Situation;
  readonly #values: Map<string, Value>;
  readonly #relevant = new Map<string, AnswerValue>();

  constructor(service: EService, situation: Situation) {
    this.#service = service;
    this.#situation = situation;
    this.#values = new Map(Object.entries(situation.settings));
  }

  get relevant(): Answers {
    return Object.fromEntries(this.#relevant);
  }

  reaches(page: Page): boolean {
    return !page.hidden && this.#shows(page.showIf, null);
  }

  visit(page: Page, answers: Answers): Omit<WayPage, 'state'> {
    return this.visitFrom(page, draftSource(answers));
  }

  visitFrom(page: Page, source: Source): Omit<WayPage, 'state'> {
    const fields = page.fields.flatMap((field) => {
      if (!isAsked(field) || !this.#shows(field.showIf, null)) return [];
      return [field.type === 'group' ? this.#group(field, source) : this.#field(field, source)];
    });
    const refusals = this.#refusals(page, fields);
    const told = fields.flatMap(({ field, issues }) => [
      ...issues,
      ...refusals.filter((refusal) => refusal.field === field.id),
    ]);
    return { page, fields, issues: [...told, ...refusals.filter((refusal) => !told.includes(refusal))] };
  }

  #shows(condition: Condition | null, row: ReadonlyMap<string, Value> | null): boolean {
    if (condition === null) return true;
    const value = (name: string): Value => row?.get(name) ?? this.#values.get(name) ?? null;
    return holds(condition.expression, { value, today: this.#situation.today });
  }

  #field(field: RowField, source: Source): WayField {
    const { value, fault } = source.given(field, field.id, null);
    const faults = fault === null ? checkAnswer(field, value, this.#situation) : [fault];
    const counts = !isEmpty(value) && fault === null;
    if (counts) {
      this.#values.set(field.id, valueOf(value));
      this.#relevant.set(field.id, value);
    }
    return { field, input: field.id, value, rows: [], issues: this.#issues(field, field.id, faults) };
  }

  #group(group: Group, source: Source): WayField {
    const least = Math.max(0, limitOf(group.min, this.#situation.settings) ?? 0);
    const given = source.rows(group);
    const blank = blankRows(given, Math.max(least, 1));
    const rows = [...given, ...blank].map((row, index) => this.#row(group, row, index, source));
    const filled = rows.filter(({ shown }) => !shown.empty).length;
    const needed = rows.filter(({ shown }) => shown.empty).slice(0, Math.max(0, least - filled));
    const counted = rows.filter((row) => !row.shown.empty);
    const answer = counted.map(({ answer: relevant }) => relevant);
    this.#values.set(group.id, valueOf(answer));
    if (answer.length > 0) this.#relevant.set(group.id, answer);
    const asked = new Set([...counted, ...needed]);
    const issues = [
      ...this.#sizeIssues(group, { least, filled, shown: needed.length }),
      ...rows.flatMap((row) => (asked.has(row) ? row.shown.fields.flatMap((field) => field.issues) : [])),
    ];
    return { field: group, input: group.id, value: answer, rows: rows.map(({ shown }) => shown), issues };
  }

  #issues(field: Field, input: string, faults: readonly Fault[]): readonly AnswerIssue[] {
    return faults.map(({ kind, message, part, file }) => ({
      kind,
      field: field.id,
      input: part === undefined ? input : inputName(input, part),
      message: this.#filled(message),
      ...(file === undefined ? {} : { file }),
    }));
  }

  /** Labels may hold parameters, and messages quote labels. */
  #filled(message: Bilingual): Bilingual {
    return message.sv.includes('{') || message.en.includes('{')
      ? fillBoth(message, this.#service, this.#situation.settings)
      : message;
  }

  #sizeIssues(group: Group, rows: { least: number; filled: number; shown: number }): readonly AnswerIssue[] {
    const most = Math.min(limitOf(group.max, this.#situation.settings) ?? largest.rows, largest.rows);
    const subject = subjectOf(group);
    if (rows.filled > most) {
      return [{ kind: 'wrong', field: group.id, input: group.id, message: say.tooManyRows(subject, most) }];
    }
    const anyNeeded = group.fields.some((field) => field.required);
    if (rows.filled >= rows.least || (rows.shown > 0 && anyNeeded)) return [];
    return [
      { kind: 'missing', field: group.id, input: group.id, message: say.tooFewRows(subject, rows.least) },
    ];
  }

  #row(group: Group, row: RowAnswer, index: number, source: Source): { shown: WayRow; answer: RowAnswer } {
    const title = rowTitle(group.itemTitle, index);
    const values = new Map<string, Value>();
    const relevant = new Map<string, AnswerValue>();
    const fields = group.fields.flatMap((field): readonly WayField[] => {
      if (!isAsked(field) || !this.#shows(field.showIf, values)) return [];
      const input = inputName(group.id, row.id, field.id);
      const { value, fault } = source.given(field, input, row);
      const faults = fault === null ? checkAnswer(field, value, this.#situation) : [fault];
      if (!isEmpty(value) && fault === null) {
        values.set(field.id, valueOf(value));
        relevant.set(field.id, value);
      }
      const told = faults.map((each) => ({ ...each, message: say.inRow(each.message, title) }));
      return [{ field, input, value, rows: [], issues: this.#issues(field, input, told) }];
    });
    const empty =
      relevant.size === 0 && fields.every((field) => field.issues.every(({ kind }) => kind === 'missing'));
    return {
      shown: { id: row.id, title, fields, empty },
      answer: { id: row.id, answers: Object.fromEntries(relevant) },
    };
  }

  /**
   * What the page's own rules refuse, of what they can judge: a rule waits while a question that it names has an
   * issue, but not for the rest of the page. Whoever may not go on is told so before all is filled in.
   */
  #refusals(page: Page, fields: readonly WayField[]): readonly AnswerIssue[] {
    const unsettled = new Set(fields.flatMap(({ field, issues }) => (issues.length > 0 ? [field.id] : [])));
    return page.checks.flatMap((check) => {
      const judged = references(check.refuseIf.expression).every(({ name }) => !unsettled.has(name));
      if (!judged || !this.#shows(check.refuseIf, null)) return [];
      const field = fields.find((each) => each.field.id === check.field) ?? fields[0];
      const id = field?.field.id ?? '';
      return [
        {
          kind: 'wrong' as const,
          field: id,
          input: field?.input ?? id,
          message: this.#filled(both(check.message)),
        },
      ];
    });
  }
}

function isAsked(field: Field): boolean {
  return !field.hidden && field.type !== 'unsupported';
}

/** Rows to fill in where there are fewer than are shown, with ids that no other row has. */
function blankRows(given: readonly RowAnswer[], shown: number): readonly RowAnswer[] {
  const taken = new Set(given.map(({ id }) => id));
  const free = Array.from({ length: shown + given.length }, (_, index) => `rad-${index + 1}`).filter(
    (id) => !taken.has(id),
  );
  return free.slice(0, Math.max(0, shown - given.length)).map((id) => ({ id, answers: {} }));
}

function rowTitle(itemTitle: Localised, index: number): Bilingual {
  const { sv, en } = both(itemTitle);
  return { sv: `${sv} ${index + 1}`, en: `${en} ${index + 1}` };
}

/** The answer as a condition sees it: rows as records, files by name. */
function valueOf(value: AnswerValue): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isAddress(value)) return { street: value.street, postalCode: value.postalCode, town: value.town };
  if (isChoices(value)) return value;
  if (isFiles(value)) return value.map(({ name }) => name);
  return rowsOf(value).map((row) =>
    Object.fromEntries(Object.entries(row.answers).map(([name, answer]) => [name, valueOf(answer)])),
  );
}
