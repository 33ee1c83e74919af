import { fillIn, findText, type Json, type Localised, type PickedText } from '../../../kernel/index.ts';
import {
  findProvenance,
  findRunning,
  originMarks,
  type At,
  type OriginMark,
  type Provenance,
  type RunningWork,
} from '../../commons/index.ts';
import { asRead, readGuide, type Guide } from '../definition/index.ts';
import { outlineOf, type Outline } from './outline.ts';

export const kindId = 'guide';

/** A guide as an organisation runs it: one version of its variant with its values, ready to be read. */
export type ShownGuide = {
  readonly organisation: string;
  readonly work: string;
  readonly versionId: string;
  readonly number: number;
  readonly settingsNumber: number;
  /** Without what is hidden. */
  readonly guide: Guide;
  readonly values: Readonly<Record<string, Json>>;
  /** Where each element comes from. */
  readonly origins: ReadonlyMap<string, OriginMark>;
  readonly outline: Outline;
  readonly at: Date;
  /** When the organisation last changed something of its own; null where it never did. */
  readonly changedAt: Date | null;
  /** The upstream version that is common to all; null where the organisation follows nobody. */
  readonly upstream: { readonly organisation: string; readonly number: number } | null;
};

/** What was computed of a version with its values: neither ever changes. The oldest go first. */
const known = new Map<string, ShownGuide>();
const mostKnown = 400;

/** The guide that an organisation has in use, or null. */
export async function findShownGuide(at: At, work: string): Promise<ShownGuide | null> {
  const running = await findRunning(at, work);
  if (running === null || running.kind !== kindId) return null;
  const key = [at.organisation, work, running.versionId, running.settingsNumber].join('/');
  const before = known.get(key);
  if (before !== undefined) return before;
  const provenance = await findProvenance(at, { work, versionId: running.versionId });
  const shown = provenance === null ? null : show(at.organisation, running, provenance);
  if (shown === null) return null;
  const oldest = known.keys().next();
  if (known.size >= mostKnown && oldest.done !== true) known.delete(oldest.value);
  known.set(key, shown);
  return shown;
}

function show(organisation: string, running: RunningWork, provenance: Provenance): ShownGuide | null {
  const { taken } = provenance;
  const own = readGuide(running.definition);
  if (!own.ok) return null;
  const theirs = taken === null ? null : readGuide(taken.definition);
  const origins = taken === null ? new Map() : originMarks(taken.definition, running.definition);
  const sides = {
    own: asRead(own.value),
    upstream: theirs?.ok === true ? asRead(theirs.value) : null,
    origins,
    values: running.values,
  };
  return {
    organisation,
    work: running.work,
    versionId: running.versionId,
    number: running.number,
    settingsNumber: running.settingsNumber,
    guide: sides.own,
    values: running.values,
    origins,
    outline: outlineOf(sides),
    at: provenance.at,
    changedAt: provenance.changedAt,
    upstream: taken === null ? null : { organisation: taken.organisation, number: taken.number },
  };
}

/** A guide that nobody has taken in, as it reads at an organisation: all of it common, nothing filled in. */
export function showUnadopted(
  organisation: string,
  { work, guide }: { work: string; guide: Guide },
): ShownGuide {
  const origins = new Map<string, OriginMark>();
  return {
    organisation,
    work,
    versionId: '',
    number: 0,
    settingsNumber: 0,
    guide,
    values: {},
    origins,
    outline: outlineOf({ own: guide, upstream: null, origins, values: {} }),
    at: new Date(0),
    changedAt: null,
    upstream: null,
  };
}

/** A text of the guide in the reader's language, with the organisation's values; with the language that it is in. */
export type Say = (text: Localised) => PickedText;

export const sayer =
  ({ guide, values }: Pick<ShownGuide, 'guide' | 'values'>, language: string): Say =>
  (text) => {
    const picked = findText(text, language, guide.languages) ?? { text: '', language };
    const { parameters } = guide;
    const { language: inLanguage } = picked;
    const filled = fillIn(picked.text, { parameters, values, language: inLanguage });
    return { ...picked, text: filled.missing.reduce(named(guide, inLanguage), filled.text) };
  };

/** A place without a value is named as the fact that is missing: "[telefon till supporten]". */
const named =
  ({ parameters, languages }: Guide, language: string) =>
  (text: string, id: string): string => {
    const label = parameters.find((parameter) => parameter.id === id)?.label;
    const name = label === undefined ? id : (findText(label, language, languages)?.text ?? id);
    return text.replaceAll(new RegExp(`\\{${id}(?:\\|short)?\\}`, 'gu'), `[${name.toLowerCase()}]`);
  };
