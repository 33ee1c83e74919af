/** A document for paper and archive: blocks of plain text. Nothing in it is ever read as markup. */
export type PdfDocument = {
  readonly title: string;
  readonly language: 'sv' | 'en';
  readonly blocks: readonly PdfBlock[];
  /** Printed at the top of every page: who sends it, and what it is filed under. */
  readonly sender?: string;
  readonly reference?: string;
  /** The document's own date, so that the same document always gives the same bytes. */
  readonly date?: Date;
};

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly term: string; readonly value: string }[];
    };

export type Pdf = {
  /** Tagged PDF. Throws when typst cannot set the document. */
  readonly render: (document: PdfDocument) => Promise<Uint8Array>;
};
