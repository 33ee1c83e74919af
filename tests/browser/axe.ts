import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Look } from './browser.ts';

/** Something that stands in the way of somebody, and where. */
export type Barrier = {
  readonly rule: string;
  readonly target: string;
  readonly why: string;
};

const Found = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      help: z.string(),
      nodes: z.array(
        z.object({
          target: z.array(z.union([z.string(), z.array(z.string())])),
          failureSummary: z.string().optional(),
        }),
      ),
    }),
  ),
});

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe-core as the package for this browser ships it, given to the page itself so that no second tab is needed. */
async function readAxe(): Promise<string> {
  const beside = createRequire(import.meta.resolve('@axe-core/playwright'));
  return readFile(beside.resolve('axe-core/axe.min.js'), 'utf8');
}

const kept: { source: Promise<string> | null } = { source: null };

const Width = z.object({ content: z.number(), window: z.number(), widest: z.string() });

/** How far the page reaches sideways, and what reaches furthest. */
const measure = `(() => {
  const root = document.documentElement;
  const reach = (one) => one.getBoundingClientRect().right;
  const out = [...document.querySelectorAll('body *')].filter((one) => reach(one) > root.clientWidth + 1);
  const widest = out.toSorted((a, b) => reach(b) - reach(a))[0];
  const named = widest ? widest.tagName.toLowerCase() + '.' + widest.className : '';
  return { content: root.scrollWidth, window: root.clientWidth, widest: named };
})()`;

async function findSideways(page: Page): Promise<readonly Barrier[]> {
  const { content, window, widest } = Width.parse(await page.evaluate(measure));
  const why = `the page is ${content} px wide in a window of ${window} px`;
  return content > window ? [{ rule: 'sideways-scroll', target: widest, why }] : [];
}

const Repeated = z.array(z.string());

const repeatedIds = `[...document.querySelectorAll('[id]')].map((one) => one.id)
  .filter((id, place, all) => all.indexOf(id) !== place)`;

/** axe only wonders about these where something refers to them; here the links of error summaries do. */
async function findRepeatedIds(page: Page): Promise<readonly Barrier[]> {
  const found = Repeated.parse(await page.evaluate(repeatedIds));
  return found.map((id) => ({
    rule: 'duplicate-id',
    target: `#${id}`,
    why: 'the id stands twice on the page',
  }));
}

/** Folded parts of the content are looked at too. */
const unfold = `document.querySelectorAll('main details').forEach((one) => {
  one.removeAttribute('name');
  one.open = true;
})`;

/**
 * What axe finds on a page as it stands (WCAG 2.0 to 2.2, A and AA, and its best practice), and whether the
 * page must be scrolled sideways (WCAG 2.2, 1.4.10) or holds an id twice.
 */
export async function findBarriers(page: Page, look: Look): Promise<readonly Barrier[]> {
  kept.source ??= readAxe();
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
  await page.evaluate(unfold);
  const own = [...(await findSideways(page)), ...(await findRepeatedIds(page))];
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(await kept.source);
  const values = JSON.stringify(rules);
  const found = Found.parse(
    await page.evaluate(
      `axe.run({ runOnly: { type: 'tag', values: ${values} }, resultTypes: ['violations'] })`,
    ),
  );
  const broken = found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({
      rule: id,
      target: node.target.flat().join(' '),
      why: node.failureSummary?.replaceAll(/\s+/g, ' ') ?? help,
    })),
  );
  return [...own, ...broken];
}
