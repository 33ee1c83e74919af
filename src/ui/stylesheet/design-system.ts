import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { keepUsed } from './rules.ts';

const require = createRequire(import.meta.url);

/** The component files of the design system that our components use; the rest is never sent. */
const files = [
  'base',
  'button',
  'field',
  'input',
  'label',
  'error-summary',
  'breadcrumbs',
  'details',
  'tag',
  'skip-link',
] as const;

/**
 * Features of those files that no component of ours has: other variants, switches, read-only and
 * disabled controls (a disabled control explains nothing), right-to-left, other languages' words.
 */
const unused = [
  /\[data-variant=(?:outline|default|tinted)\]/u,
  /\.ds-field(?::not\(\[hidden\]\))?:(?:where\()?(?:has|not)\(/u,
  /\.ds-field\[/u,
  /\[data-field=/u,
  /role=switch/u,
  /:disabled|aria-disabled|readonly/u,
  /:indeterminate/u,
  /:dir\(rtl\)|:lang\(n/u,
  /affix|avatar|card|floating|ds-checkbox|ds-list|ds-sr-only|ds-focus|readonly-icon|ds-icon|print-preserve/u,
  /data-clickdelegate|aria-busy|data-icon|part\(/u,
  /data-color-scheme/u,
  /\.ds-skiplink/u,
  /u-summary/u,
];

/** Pictures in addresses of their own that no component of ours shows: each weighs more than the rule it is in. */
const unusedPictures =
  /--ds-readonly-icon-url:url\("[^"]*"\);?|--dsc-breadcrumbs-icon-url:url\("[^"]*"\);?/gu;

const plain = (selector: string): string =>
  selector.replaceAll(/:is\(\.ds-skip-link:focus,\.ds-skiplink:focus\)/gu, '.ds-skip-link:focus');

/** Selectors that mention an unused feature only to except it (`:not(:disabled)`) still count as used. */
const exceptions = /:not\((?:[^()]|\([^()]*\))*\)/gu;

const isUnused = (selector: string): boolean => {
  const bare = selector.replaceAll(exceptions, '').replaceAll(':is(summary,u-summary)', 'summary');
  return unused.some((pattern) => pattern.test(bare));
};

/** The part of the design system's style sheets that our pages use. Read once, at boot. */
export function designSystem(): string {
  const css = files.map((file) =>
    readFileSync(require.resolve(`@digdir/designsystemet-css/${file}.css`), 'utf8'),
  );
  return keepUsed(plain(css.join('').replaceAll(unusedPictures, '')), isUnused);
}
