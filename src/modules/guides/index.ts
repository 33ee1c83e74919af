import type { AnyRoute } from '../../platform/http/index.ts';
import { apiRoutes } from './routes/api.ts';
import { openRoutes } from './routes/open.ts';
import { workRoutes } from './routes/work.ts';

export { guideKind } from './kind.ts';
export { shelfSubscription } from './store/put-in-use.ts';
export { hasOpenGuide } from './store/shelf.ts';

export const routes: readonly AnyRoute[] = [...workRoutes, ...openRoutes, ...apiRoutes];
