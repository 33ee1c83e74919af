import type { VNode } from 'preact';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** A run of words against the text before. */
export type Mark = { readonly text: string; readonly change: 'same' | 'inserted' | 'removed' };

/** A run of words of the suggestion, and whose they are. */
export type OriginWords = { readonly text: string; readonly from: 'base' | 'ours' | 'theirs' };

/** Words with their side's underline: solid blue is common, dashed rust is ours, struck out is removed. */
export function Marks(props: { readonly marks: readonly Mark[]; readonly side: 'shared' | 'local' }): VNode {
  const { language } = usePage();
  const words = texts(language);
  return (
    <>
      {props.marks.map((mark, index) => {
        switch (mark.change) {
          case 'same':
            return mark.text;
          case 'inserted':
            return (
              <ins key={index} class="k-words" data-from={props.side}>
                <span class="k-hidden">[{words.inserted}: </span>
                {mark.text}
                <span class="k-hidden">]</span>
              </ins>
            );
          case 'removed':
            return (
              <del key={index} class="k-words-gone">
                <span class="k-hidden">[{words.removed}: </span>
                {mark.text}
                <span class="k-hidden">]</span>
              </del>
            );
        }
      })}
    </>
  );
}

export function Suggested(props: { readonly marks: readonly OriginWords[] }): VNode {
  const { language } = usePage();
  const words = texts(language);
  return (
    <>
      {props.marks.map((mark, index) =>
        mark.from === 'base' ? (
          mark.text
        ) : (
          <span key={index} class="k-words" data-from={mark.from === 'ours' ? 'local' : 'shared'}>
            <span class="k-hidden">[{mark.from === 'ours' ? words.fromLocal : words.fromShared}: </span>
            {mark.text}
            <span class="k-hidden">]</span>
          </span>
        ),
      )}
    </>
  );
}
