import type { VNode } from 'preact';

/** Text for a program, to copy as it stands: a command, a key. */
export function CodeBlock({ children }: { readonly children: string }): VNode {
  return (
    <pre class="k-code">
      <code>{children}</code>
    </pre>
  );
}
