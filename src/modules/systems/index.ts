import type { AnyRoute } from '../../platform/http/index.ts';
import { everybodyRoutes } from './routes/everybody.ts';
import { ownRoutes } from './routes/own.ts';
import { everybodyApi } from './routes/connections/everybody-api.ts';
import { archimateRoutes } from './routes/connections/archimate.ts';
import { catalogueFileRoutes } from './routes/connections/catalogue-files.ts';
import { everybodyFileRoutes } from './routes/connections/everybody-files.ts';
import { ownFileRoutes } from './routes/connections/own-files.ts';
import { connectionsPageRoutes } from './routes/connections/page.tsx';
import { ownApi } from './routes/connections/own-api.ts';
import { catalogueApi } from './routes/catalogue/api.ts';
import { productFormRoutes } from './routes/catalogue/product-forms.tsx';
import { supplierFormRoutes } from './routes/catalogue/supplier-forms.tsx';
import { openRoutes } from './routes/catalogue/open.tsx';
import { sheetAnswerRoutes } from './routes/sheets-answers.tsx';
import { sheetOutRoutes } from './routes/sheets-out.ts';
import { sheetRoutes } from './routes/sheets.tsx';
import { publiccodeRoutes } from './routes/catalogue/publiccode.tsx';
import { receivedRoutes } from './routes/supplying/received.tsx';
import { reviewRoutes } from './routes/supplying/reviews.tsx';
import { supplyingRoutes } from './routes/supplying.ts';
import { taxonomyRoutes } from './routes/catalogue/taxonomy.tsx';
import { workRoutes } from './routes/catalogue/work.tsx';

export { remindOfSystems, systemsReminded } from './care/jobs.ts';
export { accountRoutes as supplierAccountRoutes } from './routes/supplying/accounts.tsx';
export { saveCurator } from './catalogue/curators.ts';
export { tableScript } from './island/index.ts';
export { systemSubscriptions } from './everybody/letters.ts';
export { seedCatalogue } from './catalogue/seed.ts';
export { forgetGone } from './everybody/show.ts';
export { catalogueTold, newsSubscriptions } from './connections/webhooks/news.ts';
export { webhooksSent } from './connections/webhooks/send.ts';
export { deleteOldDeliveries } from './connections/webhooks/store.ts';
export { openDataRoutes } from './routes/connections/open-data.ts';
export { webhookRoutes } from './routes/connections/webhooks.tsx';
export { deleteOldSheets } from './sheets/store.ts';
export { sheetsTakenIn } from './sheets/take.ts';
export { openAccount } from './supplying/accounts.ts';
export type { AccountFailure } from './supplying/accounts.ts';
export { claimSubscriptions } from './supplying/claims/told.ts';
export { countProducts, productsCounted } from './supplying/counts.ts';
export { saveLookedAfter } from './supplying/records.ts';
export { shownAnew } from './usages/policy.ts';

export const routes: readonly AnyRoute[] = [
  ...ownRoutes,
  ...receivedRoutes,
  ...supplyingRoutes,
  ...reviewRoutes,
  ...sheetRoutes,
  ...sheetAnswerRoutes,
  ...sheetOutRoutes,
  ...everybodyRoutes,
  ...openRoutes,
  ...workRoutes,
  ...publiccodeRoutes,
  ...productFormRoutes,
  ...supplierFormRoutes,
  ...taxonomyRoutes,
  ...catalogueApi,
  ...ownApi,
  ...everybodyApi,
  ...connectionsPageRoutes,
  ...archimateRoutes,
  ...ownFileRoutes,
  ...everybodyFileRoutes,
  ...catalogueFileRoutes,
];
