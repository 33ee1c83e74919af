import { openStudio } from '../tests/browser/browser.ts';
import { weighFirstViews } from '../tests/browser/weight.ts';
import type { Row } from './table.ts';

/** What the first view of each important page weighs in a real browser, with nothing kept from before. */
export async function benchBytes(): Promise<readonly Row[]> {
  const studio = await openStudio();
  try {
    const weighed = await weighFirstViews(studio);
    return weighed.map(({ name, bytes, requests }) => ({
      page: name,
      'kB, compressed': (bytes / 1000).toFixed(1),
      requests: String(requests),
      target: 'under 60',
    }));
  } finally {
    await studio.close();
  }
}
