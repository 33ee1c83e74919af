import type { VNode } from 'preact';
import { joinList } from '../../../../platform/text/index.ts';
import { Lines, Section, Table } from '../../../../ui/index.ts';
import type { FleetForecast } from '../../model/fleet.ts';
import { shareTexts } from '../../texts/share.ts';
import type { PublishView } from './publish-page.tsx';

/** What publishing means for each adopter that shows its changes, before anything is published. */
export function Effects({ view }: { readonly view: PublishView }): VNode {
  const { forecast, language } = view;
  const words = shareTexts(language).publish;
  const nameOf = (id: string): string => view.names.get(id) ?? id;
  const nobody = forecast.rows.length + forecast.unknown.length === 0;
  return (
    <Section title={words.effects}>
      {nobody && <p>{words.nobody}</p>}
      {forecast.rows.length > 0 && (
        <Table<FleetForecast>
          caption={words.effects}
          rows={forecast.rows}
          rowKey={(row) => row.organisation}
          columns={[
            {
              id: 'organisation',
              title: words.effect.organisation,
              cell: (row) => nameOf(row.organisation),
            },
            {
              id: 'clean',
              title: words.effect.clean,
              numbers: true,
              labelled: true,
              cell: (row) => row.clean,
            },
            {
              id: 'conflicts',
              title: words.effect.conflicts,
              cell: (row) =>
                row.conflicts.length === 0 ? (
                  words.effect.none
                ) : (
                  <Lines note={row.conflicts.map(({ sentence }) => sentence).join(' ')}>
                    {words.choose(row.conflicts.length)}
                  </Lines>
                ),
            },
          ]}
        />
      )}
      {forecast.unknown.length > 0 && (
        <p class="k-meta">{words.unknown(joinList(forecast.unknown.map(nameOf), language))}</p>
      )}
    </Section>
  );
}
