import type { VNode } from 'preact';
import { inLanguage } from '../link/href.ts';
import type { Language } from '../page/context.ts';
import { texts } from '../texts/index.ts';

export type SupportProps = {
  readonly language: Language;
  /** Where the help about this page is read, without the language. */
  readonly to: string;
};

/**
 * Help about the page one is on, in a panel at its side: fetched when it is opened, and nothing that one is
 * writing is left.
 */
export function Support({ language, to }: SupportProps): VNode {
  const words = texts(language).support;
  const address = inLanguage(language, to);
  return (
    <details class="k-support">
      <summary>
        <span class="k-support-open">{words.title}</span>
        <span class="k-support-close">{words.close}</span>
      </summary>
      <div class="k-support-panel">
        <iframe src={address} title={words.title} loading="lazy" />
        <p class="k-meta">
          <a href={address} target="_blank" rel="noopener">
            {words.own}
          </a>
        </p>
      </div>
    </details>
  );
}
