import type { Scan } from './index.ts';

const configured: { scan: Scan | null } = { scan: null };

/** Called once at start when a scanner is configured. */
export function useScanner(scan: Scan): void {
  configured.scan = scan;
}

/**
 * The scanner to ask. Without one, files are taken in demo mode only: in production every file is
 * refused until a scanner is configured. A scanner that fails refuses the file too.
 */
export function scannerOf({ demo }: { readonly demo: boolean }): Scan {
  const { scan } = configured;
  if (scan === null) return async () => (demo ? 'clean' : 'unavailable');
  return async (content) => {
    try {
      return await scan(content);
    } catch {
      return 'unavailable';
    }
  };
}
