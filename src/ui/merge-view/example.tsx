import type { Example } from '../page/example.ts';
import { Link } from '../link/view.tsx';
import { MergeAnswers } from './answers.tsx';
import { MergeView } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'wording',
    view: (
      <MergeView
        id="c1"
        title="Förklaringen till frågan ”Hur lång är vägen till skolan?”"
        base={{
          note: 'version 1, som ni byggde på',
          text: 'Vi mäter den kortaste vägen mellan hemmet och skolan.',
        }}
        theirs={{
          note: 'version 2',
          content: {
            kind: 'words',
            marks: [
              { text: 'Vi mäter den kortaste vägen ', change: 'same' },
              { text: 'som är säker att gå', change: 'inserted' },
              { text: ' mellan hemmet och skolan.', change: 'same' },
            ],
          },
        }}
        ours={{
          note: 'Härnösand, 4 mars 2026',
          content: {
            kind: 'words',
            marks: [
              { text: 'Vi mäter ', change: 'same' },
              { text: 'den kortaste', change: 'removed' },
              { text: ' vägen mellan hemmet och skolan', change: 'same' },
              { text: ', och färjan räknas', change: 'inserted' },
              { text: '.', change: 'same' },
            ],
          },
        }}
        suggestion={{
          note: 'båda ändringarna',
          content: {
            kind: 'words',
            marks: [
              { text: 'Vi mäter vägen ', from: 'base' },
              { text: 'som är säker att gå', from: 'theirs' },
              { text: ' mellan hemmet och skolan', from: 'base' },
              { text: ', och färjan räknas', from: 'ours' },
              { text: '.', from: 'base' },
            ],
          },
        }}
        answers={
          <MergeAnswers
            action="/svara"
            hidden={{ conflict: 'c1' }}
            takeTheirs="Ta version 2"
            suggestion="Vi mäter vägen som är säker att gå."
            aside={<Link to="/w">Varför ändrades texten?</Link>}
          />
        }
      />
    ),
  },
  {
    name: 'removed',
    view: (
      <MergeView
        id="c2"
        title="Frågan ”Vill du ha sms?”"
        base={{ note: 'version 1', text: 'Vill du ha sms?' }}
        theirs={{ note: 'version 2', content: { kind: 'missing', text: 'Borttagen i version 2' } }}
        ours={{
          note: 'Härnösand',
          content: { kind: 'words', marks: [{ text: 'Vill du ha sms kvällen före?', change: 'inserted' }] },
        }}
        suggestion={null}
        answers={
          <MergeAnswers
            action="/svara"
            hidden={{ conflict: 'c2' }}
            takeTheirs="Ta bort frågan"
            suggestion={null}
          />
        }
      />
    ),
  },
  {
    name: 'order-locked',
    view: (
      <MergeView
        id="c3"
        tag="Låst"
        title="Ordningen på sidorna"
        base={null}
        theirs={{ note: 'version 2', content: { kind: 'order', items: ['Vem gäller det?', 'Resan'] } }}
        ours={{ note: 'Härnösand', content: { kind: 'order', items: ['Resan', 'Vem gäller det?'] } }}
        suggestion={{
          note: 'som i version 2',
          content: { kind: 'order', items: ['Vem gäller det?', 'Resan'] },
        }}
        note="Ägaren har låst ordningen, eftersom lagen bestämmer den."
        answers={
          <MergeAnswers
            action="/svara"
            hidden={{ conflict: 'c3' }}
            takeTheirs="Ta version 2"
            suggestion={null}
            only="theirs"
          />
        }
      />
    ),
  },
];
