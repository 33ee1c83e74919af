/** What stands in an element: text, or other elements that are written already. */
export type Xml = { readonly xml: string };

/** Characters that XML 1.0 cannot hold at all (section 2.2), and halves of pairs. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escape = (text: string): string =>
  text.replaceAll(unwritable, '').replaceAll(/[&<>"\r]/gu, (sign) => entities[sign] ?? '');

const attributeValue = (text: string): string =>
  escape(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attributeValue(String(value))}"`]))
    .join('');

/** An element with text or elements in it. Names are written as they are, values are escaped. */
export function element(name: string, attributes: Attributes, content: string | readonly Xml[] = []): Xml {
  const inside = typeof content === 'string' ? escape(content) : content.map(({ xml }) => xml).join('');
  const begin = `<${name}${attributesOf(attributes)}`;
  return { xml: inside === '' ? `${begin}/>` : `${begin}>${inside}</${name}>` };
}

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
