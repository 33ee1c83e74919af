import type { VNode } from 'preact';
import {
  Button,
  Chips,
  Columns,
  Form,
  Link,
  Section,
  Select,
  type Chip,
  type SelectProps,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { RegisterPage, type SideNav } from '../register-page.tsx';
import { CountyTable, MapView, type MapParts } from './map-parts.tsx';

export type MapPageView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly nav: SideNav;
  readonly summary: string;
  readonly chips: readonly Chip[];
  readonly action: string;
  readonly choices: NonNullable<SelectProps['groups']>;
  readonly chosen: string;
  /** Where a product is found that is not among the choices; null where all are. */
  readonly searchTo: string | null;
  readonly parts: MapParts;
};

/** The country by what is used, with the same facts in a list. Before anything is chosen: how far everybody has come. */
export function MapPage(view: MapPageView): VNode {
  const { words, parts } = view;
  return (
    <RegisterPage nav={view.nav} head={{ title: view.title, summary: view.summary }}>
      <Form action={view.action} method="get" class="systems-choose-map">
        <Select
          name="vad"
          label={words.map.choose}
          groups={view.choices}
          value={view.chosen}
          empty={words.map.chooseWhole}
          optional=""
        />
        <Button kind="secondary">{words.map.show}</Button>
      </Form>
      {view.searchTo === null ? null : (
        <p class="k-meta">
          {words.map.elsewhere} <Link to={view.searchTo}>{words.map.elsewhereLink}</Link>
        </p>
      )}
      {view.chips.length === 0 ? null : <Chips chips={view.chips} />}
      <Columns kind="map" aside={<MapView parts={parts} />}>
        <Section title={words.map.listTitle} id="lista" plain>
          <CountyTable parts={parts} />
        </Section>
      </Columns>
    </RegisterPage>
  );
}
