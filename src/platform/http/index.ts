export type { Access, AnyRoute, Frame, Large, LargeFile, Page, Reply, UploadedFile } from './route.ts';
export {
  demoOnly,
  everybodyAtWork,
  json,
  link,
  missing,
  open,
  orSuppliers,
  route,
  see,
  signedIn,
  staff,
  suppliersOnly,
} from './route.ts';
export type { Actor, Context, Language, Mandate } from './context.ts';
export { getOrganisation, getPerson, hasRole, suppliesAt, worksAt } from './context.ts';
export type { Role } from './roles.ts';
export { roles } from './roles.ts';
