import type { VNode } from 'preact';
import { Link } from '../../../ui/index.ts';
import { sheetFormats, type SheetFormat } from '../sheets/write.ts';

/** All of a list as a file, for pages that have nothing at the side. */
export function SaveLine({
  say,
  to,
}: {
  readonly say: string;
  readonly to: (format: SheetFormat) => string;
}): VNode {
  return (
    <p class="k-meta">
      {say}{' '}
      {sheetFormats.map((format, at) => (
        <>
          {at > 0 && ', '}
          <Link to={to(format)}>{format.toUpperCase()}</Link>
        </>
      ))}
    </p>
  );
}
