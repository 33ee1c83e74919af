import type { VNode } from 'preact';
import { Alert, Link } from '../../../../ui/index.ts';
import type { EditorNote, EditorWay } from '../../model/editor.ts';

/** Other ways to write than piece by piece. */
export function Ways({ ways }: { readonly ways: readonly EditorWay[] }): VNode | null {
  if (ways.length === 0) return null;
  return (
    <p class="commons-ways">
      {ways.map(({ title, to }) => (
        <Link key={to} to={to}>
          {title}
        </Link>
      ))}
    </p>
  );
}

/** What the kind has to say of an element: a line, and a panel where there is something to do. */
export function Note({ note }: { readonly note: EditorNote | undefined }): VNode | null {
  if (note === undefined) return null;
  const { text, mark, way } = note;
  if (mark === null || way === null) return <p class="k-meta">{text}</p>;
  return (
    <Alert tone="info" title={mark}>
      <p>{text}</p>
      <p>
        <Link to={way.to}>{way.title}</Link>
      </p>
    </Alert>
  );
}
