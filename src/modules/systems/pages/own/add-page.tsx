import type { VNode } from 'preact';
import { LinkList, type LinkListItem } from '../../../../ui/index.ts';
import { ChooseProduct, type ChoosingView } from './choices.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type AddView = {
  readonly shell: Shell;
  readonly choosing: ChoosingView;
  readonly other: readonly LinkListItem[];
};

/** Finds the product in the catalogue, and adds it with one press. */
export function AddPage(view: AddView): VNode {
  return (
    <OwnPage shell={view.shell}>
      <ChooseProduct {...view.choosing} />
      <LinkList items={view.other} ruled />
    </OwnPage>
  );
}
