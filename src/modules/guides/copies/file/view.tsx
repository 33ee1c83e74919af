import type { VNode } from 'preact';
import { Link, PageContextProvider } from '../../../../ui/index.ts';
import type { Copy } from '../copy.ts';
import { AboutCopySections, CopyContents, Sections } from '../parts.tsx';
import { inFile, type Pictures } from './blocks.tsx';

type FileProps = {
  readonly copy: Copy;
  readonly pictures: Pictures;
  readonly css: string;
  readonly script: string;
  /** What the file may do: nothing but what stands in it. */
  readonly policy: string;
};

/** A guide as one document that needs no server and no net. */
export function FileDocument({ copy, pictures, css, script, policy }: FileProps): VNode {
  const { words, scene, title } = copy;
  const { language } = scene.context;
  return (
    <PageContextProvider.Provider value={{ language, newKey: () => '' }}>
      <html lang={language} class="k-public">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={policy} />
          <meta name="referrer" content="no-referrer" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title.text} – ${copy.about.version}`}</title>
          <style dangerouslySetInnerHTML={{ __html: css }} />
        </head>
        <body>
          <a class="file-skip" href="#guiden">
            {words.file.skip}
          </a>
          <FileHead copy={copy} />
          <div class="file-columns">
            <nav class="file-contents" aria-label={scene.words.guide.contents}>
              <details>
                <summary>{scene.words.guide.contents}</summary>
                <CopyContents copy={copy} answers={false} />
              </details>
            </nav>
            <main id="guiden" tabindex={-1}>
              <h1 lang={title.lang}>{title.text}</h1>
              {copy.summary === null ? null : (
                <p class="k-lede" lang={copy.summary.lang}>
                  {copy.summary.text}
                </p>
              )}
              <Search copy={copy} />
              <Sections copy={copy} change={inFile(copy, pictures)} />
              <AboutCopySections copy={copy} />
            </main>
          </div>
          <script dangerouslySetInnerHTML={{ __html: script }} />
        </body>
      </html>
    </PageContextProvider.Provider>
  );
}

function FileHead({ copy: { about, words } }: { readonly copy: Copy }): VNode {
  return (
    <header class="file-head">
      <p>
        {words.file.head(about.version, about.day, about.time)} {words.file.living}{' '}
        <Link to={about.original}>{about.original}</Link>
      </p>
    </header>
  );
}

/** Hidden until the script that it needs has started. */
function Search({ copy: { words } }: { readonly copy: Copy }): VNode {
  const { found, one, none, many } = words.file;
  const said = { 'data-found': found, 'data-one': one, 'data-none': none, 'data-many': many };
  return (
    <div class="file-search" role="search" data-search hidden {...said}>
      <label for="sok">{words.file.search}</label>
      <input id="sok" type="search" autocomplete="off" spellcheck={false} />
      <p role="status" class="k-meta" />
      <ol />
    </div>
  );
}
