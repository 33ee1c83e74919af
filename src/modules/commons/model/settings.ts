import { z } from 'zod';
import type { Json, Localised } from '../../../kernel/index.ts';
import { StorableJson } from './input.ts';

/** Own values of parameters by parameter id, as a settings document holds them. */
export type Values = Readonly<Record<string, Json>>;
export const Values: z.ZodType<Values> = z.record(z.string(), StorableJson);

/** Where the value in force comes from. */
export type ValueOrigin = 'own' | 'offered' | 'default' | 'locked' | 'missing';

/** One row of the checklist that adoption asks for. */
export type ChecklistItem = {
  readonly id: string;
  readonly type: string;
  readonly label: Localised;
  readonly help?: Localised;
  readonly required: boolean;
  readonly options: readonly { readonly id: string; readonly label: Localised }[];
  /** The value in force, or undefined when there is none. */
  readonly value: Json | undefined;
  readonly origin: ValueOrigin;
  /** The organisation that offered or locked the value. */
  readonly from: string | null;
  /** Own value that no longer fits (the type changed): asked again. */
  readonly problem: string | null;
};

export type Checklist = {
  readonly number: number;
  readonly items: readonly ChecklistItem[];
  /** Ids of required parameters without a value that fits. */
  readonly missing: readonly string[];
};
