import type { AnyRoute } from '../../platform/http/index.ts';
import { everybodyRoutes } from './routes/everybody.ts';
import { ownRoutes } from './routes/own.ts';
import { catalogueApi } from './routes/catalogue/api.ts';
import { productFormRoutes } from './routes/catalogue/product-forms.tsx';
import { supplierFormRoutes } from './routes/catalogue/supplier-forms.tsx';
import { openRoutes } from './routes/catalogue/open.tsx';
import { sheetAnswerRoutes } from './routes/sheets-answers.tsx';
import { sheetOutRoutes } from './routes/sheets-out.ts';
import { sheetRoutes } from './routes/sheets.tsx';
import { publiccodeRoutes } from './routes/catalogue/publiccode.tsx';
import { taxonomyRoutes } from './routes/catalogue/taxonomy.tsx';
import { workRoutes } from './routes/catalogue/work.tsx';

export { remindOfSystems, systemsReminded } from './care/jobs.ts';
export { saveCurator } from './catalogue/curators.ts';
export { systemSubscriptions } from './everybody/letters.ts';
export { seedCatalogue } from './catalogue/seed.ts';
export { deleteOldSheets } from './sheets/store.ts';
export { sheetsTakenIn } from './sheets/take.ts';
export { shownAnew } from './usages/policy.ts';

export const routes: readonly AnyRoute[] = [
  ...ownRoutes,
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
];
