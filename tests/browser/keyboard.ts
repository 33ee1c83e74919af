import type { Page } from 'playwright-core';
import { z } from 'zod';

const Focus = z.object({
  name: z.string(),
  id: z.string(),
  type: z.string(),
  value: z.string(),
  text: z.string(),
  ring: z.boolean(),
  covered: z.boolean(),
  inside: z.boolean(),
});
export type Focus = Readonly<z.infer<typeof Focus>>;

/** What has focus, whether a ring is drawn around it, and whether something lies over it. */
const look = `(() => {
  const one = document.activeElement ?? document.body;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  const x = box.left + Math.min(box.width / 2, 60);
  const y = box.top + Math.min(box.height / 2, 20);
  const top = document.elementFromPoint(x, y);
  const label = one.labels && one.labels[0];
  return {
    name: one.getAttribute('name') ?? '',
    id: one.id,
    type: one.getAttribute('type') ?? one.tagName.toLowerCase(),
    value: one.getAttribute('value') ?? '',
    text: (one.textContent || (label && label.textContent) || '').trim().slice(0, 80),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    covered: !(top && (one.contains(top) || top.contains(one) || (label && label.contains(top)))),
    inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };
})()`;

export type Keyboard = {
  readonly focus: () => Promise<Focus>;
  /** Tabs on until what is asked for has focus, if it has not. Everything on the way is checked too. */
  readonly tabTo: (is: (focus: Focus) => boolean, back?: boolean) => Promise<Focus>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Where focus could not be seen. */
  readonly unseen: readonly string[];
  /** Keys pressed so far. */
  readonly pressed: () => number;
};

const farthest = 120;

/** A keyboard and nothing else: no mouse, no script on the page. */
export function openKeyboard(page: Page): Keyboard {
  const unseen: string[] = [];
  const count = { keys: 0 };
  const press: Keyboard['press'] = async (...keys) => {
    for (const key of keys) {
      count.keys += 1;
      await page.keyboard.press(key);
    }
  };
  const focus = async (): Promise<Focus> => {
    const found = Focus.parse(await page.evaluate(look));
    const where = `${new URL(page.url()).pathname}: ${found.type} ${found.name}${found.id} "${found.text}"`;
    if (found.type !== 'body' && !found.ring) unseen.push(`no ring: ${where}`);
    if (found.type !== 'body' && !found.inside) unseen.push(`outside the window: ${where}`);
    if (found.type !== 'body' && found.inside && found.covered) unseen.push(`covered: ${where}`);
    return found;
  };
  return {
    focus,
    unseen,
    pressed: () => count.keys,
    press,
    type: async (text) => {
      count.keys += text.length;
      await page.keyboard.type(text);
    },
    tabTo: async (is, back = false) => {
      const here = await focus();
      if (is(here)) return here;
      for (let step = 0; step < farthest; step += 1) {
        await press(back ? 'Shift+Tab' : 'Tab');
        const found = await focus();
        if (is(found)) return found;
      }
      throw new Error(`not reached with ${farthest} presses of Tab: ${page.url()}`);
    },
  };
}
