import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { openSite, type Site } from './site.ts';

export type Scheme = 'light' | 'dark';

export type Look = {
  readonly width: number;
  readonly scheme: Scheme;
};

/** Somebody at a browser window: `ROLE@SLUG` signed in through the local provider, or nobody. */
export type Window = {
  readonly page: Page;
  readonly close: () => Promise<void>;
};

export type Studio = {
  readonly site: Site;
  readonly browser: Browser;
  /** A window of one's own. Whatever goes wrong in it is kept in `faults`. */
  readonly open: (
    who: string | null,
    look?: Partial<Look> & { readonly scripts?: boolean; readonly sharpness?: number },
  ) => Promise<Window>;
  /** Errors of pages and of the console, requests that left the site, and pages with a script. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** A page that answers 404 or 422 on purpose is told of in the console; nothing else may be. */
function isOwnRefusal(page: Page, message: ConsoleMessage): boolean {
  const { url } = message.location();
  return (
    /status of (401|403|404|409|422)/.test(message.text()) && url.split('#')[0] === page.url().split('#')[0]
  );
}

function watch(context: BrowserContext, origin: string, faults: string[]): void {
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) faults.push(`asked another host: ${url}`);
  });
  context.on('console', (message) => {
    const page = message.page();
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (page !== null && isOwnRefusal(page, message)) return;
    faults.push(`${page?.url() ?? ''} ${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`${error.page()?.url() ?? ''}: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
  });
}

/** Chooses the person at the local provider, as anybody who tries the demo does. */
async function signIn(page: Page, origin: string, who: string): Promise<void> {
  const place = who.split('@')[1] ?? who;
  await page.goto(`${origin}/logga-in?till=/konto`);
  const choice = page.locator(`button[name="person"][value="${who}"]`);
  if ((await choice.count()) === 0) {
    await page.locator('input[name="sok"]').fill(place);
    await page.locator('input[name="sok"]').press('Enter');
  }
  await choice.click();
  await page.waitForURL(`${origin}/konto`);
}

/** Kommons with its demo world, and one browser to look at it with. */
export async function openStudio(): Promise<Studio> {
  const site = await openSite();
  const browser = await openChromium();
  const faults: string[] = [];
  const known = new Map<string, Cookies>();
  const open: Studio['open'] = async (who, look = {}) => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.scheme ?? 'light',
      deviceScaleFactor: look.sharpness ?? 1,
      javaScriptEnabled: look.scripts ?? true,
      locale: 'sv-SE',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    watch(context, site.origin, faults);
    const page = await context.newPage();
    if (who !== null) {
      const cookies = known.get(who);
      if (cookies === undefined) {
        await signIn(page, site.origin, who);
        known.set(who, await context.cookies());
      } else await context.addCookies(cookies);
    }
    return { page, close: () => context.close() };
  };
  return {
    site,
    browser,
    open,
    faults,
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}
