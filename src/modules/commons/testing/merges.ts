import { serveMerges } from '../merging/merge-apart.ts';
import { registerKind } from '../model/kind.ts';
import { leafletKind } from './leaflet.ts';

/* A thread that merges leaflets. */

registerKind(leafletKind);
serveMerges();
