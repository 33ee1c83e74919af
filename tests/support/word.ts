import { zip, type Entry } from '../../src/platform/zip/index.ts';

/* Documents as Word writes them (ISO/IEC 29500), as small as they need to be. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export type Relation = {
  readonly id: string;
  readonly type: 'hyperlink' | 'image';
  readonly target: string;
  readonly external: boolean;
};

export type WordParts = {
  /** WordprocessingML of the body. */
  readonly body: string;
  readonly relations?: readonly Relation[];
  readonly media?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly others?: readonly Entry[];
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

export const heading = (level: number, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="Rubrik${level}"/>`);

export const item = (text: string, numbered: boolean, level = 0): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numbered ? 2 : 1}"/></w:numPr>`);

export const linkTo = (relation: string, text: string): string =>
  `<w:hyperlink r:id="${relation}">${run(text)}</w:hyperlink>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A picture by its relation, in the document (`embed`) or elsewhere (`link`). */
export const picture = (relation: string, by: 'embed' | 'link' = 'embed'): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="bild"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${by}="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const levels = (format: string): string =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

const numbering = `${head}<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="1">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

/** A Swedish Word calls its styles in Swedish and says their English names. */
const styles = `${head}<w:styles xmlns:w="${main}">${[1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Rubrik${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join('')}<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`;

const types = `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${kind}.numbering+xml"/></Types>`;

const relationship = ({ id, type, target, external }: Relation): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`;

const text = (name: string, content: string): Entry => ({ name, bytes: Buffer.from(content) });

/** The parts of a document, to put together or to spoil first. */
export function wordEntries({ body, relations = [], media = [], others = [] }: WordParts): readonly Entry[] {
  const own = `<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="n" Type="${office}/numbering" Target="numbering.xml"/>`;
  return [
    text('[Content_Types].xml', types),
    text(
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    text(
      'word/document.xml',
      `${head}<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    ),
    text('word/styles.xml', styles),
    text('word/numbering.xml', numbering),
    text(
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${own}${relations.map(relationship).join('')}</Relationships>`,
    ),
    ...media.map(({ name, bytes }) => ({ name: `word/media/${name}`, bytes: Buffer.from(bytes) })),
    ...others,
  ];
}

export const wordFile = (parts: WordParts): Buffer => zip(wordEntries(parts));
