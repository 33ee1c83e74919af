import type { VNode } from 'preact';
import { Document, type DocumentProps } from './document.tsx';

/** Only what it holds, for a panel inside another page. Its links open beside that page, which is not left. */
export function PanelFrame(document: DocumentProps & { readonly look: 'public' | 'work' }): VNode {
  return <Document {...document} siteName="Kommons" header={null} footer={null} within />;
}
