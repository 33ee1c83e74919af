import type { MergeInput as KernelInput, MergeResult } from '../../../kernel/index.ts';
import type { Kind } from './kind.ts';

/** What is merged; the rules are the kind's. */
export type MergeInput = Omit<KernelInput, 'rules'>;

/** Does the kernel's merge, here or elsewhere. */
export type Merger = (kind: Kind, input: MergeInput) => Promise<MergeResult>;
