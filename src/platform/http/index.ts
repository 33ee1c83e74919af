export type { Access, AnyRoute, Frame, Page, Reply, UploadedFile } from './route.ts';
export {
  demoOnly,
  everybodyAtWork,
  json,
  link,
  missing,
  open,
  route,
  see,
  signedIn,
  staff,
} from './route.ts';
export type { Actor, Context, Language, Mandate } from './context.ts';
export { getOrganisation, getPerson, hasRole, worksAt } from './context.ts';
export type { Role } from './roles.ts';
export { roles } from './roles.ts';
