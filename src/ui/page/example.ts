import type { VNode } from 'preact';

/** A component in one state. Example sheets feed the documentation, the tests and the accessibility checks. */
export type Example = {
  /** In an address: letters, digits and hyphens. */
  readonly name: string;
  readonly view: VNode;
};
