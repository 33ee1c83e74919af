import type { VNode } from 'preact';
import { Columns, Details, Legend, Pairs, Section, TileMap, type MapTile } from '../../../../ui/index.ts';
import { findTile, municipalities } from '../../../organisations/index.ts';
import { libraryTexts } from '../../texts/library.ts';
import type { WorkView } from './work-page.tsx';

type User = { readonly organisation: string; readonly note: string; readonly newest: boolean };

function usersOf({ work, language, names }: WorkView): readonly User[] {
  const words = libraryTexts(language).work;
  const newest = work.latest.number;
  return work.users.map((user) => ({
    organisation: user.organisation,
    note: [
      words.version(names.get(user.follows) ?? user.follows, user.number),
      ...(user.inUse ? [] : [words.notInUse]),
    ].join(', '),
    newest: user.follows === work.organisation && user.number >= newest,
  }));
}

function tilesOf(view: WorkView, users: readonly User[]): readonly MapTile[] {
  const words = libraryTexts(view.language).work;
  const byId = new Map(users.map((user) => [user.organisation, user]));
  return municipalities.flatMap(({ id, name }): readonly MapTile[] => {
    const tile = findTile(id);
    if (tile === null) return [];
    const user = byId.get(id);
    const at = { id, column: tile.column, row: tile.row };
    if (id === view.work.owner) return [{ ...at, state: 'owns', title: `${name}: ${words.owns}` }];
    if (id === view.ours)
      return [{ ...at, state: 'ours', title: user === undefined ? name : `${name}: ${user.note}` }];
    if (user === undefined) return [{ ...at, state: 'none', title: name }];
    return [{ ...at, state: user.newest ? 'newest' : 'older', title: `${name}: ${user.note}` }];
  });
}

const shownAtOnce = 12;

/** Who uses a work: the country with those tiles filled, and the same facts as a list beside. */
export function UsersOfWork({ view }: { readonly view: WorkView }): VNode {
  const words = libraryTexts(view.language).work;
  const { names, work } = view;
  const users = usersOf(view);
  const name = (id: string) => names.get(id) ?? id;
  const rows = [
    { id: work.owner, name: name(work.owner), note: words.owns, strong: true },
    ...users.map((user) => ({ id: user.organisation, name: name(user.organisation), note: user.note })),
  ];
  const ours = view.ours === null || view.ours === work.owner ? [] : [name(view.ours)];
  return (
    <Section title={words.who}>
      <Columns
        kind="map-small"
        aside={<TileMap tiles={tilesOf(view, users)} label={words.mapLabel(users.length)} />}
      >
        <Legend
          items={[
            { kind: 'map', state: 'owns', word: words.owns },
            {
              kind: 'map',
              state: 'newest',
              word: words.version(name(work.organisation), work.latest.number),
            },
            { kind: 'map', state: 'older', word: words.older },
            ...ours.map((word) => ({ kind: 'map' as const, state: 'ours' as const, word })),
          ]}
        />
        <Pairs label={words.who} rows={rows.slice(0, shownAtOnce)} />
        {rows.length > shownAtOnce && (
          <Details summary={words.all(rows.length)}>
            <Pairs label={words.who} rows={rows.slice(shownAtOnce)} />
          </Details>
        )}
        {users.length === 0 && <p>{words.nobody}</p>}
        {view.demo && <p class="k-meta">{words.source}</p>}
      </Columns>
    </Section>
  );
}
