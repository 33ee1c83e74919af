import type { Definition } from '../../../kernel/index.ts';
import type { Variant, Version } from './work.ts';

/** A variant with one more version, decided but not yet saved. */
export type Advanced = {
  readonly before: Variant;
  readonly variant: Variant;
  readonly version: Version;
  readonly definition: Definition;
};
