export type { Pdf, PdfBlock, PdfDocument } from './document.ts';
export { typstPdf } from './typst.ts';
