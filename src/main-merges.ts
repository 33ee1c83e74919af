import { registerKind, serveMerges } from './modules/commons/index.ts';
import { guideKind } from './modules/guides/index.ts';
import { eServiceKind } from './modules/services/index.ts';

/* The program of the thread that merges large works beside the event loop. */

[eServiceKind, guideKind].forEach(registerKind);
serveMerges();
