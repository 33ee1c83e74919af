import type { AnyRoute } from '../../../platform/http/index.ts';
import { claimRoutes } from './supplying/claims.tsx';
import { newsRoutes } from './supplying/news.tsx';
import { standardRoutes } from './supplying/standards.tsx';
import { startRoutes } from './supplying/start.tsx';

/** A supplier's own side. */
export const supplyingRoutes: readonly AnyRoute[] = [
  ...startRoutes,
  ...standardRoutes,
  ...claimRoutes,
  ...newsRoutes,
];
