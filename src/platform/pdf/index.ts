export type { InTurn, Pdf, PdfBlock, PdfDocument, PdfPicture, PdfSpan, PdfText } from './document.ts';
export { typstPdf } from './typst.ts';
