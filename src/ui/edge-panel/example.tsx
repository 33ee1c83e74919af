import type { Example } from '../page/example.ts';
import { ButtonLink } from '../button/view.tsx';
import { Link } from '../link/view.tsx';
import { EdgeItem, EdgePanel } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two-cases',
    view: (
      <EdgePanel title="Dina ärenden">
        <EdgeItem title={<Link to="/a">Skolskjuts</Link>}>
          Vi behöver ett intyg från dig senast <b>4 december</b>. Annars beslutar vi utan det.
          <ButtonLink to="/b">Lämna intyget</ButtonLink>
        </EdgeItem>
        <EdgeItem quiet title={<Link to="/c">Bygglov för uteplats</Link>}>
          Vi handlägger ditt ärende. Du får beslut senast 18 januari.
        </EdgeItem>
      </EdgePanel>
    ),
  },
];
