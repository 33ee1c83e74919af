import mammoth from 'mammoth';

/** A document as HTML, which nobody has sanitised yet. */
export type Converted = {
  readonly html: string;
  /** In the order that the text shows them: `src` of an image is its number here. */
  readonly pictures: readonly Uint8Array[];
};

/** Names of styles in the file, which Word keeps in English whatever language it speaks. */
const styleMap = [
  "p[style-name='Title'] => h6:fresh",
  "p[style-name='Subtitle'] => h6:fresh",
  "p[style-name='heading 1'] => h1:fresh",
  "p[style-name='heading 2'] => h2:fresh",
  "p[style-name='heading 3'] => h3:fresh",
  "p[style-name='heading 4'] => h3:fresh",
  "p[style-name='heading 5'] => h3:fresh",
  "p[style-name='heading 6'] => h3:fresh",
  'b => strong',
  'i => em',
  'u => ',
  'strike => ',
];

const mostPictures = 200;

/** Reads the parts that `repack` kept. Pictures that are elsewhere than in the document are left out. */
export async function convert(bytes: Uint8Array): Promise<Converted> {
  const pictures: Uint8Array[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    if (pictures.length >= mostPictures) return { src: '' };
    const read = await image.readAsBuffer().catch(() => null);
    if (read === null) return { src: '' };
    pictures.push(Uint8Array.from(read));
    return { src: String(pictures.length - 1) };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
  );
  return { html: value, pictures };
}
