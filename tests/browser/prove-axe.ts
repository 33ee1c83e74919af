import { allRoutes } from '../../src/main-app.ts';
import { deriveKeys } from '../../src/modules/identity/index.ts';
import { seeded } from '../proofs/random.ts';
import type { Studio } from './browser.ts';
import { looksFor } from './looks.ts';
import { examplesTour } from './tours/examples.ts';
import { tours } from './tours/index.ts';
import { walk, type Seen } from './walk.ts';

export type AxeProof = {
  readonly seen: readonly Seen[];
  /** Page states times looks. */
  readonly checked: number;
  /** One line for each barrier, with its page, state, look, rule and place. */
  readonly barriers: readonly string[];
  /** GET routes of pages that nobody looked at. */
  readonly uncovered: readonly string[];
  /** Errors in pages and consoles, requests to other hosts. */
  readonly faults: readonly string[];
};

/** GET routes that give a file, or lead on to a page that is looked at. */
const notPages = new Map([
  ['/bibliotek/:work/fil', 'a file'],
  ['/arbete/:organisation/arenden/:case/kvittens.pdf', 'a file'],
  ['/arbete/:organisation/arenden/:case/beslut.pdf', 'a file'],
  ['/arbete/:organisation/arenden/:case/filer/:file', 'a file'],
  ['/k/:organisation/mina-arenden/:case/kvittens.pdf', 'a file'],
  ['/k/:organisation/mina-arenden/:case/beslut.pdf', 'a file'],
  ['/k/:organisation/mina-arenden/:case/filer/:file', 'a file'],
  ['/arbete/:organisation/guider/:work/media/:hash', 'a file'],
  ['/k/:organisation/guider/:work/media/:hash', 'a file'],
  ['/arbete/:organisation/guider/:work/guide.pdf', 'a file'],
  ['/k/:organisation/guider/:work/guide.pdf', 'a file'],
  ['/arbete/:organisation/guider/:work/guide.html', 'a file, looked at by itself'],
  ['/k/:organisation/guider/:work/guide.html', 'a file, looked at by itself'],
  ['/arbete/:organisation/verk/:work/anpassa/media/:hash', 'a file'],
  ['/system/dcat', 'a file'],
  ['/system/dcat.jsonld', 'a file'],
  ['/system/dcat.rdf', 'a file'],
  ['/system/dcat.ttl', 'a file'],
  ['/system/andringar.atom', 'a file'],
  ['/system/:product/publiccode.yml', 'a file'],
  ['/arbete/:organisation/system/personuppgifter/register.pdf', 'a file'],
  ['/arbete/:organisation/system/personuppgifter/register', 'a file'],
  ['/arbete/:organisation/system/fran-kalkylblad/:sheet/fel.csv', 'a file'],
  ['/arbete/:organisation/system/export.csv', 'a file'],
  ['/arbete/:organisation/system/export.xlsx', 'a file'],
  ['/arbete/:organisation/system/export.json', 'a file'],
  ['/arbete/:organisation/system/export.ods', 'a file'],
  ['/arbete/:organisation/system/kopplingar/archimate.xml', 'a file'],
  ['/arbete/:organisation', 'leads on to what the person has to do'],
  ['/arbete/:organisation/installningar', 'leads on to the first of the settings'],
  ['/arbete/:organisation/verk/:work/bidrag/:contribution', 'leads on to the contribution'],
  ['/arbete/:organisation/guider/:work/steg/:step/prov/:quiz', 'leads on to the step of the quiz'],
  ['/k/:organisation/tjanster/:service/utkast/:draft', 'leads on to the next page to answer'],
]);

/** The GET routes of pages, as they are registered. */
export function pageRoutes(): readonly string[] {
  const routes = allRoutes({
    keys: deriveKeys(new Uint8Array(32)),
    signIn: { realm: 'test' },
    outbound: { check: () => null },
    contact: 'kommons@example.se',
  });
  return (
    routes
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/v1'))
      .map(({ path }) => path)
      // Below every list of the register is its file.
      .filter((path) => !notPages.has(path) && !path.endsWith('/lista'))
  );
}

export type AxePlan = {
  readonly seed: number;
  /** All four looks and every example; otherwise two looks of each page, one of its other states, and a tenth of the examples. */
  readonly full: boolean;
  readonly say?: (line: string) => void;
};

/** Looks at every page of the demo world in its states, as people with different roles come to them. */
export async function proveAxe(studio: Studio, { seed, full, say }: AxePlan): Promise<AxeProof> {
  const random = seeded(seed);
  const seen: Seen[] = [];
  const looked = new Set<string>();
  const choose = (route: string) => {
    const first = !looked.has(route);
    looked.add(route);
    return looksFor({ full, first }, random);
  };
  for (const tour of [...tours, examplesTour(full ? 1 : 0.1, random)]) {
    const found = await walk(studio, tour, choose);
    say?.(`${tour.name}: ${found.length} states, ${found.flatMap((one) => one.barriers).length} barriers`);
    seen.push(...found);
  }
  return {
    seen,
    checked: seen.reduce((sum, { looks }) => sum + looks, 0),
    barriers: seen.flatMap(({ route, state, tour, barriers }) =>
      barriers.map(
        ({ width, scheme, rule, target, why }) =>
          `${route} (${tour}: ${state}) at ${width} px, ${scheme}: ${rule} at ${target}: ${why.slice(0, 300)}`,
      ),
    ),
    uncovered: pageRoutes().filter((path) => !looked.has(path)),
    faults: studio.faults,
  };
}
