import type { Example } from '../page/example.ts';
import { ButtonLink } from '../button/view.tsx';
import { Deadlines, PageHead } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'case',
    view: (
      <PageHead
        title="Skolskjuts, årskurs 3, Älandsbro skola"
        trail={[{ title: 'Att göra', to: '/a' }, { title: 'SKJ 2026-0417' }]}
        facts={[<b>SKJ 2026-0417</b>, 'Handläggare, Härnösand']}
        aside={<Deadlines deadlines={[{ term: 'Beslut senast', value: 'fre 20 november', late: true }]} />}
      />
    ),
  },
  {
    name: 'list',
    view: (
      <PageHead
        ruled
        title="Att göra"
        summary="Tolv väntar på dig."
        aside={<ButtonLink to="/x">Ta nästa</ButtonLink>}
      />
    ),
  },
  {
    name: 'long',
    view: (
      <PageHead
        title="Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering"
        lede="Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering"
      />
    ),
  },
];
