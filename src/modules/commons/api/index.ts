import type { AnyRoute } from '../../../platform/http/index.ts';
import { draftRoutes } from './drafts.ts';
import { libraryRoutes } from './library.ts';
import { publishingRoutes } from './publishing.ts';
import { togetherRoutes } from './together.ts';
import { updateRoutes } from './updates.ts';
import { workRoutes } from './works.ts';

/** Every step of the story under `/api/v1`. */
export const apiRoutes: readonly AnyRoute[] = [
  ...libraryRoutes,
  ...workRoutes,
  ...publishingRoutes,
  ...draftRoutes,
  ...updateRoutes,
  ...togetherRoutes,
];
