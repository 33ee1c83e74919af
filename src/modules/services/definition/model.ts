import type { Expression } from '../../../kernel/conditions/index.ts';
import type { Localised, Parameter, PublicSubject } from '../../../kernel/index.ts';
import type { LegalBasis, Option } from '../../../kernel/reading/index.ts';

export type { Bilingual } from '../../../kernel/conditions/index.ts';
export type { Localised } from '../../../kernel/index.ts';
export type { Option } from '../../../kernel/reading/index.ts';

export type ValueOrParameter<T> = T | { readonly parameter: string };

/** A condition as it was written, and parsed. */
export type Condition = { readonly text: string; readonly expression: Expression };

export type EService = {
  readonly id: string;
  /** The first is the language of the source; the others are translations. */
  readonly languages: readonly string[];
  readonly title: Localised;
  /** The service as something to do: "Ansök om skolskjuts". */
  readonly task: Localised;
  readonly summary: Localised | null;
  readonly subject: PublicSubject | null;
  readonly signIn: 'required' | 'optional';
  /** The letters before a case's number, such as SKJ. */
  readonly casePrefix: string;
  /** The questions whose answers say whom or what a case concerns: the child, the place. */
  readonly concerns: readonly string[];
  readonly legalBasis: readonly LegalBasis[];
  readonly parameters: readonly Parameter[];
  readonly before: readonly TextElement[];
  readonly sections: readonly Section[];
  /** Pages of questions, then a check page last, whether the definition has one or not. */
  readonly pages: readonly Page[];
  readonly process: Process;
  readonly decisions: readonly Decision[];
  readonly appeal: Appeal | null;
  readonly receipt: TextElement | null;
  readonly examples: readonly Example[];
};

export type TextElement = { readonly id: string; readonly text: Localised };

/** How a decision is appealed; where the condition of one of the others holds, that way is told of instead. */
export type Appeal = TextElement & {
  readonly others: readonly (TextElement & { readonly showIf: Condition | null })[];
};

/** The organisation's values, by parameter id: metres, kronor and days for distances, money and durations. */
export type Settings = Readonly<Record<string, string | number | boolean | null>>;

/** A heading over several pages in the list of steps. */
export type Section = { readonly id: string; readonly title: Localised; readonly hidden: boolean };

export type Page = {
  readonly id: string;
  readonly type: 'questions' | 'check';
  readonly title: Localised;
  readonly text: Localised | null;
  /** The section that the page belongs to. */
  readonly section: string | null;
  readonly showIf: Condition | null;
  readonly hidden: boolean;
  readonly fields: readonly Field[];
  readonly checks: readonly Check[];
};

/** A rule over several answers: where `refuseIf` is true, the person stays on the page and reads the message. */
export type Check = {
  readonly id: string;
  readonly refuseIf: Condition;
  readonly message: Localised;
  /** The question that the message stands at. */
  readonly field: string | null;
};

type Element = {
  readonly id: string;
  readonly label: Localised;
  readonly help: Localised | null;
  /** How a sentence names the answer, in the definite form: "avståndet". Used in messages. */
  readonly noun: Localised | null;
  readonly required: boolean;
  readonly showIf: Condition | null;
  readonly hidden: boolean;
};

export const textPatterns = [
  'organisation-number',
  'postal-code',
  'property',
  'vehicle',
  'web-address',
  'digits',
] as const;
export type TextPattern = (typeof textPatterns)[number];

