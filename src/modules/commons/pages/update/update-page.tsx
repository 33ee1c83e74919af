import type { VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { capital, formatDate } from '../../../../platform/text/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Columns,
  FootBar,
  Form,
  Legend,
  Link,
  PageHead,
  SideList,
  TileRow,
  type RowTile,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { Tile, UpdatePart, UpdateView } from '../../model/update.ts';
import { mostTiles, pagesOf, type PartPage } from '../../model/update-window.ts';
import { updateTexts } from '../../texts/update.ts';
import { trailTo } from '../trail.ts';
import { anchorOf, PartOfUpdate, theirVersion } from './part.tsx';

export type UpdatePageView = {
  readonly organisation: string;
  /** "Härnösand" */
  readonly name: string;
  readonly ownerName: string;
  readonly title: string;
  readonly update: UpdateView;
  /** The part shown, with the changes of this page. */
  readonly part: UpdatePart;
  readonly page: number;
  readonly pages: number;
  /** The change that has the focus frame. */
  readonly current: string | null;
  /** The version that runs now, if any. */
  readonly running: number | null;
  /** The button was pressed before all was answered. */
  readonly early: boolean;
  /** A text of one's own was sent without words. */
  readonly emptyText: boolean;
  readonly canPreview: boolean;
  /** Whether the part is something that applicants meet. */
  readonly canPreviewPart: boolean;
  readonly language: Language;
};

/** A part with what one of its pages shows. */
export function onPage(update: UpdateView, { part: path, tiles }: PartPage): UpdatePart | undefined {
  const ids = new Set(tiles.map((tile) => tile.id));
  const part = update.parts.find((one) => one.path === path);
  if (part === undefined) return undefined;
  return {
    ...part,
    conflicts: part.conflicts.filter((one) => ids.has(one.id)),
    clean: part.clean.filter((one) => ids.has(one.id)),
  };
}

function tileOf(view: UpdatePageView, tile: Tile, page: number): RowTile {
  const words = updateTexts(view.language);
  const part = view.update.parts.find((one) => one.path === tile.part);
  const change = [...(part?.conflicts ?? []), ...(part?.clean ?? [])].find((one) => one.id === tile.id);
  const state = tile.state === 'choose' ? 'open' : tile.state === 'declined' ? 'declined' : 'taken';
  const at = { organisation: view.organisation, work: view.update.work };
  const here = tile.part === view.part.path && page === view.page;
  const query = page === 1 ? { del: tile.part } : { del: tile.part, sida: String(page) };
  const address = here ? '' : link(addresses.update, at, query);
  return {
    id: tile.id,
    state,
    title: `${capital(words.states[tile.state])}: ${change?.sentence ?? ''}`,
    href: `${address}#${anchorOf(tile.id)}`,
    current: tile.id === view.current,
  };
}

function Head({ view }: { readonly view: UpdatePageView }): VNode {
  const { update, language, organisation } = view;
  const words = updateTexts(language);
  const title = words.title(view.title, theirVersion(view), view.name);
  const declined = update.tiles.filter((tile) => tile.state === 'declined').length;
  const clean = update.tiles.filter((tile) => tile.state === 'in').length;
  const pages = pagesOf(update.tiles);
  const groups =
    update.total > mostTiles
      ? []
      : update.parts.map((part) =>
          update.tiles
            .filter((tile) => tile.part === part.path)
            .map((tile) => tileOf(view, tile, pages.get(tile.id) ?? 1)),
        );
  return (
    <PageHead
      ruled
      title={title}
      trail={trailTo(
        { organisation, work: update.work, title: view.title, language },
        { title: words.crumb },
      )}
      summary={`${words.published(view.ownerName, formatDate(update.to.publishedAt, language))} ${words.summary({ clean, declined, left: update.left })}`}
      aside={<TileRow counted groups={groups} counts={{ done: update.done, total: update.total }} />}
    />
  );
}

function Parts({ view }: { readonly view: UpdatePageView }): VNode {
  const words = updateTexts(view.language);
  const at = { organisation: view.organisation, work: view.update.work };
  const items = view.update.parts.map((part) => ({
    id: part.path === '' ? 'rot' : part.path,
    title: part.title,
    to: link(addresses.update, at, { del: part.path }),
    note: words.partLeft(part.left, part.size),
    current: part.path === view.part.path,
  }));
  return (
    <>
      <SideList label={words.parts} groups={[{ id: 'parts', title: words.parts, items }]} />
      <Legend
        stacked
        label={words.legend.title}
        items={[
          { kind: 'line', side: 'shared', word: words.legend.shared(theirVersion(view)) },
          { kind: 'line', side: 'local', word: words.legend.local },
          { kind: 'origin', origin: 'shared', word: words.origins.shared },
          { kind: 'origin', origin: 'local', word: words.origins.local },
          { kind: 'origin', origin: 'adapted', word: words.origins.adapted },
        ]}
      />
    </>
  );
}

function Foot({ view }: { readonly view: UpdatePageView }): VNode {
  const { update, running } = view;
  const words = updateTexts(view.language);
  const at = { organisation: view.organisation, work: update.work };
  return (
    <FootBar
      status={
        <>
          <b>{words.foot(update.left)}</b> {running === null ? words.notRunning : words.running}
        </>
      }
    >
      {view.canPreview && (
        <ButtonLink kind="tertiary" to={link(addresses.updatePreview, at)}>
          {words.try}
        </ButtonLink>
      )}
      <Form action={link(addresses.updateApply, at)} class="k-form-inline">
        <Button kind={update.left === 0 ? 'primary' : 'secondary'}>{words.apply(theirVersion(view))}</Button>
      </Form>
    </FootBar>
  );
}

/** The page where an update is taken in: the counter, the parts, the fork and the join, the foot. */
export function UpdatePage({ view }: { readonly view: UpdatePageView }): VNode {
  const { update, early } = view;
  const words = updateTexts(view.language);
  return (
    <div class="k-update commons-update">
      <Head view={view} />
      {early && update.left > 0 && (
        <Alert tone="warning" title={words.applyEarly(update.left)}>
          {view.current !== null && <Link to={`#${anchorOf(view.current)}`}>{view.part.title}</Link>}
        </Alert>
      )}
      {view.emptyText && <Alert tone="warning" title={words.emptyText} />}
      <Columns kind="update" aside={<Parts view={view} />}>
        <PartOfUpdate view={view} />
      </Columns>
      <Foot view={view} />
    </div>
  );
}
