import { z } from 'zod';
import type { Conflict, Definition, Json, SuggestionMark, WordMark } from '../../../kernel/index.ts';
import { StorableJson } from './input.ts';
import type { Values } from './settings.ts';
import type { Author, Publication } from './work.ts';

/** How a person answers a conflict. `own` is a rewritten suggestion. */
export const Answer = z.discriminatedUnion('take', [
  z.object({ take: z.enum(['suggestion', 'ours', 'theirs', 'base']) }),
  z.object({ take: z.literal('own'), value: StorableJson }),
]);
export type Answer = Readonly<z.infer<typeof Answer>>;

/** A change of upstream's that nothing of ours touches, in the reader's words. */
export type CleanChange = {
  readonly id: string;
  readonly path: string;
  readonly sentence: string;
  readonly state: 'in' | 'declined';
  /** Set when declined. */
  readonly declined: { readonly reason: string; readonly by: Author; readonly at: Date } | null;
  /** The text with its words marked, where the change is of text. */
  readonly words: readonly WordMark[] | null;
};

/** Base, ours and theirs as texts with their word marks, where the conflict is about text. */
export type ConflictWords = {
  readonly base: string;
  readonly ours: readonly WordMark[];
  readonly theirs: readonly WordMark[];
  readonly suggestion: readonly SuggestionMark[];
};

export type OpenConflict = {
  readonly id: string;
  readonly path: string;
  readonly sentence: string;
  readonly conflict: Conflict;
  readonly words: ConflictWords | null;
  readonly answer: { readonly answer: Answer; readonly by: Author; readonly at: Date } | null;
  /** The value that the answer gives, shown when folded. */
  readonly result: Json | undefined;
};

/** A top-level part of the work (a page, the decisions) with what the update does in it. */
export type UpdatePart = {
  readonly path: string;
  readonly title: string;
  /** Those told in full: all of them, or what was asked for. */
  readonly conflicts: readonly OpenConflict[];
  readonly clean: readonly CleanChange[];
  /** Conflicts and clean changes in all. */
  readonly size: number;
  /** Conflicts without an answer. */
  readonly left: number;
};

export type Tile = {
  readonly id: string;
  readonly part: string;
  readonly state: 'in' | 'declined' | 'choose' | 'answered';
};

export type UpdateView = {
  readonly work: string;
  readonly from: { readonly organisation: string; readonly number: number };
  readonly to: Omit<Publication, 'definition'>;
  /** Versions that lie between, newest first, with their messages. */
  readonly steps: readonly {
    readonly number: number;
    readonly message: string;
    readonly publishedAt: Date;
  }[];
  readonly parts: readonly UpdatePart[];
  readonly tiles: readonly Tile[];
  readonly done: number;
  readonly total: number;
  readonly left: number;
  /** Stored revision of the answers so far; sent back with each answer. */
  readonly revision: number;
  /** The result with ours at what is still open: for the preview. */
  readonly merged: Definition;
  /** Values of parameters as they will be. */
  readonly values: Values;
  /** Parameters that the new version asks for and that have no value. */
  readonly missing: readonly string[];
};
