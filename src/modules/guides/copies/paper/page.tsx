import type { VNode } from 'preact';
import { PageHead } from '../../../../ui/index.ts';
import { trailOf } from '../../routes/step-view.ts';
import type { Copy } from '../copy.ts';
import { AboutCopySections, CopyContents, Sections } from '../parts.tsx';
import { Answers, onPaper } from './blocks.tsx';

/** The whole guide as it comes out on paper. */
export function PaperPage({ copy }: { readonly copy: Copy }): VNode {
  const { about, words, scene } = copy;
  return (
    <div class="guides-print">
      <div class="guides-print-sheet">
        <article class="guides-paper guides-print-body">
          <PageHead
            title={copy.title.text}
            trail={[...trailOf(scene, false), { title: words.ways.print }]}
            {...(copy.summary === null ? {} : { lede: copy.summary.text })}
          />
          <p class="guides-print-how k-meta">{words.print.how}</p>
          <nav class="guides-print-contents" aria-labelledby="utskrift-innehall">
            <h2 id="utskrift-innehall">{scene.words.guide.contents}</h2>
            <CopyContents copy={copy} answers />
          </nav>
          <Sections copy={copy} change={onPaper(copy)} />
          <Answers copy={copy} />
          <AboutCopySections copy={copy} />
        </article>
        <p class="guides-print-foot k-meta">{words.about.foot(about.version, about.day)}</p>
      </div>
    </div>
  );
}
