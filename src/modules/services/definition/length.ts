import type { Situation } from './answers/check-answer.ts';
import type { EService } from './model.ts';
import { walk } from './walk.ts';

/** How many steps a person goes through, the check page too. */
export type Length = {
  /** Before anything is answered. */
  readonly atFirst: number;
  /** When every page that answers can lead to is shown. */
  readonly most: number;
};

/** What a person who has just begun meets, and what answers can make of it. */
export const lengthOf = (service: EService, situation: Situation): Length => ({
  atFirst: walk(service, {}, situation).pages.length,
  most: service.pages.filter((page) => !page.hidden).length,
});
