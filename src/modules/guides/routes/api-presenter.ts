import { fillIn, isList, isLocalised, isObject, type Json } from '../../../kernel/index.ts';
import type { Block } from '../definition/index.ts';
import { findStep } from '../reading/fingerprint.ts';
import { stateOfStep, type Reader } from '../reading/news.ts';
import { originOf } from '../reading/outline.ts';
import { changedParts } from '../reading/progress.ts';
import type { ShownGuide } from '../reading/shown.ts';
import type { Help } from '../support/helping.ts';
import type { GuideDetails, ReadingShown } from './api-shapes.ts';

/** A value of the definition with the organisation's values in every text of it, in every language. */
function filled({ guide, values }: ShownGuide): (value: Json) => Json {
  const known = new Set(guide.languages);
  const { parameters } = guide;
  const visit = (value: Json): Json => {
    if (isList(value)) return value.map(visit);
    if (!isObject(value)) return value;
    if (!isLocalised(value, known)) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one)]));
    }
    return Object.fromEntries(
      Object.entries(value).map(([language, text]) => [
        language,
        fillIn(text, { parameters, values, language }).text,
      ]),
    );
  };
  return visit;
}

type Presented = GuideDetails['sections'][number]['steps'][number]['blocks'];

function presenter(shown: ShownGuide): (blocks: readonly Block[]) => Presented {
  const fill = filled(shown);
  return (blocks) =>
    blocks.map((block) => {
      const content = fill(block);
      const own = { id: block.id, type: block.type, origin: originOf(block, shown.origins) };
      return { ...(isObject(content) ? content : {}), ...own };
    });
}

/** The blocks that help, as the API tells of them. */
export const blocksOfHelp = ({ shown, blocks }: Help): Presented => presenter(shown)(blocks);

/** A guide as the API tells of it. */
export function detailsOf(shown: ShownGuide): GuideDetails {
  const { guide, outline } = shown;
  const present = presenter(shown);
  return {
    work: shown.work,
    title: guide.title,
    summary: guide.summary,
    subject: guide.subject,
    readers: guide.readers,
    version: { id: shown.versionId, number: shown.number },
    settingsNumber: shown.settingsNumber,
    upstream: shown.upstream,
    sections: outline.map((section) => ({
      id: section.id,
      title: section.title,
      steps: section.steps.map((step) => {
        const written = findStep(guide, step.id);
        return {
          id: step.id,
          title: step.title,
          minutes: step.minutes,
          tasks: [...(written?.tasks ?? [])],
          origin: step.origin,
          blocks: present(written?.blocks ?? []),
        };
      }),
    })),
  };
}

type Kept = {
  readonly reader: Reader;
  readonly place: string | null;
  readonly passed: ReadonlyMap<string, Date>;
};

/** What a person has read of a guide, as the API tells of it. */
export function readingOf(shown: ShownGuide, { reader, place, passed }: Kept): ReadingShown {
  return {
    work: shown.work,
    place,
    passed: [...passed.keys()],
    steps: shown.outline.flatMap((section) =>
      section.steps.map((step) => {
        const state = stateOfStep(step, reader);
        if (state.kind === 'unread')
          return { id: step.id, state: 'unread', differs: [], readAt: null, readIn: null };
        const { read } = state;
        return {
          id: step.id,
          state: state.kind,
          differs: changedParts(read.parts, step.fingerprint.parts).map(({ part }) => part),
          readAt: read.at.toISOString(),
          readIn: read.organisation,
        };
      }),
    ),
  };
}
