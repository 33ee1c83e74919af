import type { VNode } from 'preact';
import {
  Button,
  Chips,
  Columns,
  Details,
  Form,
  PageHead,
  Section,
  Select,
  Stack,
  type Chip,
  type Crumb,
} from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { CountyTable, MapView, type MapParts } from './map-parts.tsx';
import { waysAsFacts, type WayOn } from './search-page.tsx';

export type MapChoice = {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export type MapPageView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly ways: readonly WayOn[];
  readonly summary: string;
  readonly chips: readonly Chip[];
  readonly action: string;
  readonly choices: readonly MapChoice[];
  /** Null until something is chosen. */
  readonly parts: MapParts | null;
};

/** The country by what is used, with the same facts in a list. */
export function MapPage(view: MapPageView): VNode {
  const { words, parts } = view;
  const chooser = (
    <Form action={view.action} method="get">
      {view.choices.map((choice) => (
        <Select
          key={choice.name}
          name={choice.name}
          label={choice.label}
          options={choice.options}
          value={choice.value}
          empty={words.map.nothing}
        />
      ))}
      <p class="k-meta">{words.map.chooseHelp}</p>
      <Button kind="secondary">{words.map.show}</Button>
    </Form>
  );
  return (
    <Stack>
      <PageHead
        title={view.title}
        trail={view.trail}
        summary={view.summary}
        facts={waysAsFacts(view.ways)}
        ruled
      />
      {parts === null ? (
        <Section title={words.map.choose} plain>
          {chooser}
        </Section>
      ) : (
        <>
          {view.chips.length === 0 ? null : <Chips chips={view.chips} />}
          <Columns kind="map" aside={<MapView parts={parts} />}>
            <Section title={words.map.listTitle} id="lista" plain>
              <CountyTable parts={parts} />
            </Section>
            <Details summary={words.map.choose}>{chooser}</Details>
          </Columns>
        </>
      )}
    </Stack>
  );
}
