import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../page/context.ts';
import type { Language } from '../page/context.ts';
import { texts } from '../texts/index.ts';
import { inLanguage } from '../link/href.ts';
import { supportScript } from '../support/script.ts';
import { Support } from '../support/view.tsx';

/** What every whole page needs, whichever frame it has. Paths of sheets and fonts come from `styles()`. */
export type DocumentProps = {
  readonly language: Language;
  /** The page's own title, without the site's name. */
  readonly title: string;
  /** Puts "Fel: " first in the title (WCAG 3.3.1). */
  readonly failed?: boolean;
  readonly stylesheets: readonly string[];
  /** The sheet of paper. */
  readonly printSheet?: string;
  /** Font files to fetch with the page: those that the first view surely uses. */
  readonly preload: readonly string[];
  readonly favicon: string;
  /** Path and query without the language, for the switch between them. */
  readonly address: string;
  readonly newKey: () => string;
  /** What must be said on every page, such as that this is a demonstration. */
  readonly banner?: ComponentChildren;
  readonly content: ComponentChildren;
  /** Where help about the page is read, without the language. */
  readonly support?: string;
};

type Shell = DocumentProps & {
  readonly siteName: string;
  readonly look: 'public' | 'work';
  readonly header: ComponentChildren;
  readonly footer: ComponentChildren;
  /** Whether it stands inside another page, which its links must not replace. */
  readonly within?: boolean;
};

const contentId = 'innehall';

/** The whole document; the doctype is the caller's. No inline style or script (CSP). */
export function Document(props: Shell): VNode {
  const words = texts(props.language);
  const look = `${props.look === 'public' ? 'k-public' : 'k-work'}${props.within === true ? ' k-panel' : ''}`;
  const title = `${props.failed === true ? words.errorTitle : ''}${props.title} – ${props.siteName}`;
  return (
    <Page.Provider value={{ language: props.language, newKey: props.newKey }}>
      <html lang={props.language} class={look}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          {props.within === true ? <base target="_blank" /> : null}
          {props.preload.map((font) => (
            <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          {props.stylesheets.map((sheet) => (
            <link key={sheet} rel="stylesheet" href={sheet} />
          ))}
          {props.printSheet === undefined ? null : (
            <link rel="stylesheet" href={props.printSheet} media="print" />
          )}
          <link rel="icon" href={props.favicon} type="image/svg+xml" />
        </head>
        <body data-size={props.look === 'public' ? 'md' : 'sm'}>
          {props.within === true ? null : (
            <a class="ds-skip-link" href={`#${contentId}`}>
              {words.skip}
            </a>
          )}
          {props.banner === undefined || props.within === true ? null : (
            <aside class="k-banner" aria-label={words.notice}>
              {props.banner}
            </aside>
          )}
          {props.header}
          {props.support === undefined ? null : <Support language={props.language} to={props.support} />}
          <main id={contentId} class="k-main" tabindex={-1}>
            {props.content}
          </main>
          {props.footer}
          {props.within === true ? <script type="module" src={supportScript.path} /> : null}
        </body>
      </html>
    </Page.Provider>
  );
}

/** The same page in the other language, named in that language. */
export function LanguageSwitch(props: { readonly language: Language; readonly address: string }): VNode {
  const other = props.language === 'sv' ? 'en' : 'sv';
  return (
    <a href={inLanguage(other, props.address)} hreflang={other} lang={other}>
      {texts(props.language).otherLanguage}
    </a>
  );
}
