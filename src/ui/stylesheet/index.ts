import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faces, preloaded } from '../fonts/faces.ts';
import type { FontFile } from '../fonts/faces.ts';
import { favicon } from '../mark/view.tsx';
import { designSystem } from './design-system.ts';
import { minify } from './minify.ts';

/** A file that a page asks for by a path that names its content. */
export type UiAsset = {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
  readonly immutable: boolean;
};

export type Sheet = { readonly path: string; readonly css: string };

export type Styles = {
  /** Of municipalities' public sites. */
  readonly public: Sheet;
  /** Of the workspace, the library and Kommons's own pages. */
  readonly work: Sheet;
  /** Beside that of the workspace, on pages where works are made. */
  readonly craft: Sheet;
  /** Beside that of the workspace, where guides are read and cared for. */
  readonly guides: Sheet;
  /** Beside those of the workspace and of craft, in the register of systems. */
  readonly register: Sheet;
  /** Of paper, for both looks: it comes after them, so that it wins. */
  readonly print: Sheet;
  readonly preload: readonly string[];
  readonly favicon: string;
  readonly assets: readonly UiAsset[];
};

const require = createRequire(import.meta.url);
const ui = fileURLToPath(new URL('..', import.meta.url));
const modules = fileURLToPath(new URL('../../modules', import.meta.url));

/** Sheets that only some pages of the workspace have. */
type Beside = 'craft' | 'guides' | 'register';

/** Components that stand in one of the two looks only, or only where works are made. */
export const standsOnlyIn: Readonly<Record<string, 'public' | 'work' | Beside>> = {
  'public-header': 'public',
  'edge-panel': 'public',
  'work-bar': 'work',
  'merge-view': 'craft',
  'change-list': 'craft',
  'code-block': 'work',
  'tile-map': 'work',
  'foot-bar': 'craft',
  'share-steps': 'craft',
  legend: 'work',
};

const read = (file: string): string => readFileSync(file, 'utf8');

const hashOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** An address that changes with the content, so that it may be kept for ever. */
function hashed(name: string, type: string, bytes: Uint8Array | string): UiAsset {
  const path = `/assets/${name.replace(/(\.[a-z0-9]+)$/u, `.${hashOf(bytes)}$1`)}`;
  return { path, type, bytes, immutable: true };
}

function fontAsset(file: FontFile): UiAsset {
  const path =
    file.from === 'here'
      ? join(ui, 'fonts', file.name)
      : require.resolve(`@fontsource-variable/${file.from}/files/${file.name}`);
  return hashed(file.name, 'font/woff2', readFileSync(path));
}

/** `style.css` goes in both looks; a module's `public.css` and `work.css` in one. */
function componentCss(look: 'public' | 'work'): string {
  const own = globSync('*/style.css', { cwd: ui })
    .toSorted()
    .filter((file) => {
      const wanted = standsOnlyIn[file.split(/[/\\]/u)[0] ?? ''];
      return wanted === undefined || wanted === look;
    })
    .map((file) => read(join(ui, file)));
  const pages = globSync('*/**/*.css', { cwd: modules })
    .toSorted()
    .filter((file) => [`${look}.css`, 'style.css'].includes(basename(file)))
    .map((file) => read(join(modules, file)));
  return [...own, ...pages].join('\n');
}

/** What only some pages need: components that stand there alone, and a module's file of that name. */
const besideCss = (sheet: Beside): string =>
  [
    ...globSync('*/style.css', { cwd: ui })
      .toSorted()
      .filter((file) => standsOnlyIn[file.split(/[/\\]/u)[0] ?? ''] === sheet)
      .map((file) => read(join(ui, file))),
    ...globSync(`*/**/${sheet}.css`, { cwd: modules })
      .toSorted()
      .map((file) => read(join(modules, file))),
  ].join('\n');

/** What components and modules have to say of paper, where it has a file of its own. */
const printCss = (): string =>
  [
    ...globSync('*/print.css', { cwd: ui, exclude: ['foundation'] })
      .toSorted()
      .map((file) => read(join(ui, file))),
    ...globSync('*/**/print.css', { cwd: modules })
      .toSorted()
      .map((file) => read(join(modules, file))),
  ].join('\n');

const foundation = (name: string): string => read(join(ui, 'foundation', `${name}.css`));

/**
 * Builds the style sheets, fonts and mark that the pages use: read once at boot, and kept. The order
 * of layers is declared first, since `kommons` must win over the design system's `ds`.
 */
export function buildStyles(): Styles {
  const fonts = new Map(faces.map((face) => [face.file.name, fontAsset(face.file)]));
  const pathOf = (file: FontFile): string => fonts.get(file.name)?.path ?? '';
  const fontFaces = faces
    .map(
      (face) =>
        `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(${pathOf(face.file)}) format('woff2');unicode-range:${face.range}}`,
    )
    .join('');
  const ds = designSystem();
  const sheet = (look: 'public' | 'work'): UiAsset => {
    const own = [foundation('tokens'), foundation('type'), componentCss(look)].join('\n');
    const css = `@layer reset,ds,kommons;${fontFaces}@layer reset{${foundation('reset')}}@layer ds{${ds}}@layer kommons{${own}}`;
    return hashed(`${look}.css`, 'text/css; charset=utf-8', minify(css));
  };
  const [publicSheet, workSheet] = [sheet('public'), sheet('work')];
  const paper = `@layer kommons{${foundation('print')}\n${printCss()}}`;
  const printSheet = hashed('print.css', 'text/css; charset=utf-8', minify(paper));
  const beside = (name: Beside): UiAsset =>
    hashed(`${name}.css`, 'text/css; charset=utf-8', minify(`@layer kommons{${besideCss(name)}}`));
  const [craftSheet, guidesSheet, registerSheet] = [beside('craft'), beside('guides'), beside('register')];
  const mark = hashed('kommons.svg', 'image/svg+xml', favicon);
  return {
    public: { path: publicSheet.path, css: String(publicSheet.bytes) },
    work: { path: workSheet.path, css: String(workSheet.bytes) },
    craft: { path: craftSheet.path, css: String(craftSheet.bytes) },
    guides: { path: guidesSheet.path, css: String(guidesSheet.bytes) },
    register: { path: registerSheet.path, css: String(registerSheet.bytes) },
    print: { path: printSheet.path, css: String(printSheet.bytes) },
    preload: preloaded.map(pathOf),
    favicon: mark.path,
    assets: [
      publicSheet,
      workSheet,
      craftSheet,
      guidesSheet,
      registerSheet,
      printSheet,
      mark,
      ...fonts.values(),
    ],
  };
}

let built: Styles | undefined;

/** The same, built at the first call. */
export function styles(): Styles {
  built ??= buildStyles();
  return built;
}

/** A sheet for a document that stands alone, without fonts: the foundation, some components, and what is its own. */
export const ownSheet = (components: readonly string[], own: string): string =>
  minify(
    [
      ...['reset', 'tokens', 'type'].map(foundation),
      ...components.map((name) => read(join(ui, name, 'style.css'))),
      own,
    ].join('\n'),
  );

/** A theme's style sheet as an asset with a path that names its content. */
export const themeAsset = (css: string): UiAsset =>
  hashed('theme.css', 'text/css; charset=utf-8', minify(css));
