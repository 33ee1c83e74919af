import { formatDate, formatTime } from '../../../platform/text/index.ts';
import { pickText } from '../../../kernel/index.ts';
import { href } from '../../../ui/index.ts';
import { aboutText, versionOf, type Scene } from '../routes/common-view.ts';
import type { CopyTexts } from '../texts/copies.ts';

/** Which version a copy is of, whose the text is, when it was taken and where the living one is. */
export type AboutCopy = {
  /** "Hjo, version 3 (gemensam text: GVS12, version 2)" */
  readonly version: string;
  readonly day: string;
  readonly time: string;
  /** The whole address of the guide. */
  readonly original: string;
  readonly rows: readonly { readonly term: string; readonly value: string }[];
  readonly law: readonly { readonly term: string; readonly value: string }[];
  /** Without an ending: `journalforing-hjo-version-3`. */
  readonly fileName: string;
};

export function aboutCopy(scene: Scene, words: CopyTexts): AboutCopy {
  const { context, shown, site } = scene;
  const { language, now, origin } = context;
  const reading = scene.words.text;
  const isLocal = shown.outline.some(({ steps }) => steps.some((step) => step.origin !== 'shared'));
  const about = aboutText(scene, isLocal);
  const version = versionOf(scene);
  const original = `${origin}${href(language, site.guide(shown.work))}`;
  const [day, time] = [formatDate(now, language), formatTime(now, language)];
  return {
    version,
    day,
    time,
    original,
    rows: [
      { term: words.about.version, value: version },
      ...(about.local === null ? [] : [{ term: reading.local, value: about.local }]),
      { term: reading.reviewBy, value: about.reviewBy },
      { term: words.about.taken, value: day },
      { term: words.about.original, value: original },
    ],
    law: shown.guide.legalBasis.map(({ law, paragraph, text }) => ({
      term: [pickText(law, language), paragraph].filter((part) => part !== '').join(' '),
      value: text === undefined ? '' : pickText(text, language),
    })),
    fileName: `${shown.work}-${shown.organisation}-version-${shown.number}`,
  };
}
