import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { canaryHost } from './payloads.ts';

/** A browser that shows pages and tells of everything that they do by themselves. */
export type Watcher = {
  /** Opens an address and tells what ran, what was asked of other hosts, and what stands there that could. */
  readonly look: (address: string) => Promise<readonly string[]>;
  /** The same for the HTML of an answer, as if it were at the site. */
  readonly lookAt: (html: string) => Promise<readonly string[]>;
  /** Pastes HTML in a field of the page at the address, saves, and tells what it led to. */
  readonly paste: (address: string, field: string, html: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

type Asked = {
  readonly browser: Browser;
  readonly origin: string;
  readonly authorization: string;
  /** Takes what is pasted as HTML, to show that it would be seen. */
  readonly naive?: boolean;
};

const Found = z.array(z.string());

/**
 * Everything in a page that runs or fetches by itself or when it is pressed, beyond what Kommons's own pages have:
 * its stylesheets and script, panels of its own, links to pages. A picture by itself the browser puts in a page of its
 * own.
 */
const scan = `/^(?:image|video|text\\/(?:plain|vtt))/.test(document.contentType) ? [] : [...document.querySelectorAll('*')].flatMap((element) => {
  const name = element.tagName.toLowerCase();
  const of = (attribute) => element.getAttribute(attribute) ?? '';
  const own = (address) => new URL(address, location.origin).origin === location.origin;
  const found = element.getAttributeNames().filter((one) => /^on|^style$|^srcdoc$/.test(one)).map((one) => name + ' ' + one);
  if (name === 'script' && !/^\\/assets\\/editor\\.[0-9a-f]+\\.js$/.test(of('src'))) found.push('a script');
  if (name === 'iframe' && !/^\\/(en\\/)?(arbete|k)\\//.test(of('src'))) found.push('a frame');
  if (['object', 'embed', 'applet', 'style', 'base', 'math', 'template'].includes(name)) found.push(name);
  if (name === 'meta' && element.hasAttribute('http-equiv')) found.push('meta');
  if (name === 'svg' && element.querySelector('script, foreignObject, a, image, use, animate')) found.push('svg');
  if (name === 'link' && !own(of('href'))) found.push('a foreign link');
  for (const attribute of ['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data']) {
    const address = of(attribute).replace(/[\\u0000-\\u0020]/g, '');
    if (/^(javascript|vbscript|data|file):/i.test(address)) found.push(name + ' ' + attribute + '=' + address.slice(0, 40));
    else if (attribute !== 'href' && address !== '' && !own(address)) found.push(name + ' ' + attribute + ' elsewhere');
  }
  return found;
})`;

/** The policy that stops scripts is off: what is shown has to be harmless without it. */
export async function openWatcher({
  browser,
  origin,
  authorization,
  naive = false,
}: Asked): Promise<Watcher> {
  const context = await browser.newContext({ bypassCSP: true, extraHTTPHeaders: { authorization } });
  context.setDefaultTimeout(20_000);
  const told: string[] = [];
  await context.exposeFunction('canary', (kind: unknown) => void told.push(`ran: ${String(kind)}`));
  context.on('request', (request) => {
    const url = request.url();
    if (url.includes(canaryHost) || !(url.startsWith(`${origin}/`) || /^(?:data|about|blob):/.test(url)))
      told.push(`asked for ${url.slice(0, 100)}`);
  });
  if (naive) {
    await context.addInitScript(() => {
      const place = globalThis.document;
      place.addEventListener('paste', (event) => {
        const box = place.createElement('div');
        box.innerHTML = event.clipboardData?.getData('text/html') ?? '';
        place.body.append(box);
      });
    });
  }
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    told.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => void download.cancel());
  const shown = async (): Promise<readonly string[]> => {
    const standing = Found.parse(await page.evaluate(scan));
    // What waits for a turn of the loop gets some.
    await page.waitForTimeout(20);
    return [...told.splice(0), ...standing.map((one) => `there is ${one}`)];
  };
  const open = async (address: string): Promise<boolean> => {
    try {
      await page.goto(new URL(address, origin).href);
      return true;
    } catch (error) {
      // A file is saved and not shown.
      if (/download|ERR_ABORTED/i.test(String(error))) return false;
      throw error;
    }
  };
  return {
    look: async (address) => ((await open(address)) ? shown() : told.splice(0)),
    lookAt: async (html) => {
      await page.route('**/hostile-answer', (route) =>
        route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
      );
      await open('/hostile-answer');
      await page.unroute('**/hostile-answer');
      return shown();
    },
    paste: (address, field, html) => paste({ page, open, shown }, address, { field, html }),
    close: () => context.close(),
  };
}

type Hands = {
  readonly page: Page;
  readonly open: (address: string) => Promise<boolean>;
  readonly shown: () => Promise<readonly string[]>;
};

async function paste(
  { page, open, shown }: Hands,
  address: string,
  { field, html }: { readonly field: string; readonly html: string },
): Promise<readonly string[]> {
  await open(address);
  const box = page.locator(`textarea[name="${field}"]`);
  await box.fill('');
  await box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    clipboardData.setData('text/plain', 'enkel text');
    if ('focus' in element && typeof element.focus === 'function') element.focus();
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  const before = await shown();
  await page.locator('#del button.ds-button[value="save"]').click();
  await page.waitForLoadState();
  return [...before, ...(await shown())];
}
