import type { Example } from '../page/example.ts';
import { columnKinds, Columns } from './view.tsx';

export const examples: readonly Example[] = columnKinds.map((kind) => ({
  name: kind,
  view: (
    <Columns kind={kind} asideLabel="Bredvid" aside={<p>Sidospalt</p>} head={<h1>Rubrik</h1>}>
      <p>Innehåll</p>
    </Columns>
  ),
}));
