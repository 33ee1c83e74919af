import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/** A picture of the product. */
export type View = {
  readonly who: string | null;
  readonly address: string;
  /** Of the window, in CSS pixels: what a reader of the guide can read when the picture is as wide as the text. */
  readonly width: number;
  /** What somebody does before it is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
  /** What is in the picture: all of these, with a margin, down to `height` CSS pixels at most. */
  readonly of: (page: Page) => readonly Locator[];
  readonly height?: number;
  /** What is framed, by a name. */
  readonly marks?: (page: Page) => Readonly<Record<string, Locator>>;
};

/** One for a guide that ships. What is said of it stands in the guide's block, and its frames are highlights there. */
export type Shot = View & {
  /** The guide, and the block of it that shows the picture. The file is named after the block. */
  readonly guide: string;
  readonly block: string;
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Taken = {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** In per cent of the picture. */
  readonly marks: ReadonlyMap<string, Box>;
};

const margin = 12;
const aroundMark = 5;
/** Pixels of the picture for one of the window's. */
export const sharpness = 1.5;

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.first().boundingBox();
  if (box === null) throw new Error(`${String(locator)} is not in sight`);
  return box;
}

function around(boxes: readonly Box[], by: number, within: Box): Box {
  const x = Math.max(within.x, Math.min(...boxes.map((box) => box.x)) - by);
  const y = Math.max(within.y, Math.min(...boxes.map((box) => box.y)) - by);
  const right = Math.min(within.x + within.width, Math.max(...boxes.map((box) => box.x + box.width)) + by);
  const bottom = Math.min(within.y + within.height, Math.max(...boxes.map((box) => box.y + box.height)) + by);
  return { x, y, width: right - x, height: bottom - y };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function inPerCent(mark: Box, picture: Box): Box {
  const [x, y] = [(mark.x - picture.x) / picture.width, (mark.y - picture.y) / picture.height];
  const [left, top] = [tenths(x * 100), tenths(y * 100)];
  return {
    x: left,
    y: top,
    width: tenths(Math.min((mark.width / picture.width) * 100, 100 - left)),
    height: tenths(Math.min((mark.height / picture.height) * 100, 100 - top)),
  };
}

/** What lies over the page. */
const aside = '.k-support, .k-foot-bar';

/** Takes the picture in light mode, with few colours, and measures where the frames go. */
export async function take(page: Page, origin: string, shot: View): Promise<Taken> {
  await page.goto(`${origin}${shot.address}`);
  await shot.prepare?.(page);
  await page.evaluate(async (over) => {
    for (const element of document.querySelectorAll(over)) element.remove();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await document.fonts.ready;
  }, aside);
  // The whole page, so that nothing has to be scrolled to and nothing sticks to the window's edge.
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: shot.width, height: Math.min(high, 6000) });
  const all = { x: 0, y: 0, width: shot.width, height: Math.min(high, 6000) };
  const whole = around(await Promise.all(shot.of(page).map(boxOf)), margin, all);
  const clip = { ...whole, height: Math.min(whole.height, shot.height ?? whole.height) };
  const raw = await page.screenshot({ clip, animations: 'disabled' });
  const marks = new Map<string, Box>();
  for (const [id, locator] of Object.entries(shot.marks?.(page) ?? {})) {
    const box = around([await boxOf(locator)], aroundMark, clip);
    marks.set(id, inPerCent(box, clip));
  }
  const few = await sharp(raw).png({ palette: true, colours: 64, dither: 0 }).toBuffer();
  const { data, info } = await sharp(few)
    .webp({ lossless: true, effort: 6 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, marks };
}
