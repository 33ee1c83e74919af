import type { AnyRoute } from '../../../platform/http/index.ts';
import { addManyRoutes } from './own-add-many.tsx';
import { addNewRoutes } from './own-add-new.tsx';
import { addRoutes } from './own-add.tsx';
import { batchRoutes } from './own-batches.tsx';
import { changeRoutes } from './own-change.tsx';
import { dueRoutes } from './own-due.tsx';
import { showFlows } from './own-flows.tsx';
import { showLacks } from './own-lacks.tsx';
import { showList } from './own-list.tsx';
import { showPlan } from './own-plan.tsx';
import { policyRoutes } from './own-policy.tsx';
import { processingRoutes } from './own-processing.tsx';
import { severalRoutes } from './own-several.tsx';
import { tableRoutes } from './own-table.tsx';
import { productRoutes } from './own-product.tsx';
import { proposalRoutes } from './own-proposals.tsx';
import { usageRoutes } from './own-usage.tsx';
import { viewRoutes } from './own-views.tsx';

/** An organisation's own systems. */
export const ownRoutes: readonly AnyRoute[] = [
  showList,
  ...addRoutes,
  ...addManyRoutes,
  ...addNewRoutes,
  ...tableRoutes,
  ...severalRoutes,
  ...batchRoutes,
  ...policyRoutes,
  ...viewRoutes,
  showFlows,
  showLacks,
  showPlan,
  ...dueRoutes,
  ...processingRoutes,
  ...changeRoutes,
  ...proposalRoutes,
  ...productRoutes,
  ...usageRoutes,
];
