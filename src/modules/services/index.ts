import type { AnyRoute } from '../../platform/http/index.ts';
import { apiRoutes } from './routes/api.ts';
import { stepRoutes } from './routes/drafts.tsx';
import { endingRoutes } from './routes/endings.tsx';
import { siteRoutes } from './routes/site.tsx';

export { eServiceKind } from './kind.ts';
export { deleteExpiredDrafts } from './drafts/store.ts';

export const routes: readonly AnyRoute[] = [...siteRoutes, ...stepRoutes, ...endingRoutes, ...apiRoutes];
