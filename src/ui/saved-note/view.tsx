import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/view.tsx';

/** "Sparat klockan 14.32." and how long it is kept. Said politely, never as a toast. */
export function SavedNote(props: { readonly saved: string; readonly kept?: ComponentChildren }): VNode {
  return (
    <p class="k-saved" role="status">
      <Icon name="tick" />
      <span>
        <b>{props.saved}</b> {props.kept}
      </span>
    </p>
  );
}
