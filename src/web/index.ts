export { createApp } from './app.ts';
export { ownRoutes } from './front.tsx';
export { jsonLog } from './log.ts';
export { documentRenderer } from './render.ts';
export { reachOf } from './reach.ts';
export { themePath } from './themes.ts';
export type { Bounds } from './bounds.ts';
export type { LogLine, Mount, Place, WebSettings } from './parts.ts';
