export { createApp } from './app.ts';
export { frame } from './frame.tsx';
export { ownRoutes } from './front.tsx';
export { jsonLog } from './log.ts';
export { documentRenderer } from './render.ts';
export { themePath } from './themes.ts';
export type { Asset, LogLine, Mount, Place, WebParts, WebSettings } from './parts.ts';
