import type { VNode } from 'preact';
import { readerOf, searchLibrary, showSpread } from '../modules/commons/index.ts';
import { findNames, municipalities } from '../modules/organisations/index.ts';
import { pickText } from '../kernel/index.ts';
import { link, open, route, type Context } from '../platform/http/index.ts';
import {
  Actions,
  ButtonLink,
  Columns,
  Details,
  Legend,
  Link,
  LinkList,
  PageHead,
  Section,
  ShareSteps,
  Stack,
  TileMap,
  type LinkListItem,
  type MapState,
  type ShareStep,
} from '../ui/index.ts';
import { addresses } from './addresses.ts';
import type { Texts } from './texts/sv.ts';
import { texts } from './texts/index.ts';

type Words = Texts['front'];

const signInTo = (till?: string): string => link(addresses.signIn, {}, { till });

type Place = { readonly id: string; readonly name: string; readonly state: MapState; readonly note: string };

type FrontView = {
  readonly words: Words;
  readonly demo: boolean;
  /** Where somebody who is signed in has work to do. */
  readonly todayTo: string | null;
  readonly places: readonly Place[];
  readonly counts: readonly { readonly count: number; readonly what: string }[];
  readonly newest: readonly LinkListItem[];
};

/** The most used first; more than this is for the library itself. */
const shownWorks = 4;

async function viewOf(context: Context): Promise<FrontView> {
  const { tx, language, actor } = context;
  const words = texts(language).front;
  const reader = await readerOf(context);
  const found = await searchLibrary(tx, reader, { q: '', sort: 'most-used', page: 1 });
  const spread = new Map((await showSpread(tx, reader)).map((one) => [one.organisation, one]));
  const shown = found.hits.slice(0, shownWorks);
  const names = await findNames(tx, [...new Set(shown.map((hit) => hit.organisation))]);
  const places = municipalities.map(({ id, name }): Place => {
    const one = spread.get(id);
    if (one !== undefined && one.shares > 0) return { id, name, state: 'owns', note: words.shares };
    if (one !== undefined && one.uses > 0) return { id, name, state: 'newest', note: words.uses };
    return { id, name, state: 'none', note: words.none };
  });
  const using = municipalities.filter(({ id }) => (spread.get(id)?.uses ?? 0) > 0).length;
  const variants = [...spread.values()].reduce((sum, { uses }) => sum + uses, 0);
  const workplace = actor.kind === 'person' ? actor.workingFor : null;
  return {
    words,
    demo: context.demo,
    todayTo: workplace === null ? null : link(addresses.workplace, { organisation: workplace }),
    places,
    counts: [
      { count: found.total, what: words.shared(found.total) },
      { count: using, what: words.using(using) },
      { count: variants, what: words.variants(variants) },
    ],
    newest: shown.map((hit) => ({
      id: hit.work,
      title: pickText(hit.title, language),
      to: link(addresses.work, { work: hit.work }),
      note: words.from(names.get(hit.organisation) ?? hit.organisation, hit.users),
    })),
  };
}

/** The country, and the same facts as a list for who cannot see or does not read maps. */
function Country({ words, places }: FrontView): VNode {
  const at = new Map(municipalities.map((fact) => [fact.id, fact]));
  const tiles = places.flatMap(({ id, name, state, note }) => {
    const fact = at.get(id);
    return fact === undefined
      ? []
      : [{ id, column: fact.column, row: fact.row, state, title: `${name}, ${note}` }];
  });
  const begun = places.filter(({ state }) => state !== 'none');
  return (
    <Stack>
      <TileMap tiles={tiles} label={words.map(begun.length)} />
      <Legend
        items={[
          { kind: 'map', state: 'owns', word: words.shares },
          { kind: 'map', state: 'newest', word: words.uses },
          { kind: 'map', state: 'none', word: words.none },
        ]}
      />
      {begun.length === 0 ? null : (
        <Details summary={words.mapList}>
          <ul>
            {begun.map(({ id, name, note }) => (
              <li key={id}>
                {name}, {note}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Stack>
  );
}

function stepsOf({ steps }: Words): readonly ShareStep[] {
  return [
    { ...steps.share, tiles: ['shared', 'none', 'none', 'none', 'none'] },
    { ...steps.adopt, tiles: ['shared', 'shared', 'shared', 'none', 'none'] },
    { ...steps.adapt, tiles: ['shared', 'adapted', 'shared', 'none', 'none'] },
    { ...steps.update, tiles: ['shared', 'adapted', 'older', 'shared', 'none'] },
    { ...steps.contribute, tiles: ['shared', 'shared', 'shared', 'shared', 'shared'] },
  ];
}

/** The way through the demo world: where each step is, and whom to be there. */
function storyOf({ story }: Words): readonly LinkListItem[] {
  const at = { organisation: 'harnosand', work: 'skolskjuts' };
  const item = (id: keyof Words['story'], to: string): LinkListItem => ({
    id,
    title: story[id].title,
    note: story[id].who,
    to,
  });
  return [
    item('adopt', signInTo(link(addresses.variant, at))),
    item('apply', link(addresses.publicService, { organisation: at.organisation, service: at.work })),
    item('decide', signInTo(link(addresses.workplace, { organisation: at.organisation }))),
    item('update', signInTo(link(addresses.update, at))),
  ];
}

function Begin({ words, todayTo }: FrontView): VNode {
  return (
    <Actions>
      <ButtonLink to={link(addresses.library, {})}>{words.openLibrary}</ButtonLink>
      {todayTo === null ? (
        <ButtonLink kind="secondary" to={signInTo()}>
          {words.signIn}
        </ButtonLink>
      ) : (
        <Link to={todayTo}>{words.today}</Link>
      )}
    </Actions>
  );
}

function FrontPage({ view }: { readonly view: FrontView }): VNode {
  const { words } = view;
  const facts = view.counts.map(({ count, what }) => (
    <>
      <b>{count}</b> {what}
    </>
  ));
  return (
    <Stack loose>
      <Columns kind="front" aside={<Country {...view} />}>
        <Stack loose>
          <Stack>
            <PageHead title={words.title} lede={words.lede} facts={facts} />
            <Begin {...view} />
          </Stack>
          <Section title={words.how}>
            <ShareSteps steps={stepsOf(words)} />
          </Section>
        </Stack>
      </Columns>
      {view.newest.length === 0 ? null : (
        <Section
          title={words.newest}
          action={<Link to={link(addresses.library, {})}>{words.newestAll}</Link>}
        >
          <LinkList columns={4} items={view.newest} />
        </Section>
      )}
      {view.demo && (
        <Section title={words.demo}>
          <Stack>
            <p>{words.demoLede}</p>
            <LinkList columns={4} items={storyOf(words)} />
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

/** What Kommons is, at a glance, and the ways in. */
export const showFront = route({
  method: 'GET',
  path: '/',
  access: open,
  handle: async (context) => {
    const view = await viewOf(context);
    return {
      kind: 'page',
      title: view.words.title,
      frame: { kind: 'front' },
      content: <FrontPage view={view} />,
    };
  },
});
