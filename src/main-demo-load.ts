import type { Config } from './platform/config/index.ts';
import { connect, keepToMode, visitDatabase } from './platform/db/index.ts';
import { findOrganisation } from './modules/organisations/index.ts';

/**
 * Fills the demo world's register with as many invented systems as all of Sweden could have, beside a running Kommons
 * or without one. Whoever stops it goes on where it ended by asking again.
 */
export async function loadDemo(config: Config, say: (line: string) => void): Promise<void> {
  if (config.mode !== 'demo') throw new Error('there is a demo world in demo mode only');
  const { fullLoad, loadRegister } = await import('../tests/world/register/load.ts');
  await visitDatabase({ place: config.database, random: Math.random, say }, async ({ app }) => {
    const db = connect({ url: app, connections: 2, random: Math.random });
    try {
      await keepToMode(db, 'demo');
      const known = await db.transaction({ organisation: null, person: null }, (tx) =>
        findOrganisation(tx, 'goteborg'),
      );
      if (known === null) throw new Error('there is no demo world yet: start Kommons once with npm start');
      const { municipalities, usages, products, suppliers } = fullLoad;
      say(
        `filling the register: ${municipalities} × ${usages} systems in use, of ${products} invented products by ` +
          `${suppliers} invented suppliers; stop it whenever you like, and go on by asking again`,
      );
      const made = await loadRegister({ db, now: new Date(), size: fullLoad, say });
      say(made === 0 ? 'all of it was there already' : `${made} systems in use were added`);
      say('take it away with: kommons demo reset');
    } finally {
      await db.close();
    }
  });
}
