import { staff } from '../../../platform/http/index.ts';

/** Those who write an organisation's guides. */
export const writers = staff('designer', 'admin', 'training-lead');
