import type { OriginMark } from '../../../../commons/index.ts';
import type { BlockView } from './blocks.tsx';
import type { Rendering } from './rendering.ts';

export type Run = {
  readonly origin: OriginMark;
  readonly pair: boolean;
  readonly views: readonly BlockView[];
};

const isVerdict = ({ block }: BlockView): boolean => block.type === 'picture' && block.verdict !== null;

/** Blocks that stand together: of one origin, or pictures of how to do and how not to do. */
export function runsOf(views: readonly BlockView[]): readonly Run[] {
  const runs: Run[] = [];
  for (const view of views) {
    const last = runs.at(-1);
    const pair = isVerdict(view);
    if (
      last !== undefined &&
      last.origin === view.origin &&
      last.pair === pair &&
      view.block.type !== 'slot'
    ) {
      runs[runs.length - 1] = { ...last, views: [...last.views, view] };
    } else runs.push({ origin: view.origin, pair, views: [view] });
  }
  return runs;
}

/** Whose a run is, where it is not everybody's: a slot that is filled holds what is ours, all else was adapted. */
export function edgeLabel({ origin, views: [first] }: Run, on: Rendering): string | null {
  const slot = first?.block.type === 'slot' ? first.block : null;
  if (origin === 'shared' || slot?.blocks.length === 0) return null;
  return origin === 'local' || slot !== null ? on.localLabel : on.adaptedLabel;
}
