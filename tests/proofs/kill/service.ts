import { smallService } from '../small-service.ts';

/** Where the load goes. */
export const organisation = 'harnosand';
export const work = 'prov-anmalan';

export const definition = smallService({ id: work, prefix: 'PRV' });
export const settings = { namnd: 'Provnämnden' };
