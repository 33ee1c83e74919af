import type { Example } from '../page/example.ts';
import { Prose } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'text',
    view: (
      <Prose
        text={
          '## Rubrik\n\nFörsta stycket med **fetstil**, *kursiv* och [en länk](/tjanster).\n\n- ett\n- två\n\n| Årskurs | Gräns |\n|---|---|\n| 1–3 | 2 km |'
        }
      />
    ),
  },
  {
    name: 'read',
    view: <Prose reads text="Ditt barn har rätt till skolskjuts enligt skollagen 10 kap. 32 §." />,
  },
];
