import type { Example } from '../page/example.ts';
import { OriginEdge } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'shared',
    view: <OriginEdge origin="shared">Kontrollera att båda vårdnadshavarna har skrivit under.</OriginEdge>,
  },
  {
    name: 'local',
    view: (
      <OriginEdge origin="local" label="Lokalt, Härnösand">
        Bor eleven på Hemsön? Fråga om färjans tider.
      </OriginEdge>
    ),
  },
];
