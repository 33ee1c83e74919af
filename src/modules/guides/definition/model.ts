import type { Hash, Localised, Parameter, Subject } from '../../../kernel/index.ts';
import type { LegalBasis } from '../../../kernel/reading/index.ts';

export type { Localised } from '../../../kernel/index.ts';

export type Guide = {
  readonly id: string;
  /** The first is the language of the source; the others are translations. */
  readonly languages: readonly string[];
  readonly title: Localised;
  readonly summary: Localised | null;
  readonly subject: Subject | null;
  /** Who may read it: also those who have not signed in, or staff only. */
  readonly readers: 'everyone' | 'staff';
  /** Months after which somebody has to see that it still holds. */
  readonly reviewMonths: number;
  readonly legalBasis: readonly LegalBasis[];
  readonly parameters: readonly Parameter[];
  readonly sections: readonly Section[];
};

export type Section = {
  readonly id: string;
  readonly hidden: boolean;
  readonly title: Localised;
  readonly summary: Localised | null;
  readonly steps: readonly Step[];
};

/** What one does in one go. */
export type Step = {
  readonly id: string;
  readonly hidden: boolean;
  readonly title: Localised;
  /** Minutes that it takes. */
  readonly minutes: number | null;
  /** Keys of the tasks in the midst of which it helps: `page:/arbete/:organisation/arenden`. */
  readonly tasks: readonly string[];
  readonly blocks: readonly Block[];
};

type Element = {
  readonly id: string;
  readonly hidden: boolean;
  /** Keys of the tasks that this block alone helps with, besides those of its step. */
  readonly tasks: readonly string[];
};

/** Markdown: paragraphs, lists, bold, italics and links. `{parameter}` is a place for a local fact. */
export type Markdown = Localised;

export type Item = { readonly id: string; readonly hidden: boolean; readonly text: Localised };

/** A part of a picture to look at, in per cent of its width and height. */
export type Highlight = {
  readonly id: string;
  readonly hidden: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: Localised | null;
};

export type Option = {
  readonly id: string;
  readonly hidden: boolean;
  readonly text: Localised;
  readonly right: boolean;
  readonly feedback: Markdown | null;
};

export type Question = {
  readonly id: string;
  readonly hidden: boolean;
  readonly question: Localised;
  readonly options: readonly Option[];
};

/** Where a link leads. `page` is a route pattern of Kommons; a step, where given, is a step of the guide. */
export type Target =
  | { readonly kind: 'service'; readonly work: string }
  | { readonly kind: 'page'; readonly address: string }
  | { readonly kind: 'field'; readonly work: string; readonly field: string }
  | { readonly kind: 'guide'; readonly work: string; readonly step: string | null }
  /** `https://…`, or `{parameter}` of type url. */
  | { readonly kind: 'web'; readonly address: string };
export type TargetKind = Target['kind'];

export type TextBlock = Element & { readonly type: 'text'; readonly text: Markdown };
export type HeadingBlock = Element & { readonly type: 'heading'; readonly text: Localised };
export type ActionsBlock = Element & { readonly type: 'actions'; readonly items: readonly Item[] };
export type PictureBlock = Element & {
  readonly type: 'picture';
  readonly media: Hash;
  /** Pixels of the picture as stored, so that the page keeps its place while it loads. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alt: Localised;
  readonly caption: Localised | null;
  readonly highlights: readonly Highlight[];
  /** Whether it shows how to do, or how not to do. */
  readonly verdict: 'right' | 'wrong' | null;
};
export type FilmBlock = Element & {
  readonly type: 'film';
  readonly media: Hash;
  readonly title: Localised;
  /** A file of captions (WebVTT) by language. */
  readonly captions: Readonly<Record<string, Hash>>;
  readonly transcript: Markdown | null;
};
export type WarningBlock = Element & { readonly type: 'warning'; readonly text: Markdown };
export type ChecklistBlock = Element & {
  readonly type: 'checklist';
  readonly title: Localised | null;
  readonly items: readonly Item[];
};
export type QuestionBlock = Element & Question & { readonly type: 'question' };
export type QuizBlock = Element & {
  readonly type: 'quiz';
  readonly title: Localised;
  /** Right answers that it takes to pass. */
  readonly pass: number;
  readonly questions: readonly Question[];
};
export type TermBlock = Element & {
  readonly type: 'term';
  readonly term: Localised;
  readonly explanation: Markdown;
};
export type FileBlock = Element & {
  readonly type: 'file';
  readonly media: Hash;
  /** The file's name, with its ending. */
  readonly name: string;
  readonly title: Localised;
};
export type LinkBlock = Element & { readonly type: 'link'; readonly to: Target; readonly text: Localised };
/** A place that upstream declares and each organisation fills: "Så gör vi hos oss". */
export type SlotBlock = Element & {
  readonly type: 'slot';
  readonly title: Localised;
  /** What to write there, for whoever fills it. */
  readonly prompt: Localised | null;
  readonly required: boolean;
  readonly blocks: readonly InnerBlock[];
};
/** A block of another guide, or of this one, shown here too. */
export type ReuseBlock = Element & { readonly type: 'reuse'; readonly work: string; readonly block: string };

export type InnerBlock =
  | TextBlock
  | HeadingBlock
  | ActionsBlock
  | PictureBlock
  | FilmBlock
  | WarningBlock
  | ChecklistBlock
  | QuestionBlock
  | QuizBlock
  | TermBlock
  | FileBlock
  | LinkBlock
  | ReuseBlock;
export type Block = InnerBlock | SlotBlock;
export type BlockType = Block['type'];
