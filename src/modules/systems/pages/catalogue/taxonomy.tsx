import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  Details,
  Form,
  Link,
  PageHead,
  Section,
  Select,
  Table,
  Tag,
  Terms,
  TextInput,
} from '../../../../ui/index.ts';
import type { Area, TaxonomyMap } from '../../taxonomy/edition.ts';
import type { OwnComponent, OwnTaxonomy } from '../../taxonomy/own.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { areasInOrder } from '../../taxonomy/reading.ts';

export type TaxonomyView = {
  readonly language: Language;
  readonly taxonomy: OwnTaxonomy;
  readonly counts: ReadonlyMap<string, number>;
  readonly newer: { readonly version: string; readonly changes: number; readonly to: string } | null;
  /** Where a component is adapted, for whoever may. */
  readonly componentAt: ((id: string) => string) | null;
  readonly productsAt: (area: string) => string;
  /** The area that stands open. */
  readonly opened: string | null;
};

function ComponentRow({
  view,
  component,
}: {
  readonly view: TaxonomyView;
  readonly component: OwnComponent;
}): VNode {
  const { language, componentAt } = view;
  const words = catalogueTexts(language).taxonomy;
  const { id, name, explanation, own, hidden } = component;
  return (
    <>
      {explanation[language]} {own.name !== undefined && <Tag tone="local">{words.own}</Tag>}{' '}
      {own.area !== undefined && <Tag tone="local">{words.ownPlace}</Tag>}{' '}
      {hidden && <Tag tone="local">{words.hidden}</Tag>}{' '}
      {componentAt !== null && (
        <Link to={componentAt(id)} label={words.changeLabel(name[language])}>
          {words.change}
        </Link>
      )}
    </>
  );
}

function AreaDetails({ view, area }: { readonly view: TaxonomyView; readonly area: Area }): VNode {
  const { language, taxonomy, counts } = view;
  const words = catalogueTexts(language).taxonomy;
  const own = taxonomy.components.filter((one) => one.area === area.id);
  return (
    <Details
      id={`omrade-${area.id}`}
      open={view.opened === area.id}
      summary={`${area.name[language]} (${own.length})`}
    >
      <p>
        {area.explanation[language]}{' '}
        <Link to={view.productsAt(area.id)}>{words.products(counts.get(area.id) ?? 0)}</Link>
      </p>
      <Terms
        rows={own.map((component) => ({
          id: component.id,
          term: component.name[language],
          text: <ComponentRow view={view} component={component} />,
        }))}
      />
    </Details>
  );
}

function MapTable({ view, map }: { readonly view: TaxonomyView; readonly map: TaxonomyMap }): VNode {
  const { language, taxonomy } = view;
  const words = catalogueTexts(language).taxonomy;
  const { edition, components } = taxonomy;
  const ours = new Map([
    ...edition.areas.map(({ id, name }) => [id, name] as const),
    ...components.map(({ id, name }) => [id, name] as const),
  ]);
  return (
    <Details summary={`${map.title[language]} (${map.pairs.length})`}>
      <p>
        {words.source}:{' '}
        <Link to={map.source} rel="external">
          {map.edition}
        </Link>
      </p>
      <Table
        caption={map.title[language]}
        rows={map.pairs}
        rowKey={({ component = '', area = '', code }) => `${component} ${area} ${code}`}
        columns={[
          {
            id: 'ours',
            title: words.columns.ours,
            cell: ({ component, area }) => ours.get(component ?? area ?? '')?.[language] ?? '',
          },
          { id: 'code', title: words.columns.code, labelled: true, cell: ({ code }) => code },
          { id: 'theirs', title: words.columns.theirs, labelled: true, cell: ({ label }) => label },
          { id: 'fit', title: words.columns.fit, labelled: true, cell: ({ fit }) => words.fit[fit] },
        ]}
      />
    </Details>
  );
}

/** Every area and component with what it means, and how they answer to what others use. */
export function TaxonomyPage({ view }: { readonly view: TaxonomyView }): VNode {
  const { language, taxonomy, newer } = view;
  const words = catalogueTexts(language).taxonomy;
  const { edition } = taxonomy;
  return (
    <>
      <PageHead title={words.title} summary={words.summary} facts={[words.edition(edition.version)]} />
      {newer !== null && (
        <Alert tone="info" title={words.newer(newer.version)}>
          <p>{words.newerWhat(newer.changes)}</p>
          <p>
            <ButtonLink to={newer.to} kind="secondary">
              {words.review}
            </ButtonLink>
          </p>
        </Alert>
      )}
      <Section title={words.areas} note={String(edition.areas.length)}>
        {areasInOrder(view.taxonomy, view.language).map((area) => (
          <AreaDetails key={area.id} view={view} area={area} />
        ))}
      </Section>
      {edition.maps.length > 0 && (
        <Section title={words.maps} note={words.mapsWhat}>
          {edition.maps.map((map) => (
            <MapTable key={map.to} view={view} map={map} />
          ))}
        </Section>
      )}
    </>
  );
}

export type ComponentView = {
  readonly language: Language;
  readonly component: OwnComponent;
  /** As the edition has it. */
  readonly common: { readonly name: string; readonly area: string };
  readonly areas: readonly Area[];
  readonly action: string;
  readonly trail: readonly { readonly title: string; readonly to?: string }[];
};

export function ComponentPage({ view }: { readonly view: ComponentView }): VNode {
  const { language, component, common, areas } = view;
  const words = catalogueTexts(language).component;
  return (
    <>
      <PageHead
        title={words.title(common.name)}
        summary={words.lede}
        lede={component.explanation[language]}
        trail={view.trail}
      />
      <Form action={view.action}>
        <TextInput
          name="name"
          label={words.name}
          help={words.nameHelp(common.name)}
          value={component.own.name ?? ''}
          width="long"
        />
        <Select
          name="area"
          label={words.area}
          required
          value={component.area}
          options={areas.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
        <Checkbox name="hidden" label={words.hidden} checked={component.hidden} />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
    </>
  );
}
