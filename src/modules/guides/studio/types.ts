import { isObject, type JsonObject } from '../../../kernel/index.ts';
import { blockTypes, targetKinds, type BlockType, type TargetKind } from '../definition/index.ts';

/** The type of a block; null where it has none that is known. */
export const blockTypeOf = ({ type }: JsonObject): BlockType | null =>
  blockTypes.find((one) => one === type) ?? null;

/** What a link leads to; null where it does not say. */
export function targetKindOf({ to }: JsonObject): TargetKind | null {
  const kind = isObject(to) ? to['kind'] : undefined;
  return targetKinds.find((one) => one === kind) ?? null;
}
