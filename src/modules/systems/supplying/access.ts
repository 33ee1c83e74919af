import { orSuppliers, type Access } from '../../../platform/http/index.ts';
import { registrars } from '../everybody/reader.ts';

/*
 * What a supplier may reach. Its own side has `suppliersOnly`; here is what it shares with the public sector. All else is
 * shut to it by the shell, which lets nobody at a supplier's addresses past a rule that does not name suppliers, and by
 * row security, which keeps others' rows out of its transactions.
 */

/** Those who change records of the catalogue: of any in the public sector, of its own alone a supplier. */
export const keepers: Access = orSuppliers(registrars);