export type ShortText = Element & {
  readonly type: 'short-text';
  readonly maxLength: number;
  readonly pattern: TextPattern | null;
};
export type LongText = Element & {
  readonly type: 'long-text';
  readonly maxLength: number;
  readonly maxWords: number | null;
};
export type NumberQuestion = Element & {
  readonly type: 'number';
  readonly min: ValueOrParameter<number> | null;
  readonly max: ValueOrParameter<number> | null;
  readonly decimals: number;
  readonly unit: Localised | null;
};
/** A limit of a date: a day as `2026-12-31`, the day of answering, or a parameter of type date. */
export type DayLimit = ValueOrParameter<string>;
export type DateQuestion = Element & {
  readonly type: 'date';
  readonly earliest: DayLimit | null;
  readonly latest: DayLimit | null;
};
export type YesNo = Element & { readonly type: 'yes-no' };
export type Choice = Element & { readonly type: 'choice'; readonly options: readonly Option[] };
export type Choices = Element & {
  readonly type: 'choices';
  readonly options: readonly Option[];
  readonly min: ValueOrParameter<number> | null;
  readonly max: ValueOrParameter<number> | null;
};
export type Email = Element & { readonly type: 'email' };
export type Phone = Element & { readonly type: 'phone' };
export type PersonalNumber = Element & {
  readonly type: 'personal-number';
  /** Whether a coordination number will do too (samordningsnummer, folkbokföringslagen 18 a §). */
  readonly coordination: boolean;
};
export const fileFormats = [
  'pdf', 'jpg', 'png', 'heic', 'webp', 'gif', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'rtf', 'txt', 'csv', 'zip',
  'mp3', 'mp4', 'dwg', 'ifc',
] as const; // prettier-ignore
/** What a question of files takes when it does not say: the same as a completion of a case and its messages. */
export const standardFormats = [
  'pdf', 'jpg', 'png', 'heic', 'webp', 'docx', 'xlsx', 'odt', 'ods', 'txt',
] as const satisfies readonly (typeof fileFormats)[number][]; // prettier-ignore
export type FileFormat = (typeof fileFormats)[number];
export type FileQuestion = Element & {
  readonly type: 'file';
  readonly accept: readonly FileFormat[];
  readonly maxMegabytes: number;
  readonly minFiles: number;
  readonly maxFiles: number;
};
/** Text between the questions; asks nothing. The text is markdown. */
export type Information = Element & { readonly type: 'information'; readonly text: Localised | null };
export type Address = Element & {
  readonly type: 'address';
  /** Whether the address may be outside Sweden, with a postal code of any form. */
  readonly abroad: boolean;
};
/** Questions that are asked once for each of several things: children, owners, costs. */
export type Group = Element & {
  readonly type: 'group';
  readonly fields: readonly RowField[];
  readonly min: ValueOrParameter<number>;
  readonly max: ValueOrParameter<number>;
  /** What one row is called: "Barn". */
  readonly itemTitle: Localised;
};
/** Something that an import did not know. Designers see it; citizens do not. */
export type Unsupported = Element & { readonly type: 'unsupported'; readonly source: unknown };

export type RowField =
  | ShortText
  | LongText
  | NumberQuestion
  | DateQuestion
  | YesNo
  | Choice
  | Choices
  | Email
  | Phone
  | PersonalNumber
  | FileQuestion
  | Information
  | Address
  | Unsupported;
export type Field = RowField | Group;
export type FieldType = Field['type'];

export type TimeLimit = ValueOrParameter<number>;

export type ProcessStateKind = 'received' | 'working' | 'waiting' | 'decided' | 'closed';
export type ProcessState = {
  readonly id: string;
  readonly title: Localised;
  readonly role: string;
  readonly kind: ProcessStateKind;
  /** Days, or a parameter of type duration or number. */
  readonly timeLimit: TimeLimit | null;
  readonly help: Localised | null;
};
export type Process = {
  readonly id: string;
  readonly states: readonly ProcessState[];
  /** Days that the applicant has to complete what is missing. */
  readonly completionDays: TimeLimit | null;
};

export type Outcome = 'approved' | 'partly' | 'rejected' | 'closed';
export type Decision = {
  readonly id: string;
  readonly label: Localised;
  readonly outcome: Outcome;
  /** Markdown, with parameters as placeholders. */
  readonly text: Localised | null;
};

/** A sample that the service carries and that is run at publish, adoption and merge. */
export type Example = {
  readonly id: string;
  readonly title: Localised | null;
  /** The day that "today" is for the sample, as `2026-01-31`. */
  readonly today: string | null;
  readonly settings: Settings;
  readonly answers: Answers;
  readonly expect: {
    /** The pages that the person comes to, in order, the check page last. */
    readonly pages: readonly string[] | null;
    readonly valid: boolean;
    /** The questions whose answers are refused, where `valid` is false. */
    readonly issues: readonly string[] | null;
  };
};

export type FileAnswer = {
  readonly id: string;
  readonly name: string;
  /** Media type, decided from the content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly hash: string;
};
export type AddressAnswer = { readonly street: string; readonly postalCode: string; readonly town: string };
export type RowAnswer = { readonly id: string; readonly answers: Answers };

/**
 * What was answered to one question: text as written (trimmed), a number, a day as `2026-01-31`, an option's id,
 * several options' ids, a personal number as twelve digits, files, an address, rows of a group. Null is "taken back".
 */
export type AnswerValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly FileAnswer[]
  | AddressAnswer
  | readonly RowAnswer[];

/** Answers by field id. */
export type Answers = Readonly<{ [field: string]: AnswerValue }>;
