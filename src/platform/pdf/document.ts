/** A document for paper and archive: blocks of text and pictures. Nothing in it is ever read as markup. */
export type PdfDocument = {
  readonly title: string;
  readonly language: 'sv' | 'en';
  readonly blocks: readonly PdfBlock[];
  /** Printed at the top of every page: who sends it, and what it is filed under. */
  readonly sender?: string;
  readonly reference?: string;
  /** Printed at the foot of every page. */
  readonly foot?: string;
  /** Heading of a list of its sections and steps, after the blocks that come before the first heading. */
  readonly contents?: string;
  /** Pictures that blocks name. One that is not here is told of in words. */
  readonly pictures?: ReadonlyMap<string, PdfPicture>;
  /** The document's own date, so that the same document always gives the same bytes. */
  readonly date?: Date;
};

/** A run of text with one look. `lang` is its language where that is not the document's. */
export type PdfSpan = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** An address that it leads to: http, https, mailto or tel. */
  readonly to?: string;
  readonly lang?: string;
};

export type PdfText = string | readonly PdfSpan[];

/** PNG, JPEG, GIF or WebP, with its size in pixels. */
export type PdfPicture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

/** A part of a picture to look at, in per cent of its width and height; they are numbered as they come. */
export type PdfMark = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: PdfText }
  /** `leads` keeps it on the same page as what it leads to. */
  | { readonly kind: 'paragraph'; readonly text: PdfText; readonly leads?: true }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      /** A list of which each item is blocks; `boxes` are to tick with a pen. */
      readonly kind: 'items';
      readonly marker: 'number' | 'dot' | 'letter' | 'box';
      readonly items: readonly (readonly PdfBlock[])[];
    }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly term: string; readonly value: PdfText }[];
    }
  | {
      readonly kind: 'picture';
      /** Its name among the document's pictures. */
      readonly name: string;
      readonly alt: string;
      readonly caption: PdfText;
      readonly marks: readonly PdfMark[];
    }
  /** With a line along its edge, whole for what is important and dashed for what is local. */
  | {
      readonly kind: 'edged';
      readonly edge: 'important' | 'local';
      readonly label: string;
      readonly blocks: readonly PdfBlock[];
    }
  | { readonly kind: 'new-page' };

export type InTurn =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly failure: { readonly kind: 'busy' } };

export type Pdf = {
  /** Tagged PDF, set at once: a page or two take milliseconds. Throws when typst cannot set the document. */
  readonly render: (document: PdfDocument) => Promise<Uint8Array>;
  /** The same for a long document, set beside the requests; `busy` while too many wait for theirs. */
  readonly renderInTurn: (document: PdfDocument) => Promise<InTurn>;
};
