import type { Locator, Page } from 'playwright-core';

/** Somebody on the way through pages. */
export type Guest = {
  readonly page: Page;
  readonly go: (address: string) => Promise<void>;
  /** Has the page that stands in the window looked at. `route` is the path of the GET route it belongs to. */
  readonly look: (route: string, state: string) => Promise<void>;
};

/** Pages in the order somebody comes to them, each in its states. What a tour sends stays in the demo world. */
export type Tour = {
  readonly name: string;
  readonly who: string | null;
  readonly walk: (guest: Guest) => Promise<void>;
};

/** Presses something and waits for the page that it leads to. */
export async function follow(what: Locator): Promise<void> {
  const came = what.page().waitForEvent('load');
  await what.click();
  await came;
}

/** Presses what leads on: the first of its kind in the content that is seen. */
export async function press(page: Page, selector: string): Promise<void> {
  await follow(page.locator(`main ${selector}`).filter({ visible: true }).first());
}

/** Sends the form that goes to an address that ends as given, by its first button or the one named. */
export async function send(page: Page, action: string, button = 'button'): Promise<void> {
  const form = page.locator(`main form[action$="${action}"]`).first();
  await page.evaluate(`document.querySelectorAll('main details').forEach((one) => (one.open = true))`);
  await follow(form.locator(`${button}:not([aria-hidden])`).first());
}

/** Goes to each address and looks. */
export async function visit(
  { go, look }: Guest,
  stops: readonly (readonly [route: string, state: string, address: string])[],
): Promise<void> {
  for (const [route, state, address] of stops) {
    await go(address);
    await look(route, state);
  }
}

/** The first address of a page in the content that holds the words given; below a list stands its file. */
export async function addressOf(page: Page, part: string): Promise<string> {
  const links = page.locator(`main a[href*="${part}"]:not([href*="/lista"])`);
  const found = await links.first().getAttribute('href');
  if (found === null) throw new Error(`${page.url()} leads to no ${part}`);
  return found;
}
