import type { AnyRoute } from '../../../platform/http/index.ts';
import { contributeRoutes } from './contribute.tsx';
import { contributionRoutes } from './contribution.tsx';
import { createRoutes } from './create.tsx';
import { editRoutes } from './edit.tsx';
import { fleetRoutes } from './fleet.tsx';
import { followingRoutes } from './following.tsx';
import { libraryRoutes } from './library.tsx';
import { publishRoutes } from './publish.tsx';
import { toldRoutes } from './told.tsx';
import { updateRoutes } from './update.tsx';
import { useRoutes } from './use.tsx';
import { showVariant } from './variant.tsx';
import { variantStepRoutes } from './variant-steps.tsx';
import { compareVersions, previewVariant } from './versions.tsx';
import { showWorks } from './works.tsx';

export const pageRoutes: readonly AnyRoute[] = [
  ...libraryRoutes,
  showWorks,
  showVariant,
  ...variantStepRoutes,
  ...useRoutes,
  compareVersions,
  previewVariant,
  ...updateRoutes,
  ...editRoutes,
  ...publishRoutes,
  ...fleetRoutes,
  ...contributeRoutes,
  ...contributionRoutes,
  ...followingRoutes,
  ...toldRoutes,
  ...createRoutes,
];
