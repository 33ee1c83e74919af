import type { Example } from '../page/example.ts';
import { Link } from '../link/view.tsx';
import { ChangeList } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'all-states',
    view: (
      <ChangeList
        label="Ändringar"
        changes={[
          {
            id: 'a',
            state: 'taken',
            stateWord: 'Går in',
            what: (
              <>
                Ny fråga: <b>Går barnet i förskoleklass?</b>
              </>
            ),
            why: 'Förskoleklassen omfattas av skollagen 10 kap. 32 §.',
            action: <Link to="/n">Tacka nej</Link>,
          },
          { id: 'b', state: 'answered', stateWord: 'Svarad', what: 'Er text om färjan behålls.' },
          {
            id: 'c',
            state: 'declined',
            stateWord: 'Går inte in',
            what: 'Ny fråga: Vill du ha sms före första resan?',
            why: 'Ni tackade nej den 18 november: ”Vi skickar inte sms.”',
            action: <Link to="/n">Ångra</Link>,
          },
        ]}
      />
    ),
  },
];
