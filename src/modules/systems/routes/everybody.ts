import { callRoutes } from './everybody/calls.tsx';
import { compareRoutes } from './everybody/compare.tsx';
import { horizonRoutes } from './everybody/horizon.tsx';
import { mapRoutes } from './everybody/map.tsx';
import { newCallRoutes } from './everybody/new-call.tsx';
import { productRoutes } from './everybody/product.tsx';
import { questionRoutes } from './everybody/questions.tsx';
import { searchRoutes } from './everybody/search.tsx';

/** Everybody's systems: searched, on a map, side by side, by when contracts end, and whom to ask. */
export const everybodyRoutes = [
  ...searchRoutes,
  ...mapRoutes,
  ...productRoutes,
  ...compareRoutes,
  ...horizonRoutes,
  ...newCallRoutes,
  ...callRoutes,
  ...questionRoutes,
] as const;
