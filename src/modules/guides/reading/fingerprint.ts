import { hashJson, type Json } from '../../../kernel/index.ts';
import type { OriginMark } from '../../commons/index.ts';
import type { Guide, Step } from '../definition/index.ts';
import { contentOf, parametersIn } from './content.ts';

/** Short names of what stood in a step, for telling later whether it is still the same. */
export type Fingerprint = {
  /** Of what upstream has written, as upstream has it: the same at everybody who has taken the same version. */
  readonly common: string;
  /** Of what is the organisation's own: additions, changes, what it has hidden, and the values in the texts. */
  readonly local: string;
  /** By element, and by parameter as `{id}`. */
  readonly parts: Parts;
};

export type Parts = Readonly<Record<string, string>>;

/** Two versions of a guide, each without what is hidden in it. */
export type Sides = {
  readonly own: Guide;
  /** The version last taken from upstream; null where the guide follows nobody. */
  readonly upstream: Guide | null;
  readonly origins: ReadonlyMap<string, OriginMark>;
  readonly values: Readonly<Record<string, Json>>;
};

const short = (value: Json): string => hashJson(value).slice('sha256-'.length, 'sha256-'.length + 16);

/** One name for all the parts, whatever order they stand in. */
export const partsKey = (parts: Parts): string => short(parts);

type Part = { readonly id: string; readonly content: Json };

/** The step's name and each of its blocks. */
function partsOf(step: Step, languages: readonly string[]): readonly Part[] {
  const title = { id: step.id, content: contentOf(step.title, languages) };
  return [title, ...step.blocks.map((block) => ({ id: block.id, content: contentOf(block, languages) }))];
}

/** A step of a guide by its id. */
export const findStep = (guide: Guide, id: string): Step | null =>
  guide.sections.flatMap((section) => section.steps).find((step) => step.id === id) ?? null;

const hashes = (parts: readonly Part[]): Parts =>
  Object.fromEntries(parts.map((part) => [part.id, short(part.content)]));

/** The step of a guide as an organisation runs it, told apart into what is common and what is local. */
export function fingerprint(step: Step, sides: Sides): Fingerprint {
  const { own, upstream, values } = sides;
  const shown = partsOf(step, own.languages);
  const here = hashes(shown);
  const theirs = upstream === null ? step : findStep(upstream, step.id);
  const common = theirs === null ? {} : hashes(partsOf(theirs, (upstream ?? own).languages));
  const facts = Object.fromEntries(
    parametersIn(shown.map((part) => part.content)).map((id) => [`{${id}}`, short(values[id] ?? null)]),
  );
  const ids = new Set([...Object.keys(here), ...Object.keys(common)]);
  const differs = [...ids].filter((id) => here[id] !== common[id]).map((id) => [id, here[id] ?? null]);
  return {
    common: short(common),
    local: short({ ...Object.fromEntries(differs), ...facts }),
    parts: { ...here, ...facts },
  };
}
