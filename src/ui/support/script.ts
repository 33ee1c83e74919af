import { scriptAsset } from '../script/asset.ts';

/** Of what is read at the side of a page: nothing of it is fetched before it is opened. */
export const supportScript = scriptAsset('support', [new URL('support.island.js', import.meta.url)]);
