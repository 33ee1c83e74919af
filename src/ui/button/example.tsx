import type { Example } from '../page/example.ts';
import { Link } from '../link/view.tsx';
import { Actions, Button, ButtonLink } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'row',
    view: (
      <Actions aside={<Link to="/w">Varför?</Link>}>
        <Button>Fortsätt: Särskilda skäl</Button>
        <Button kind="secondary" name="go" value="back" unchecked>
          Tillbaka
        </Button>
        <ButtonLink kind="tertiary" to="/x">
          Prova e-tjänsten
        </ButtonLink>
        <Link to="/x">Spara och avsluta</Link>
      </Actions>
    ),
  },
  {
    name: 'long',
    view: (
      <Button wide>
        Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med
        uteservering
      </Button>
    ),
  },
];
