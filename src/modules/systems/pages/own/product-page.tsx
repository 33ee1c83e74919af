import type { VNode } from 'preact';
import { Facts, type Fact } from '../../../../ui/index.ts';
import { ChooseProduct, type ChoosingView } from './choices.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type ProductChangeView = {
  readonly shell: Shell;
  /** What it is registered as now. */
  readonly now: readonly Fact[];
  readonly choosing: ChoosingView;
};

/** Another product for a system that is in use, with all else that is known of it. */
export function ProductChangePage(view: ProductChangeView): VNode {
  return (
    <OwnPage shell={view.shell}>
      <Facts facts={view.now} />
      <ChooseProduct {...view.choosing} />
    </OwnPage>
  );
}
