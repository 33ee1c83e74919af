/* A strict reader of the XML that Kommons writes: no comments, no instructions but the first, no entities of its own. */

export type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
  readonly text: string;
};

const token =
  /<(?<end>\/)?(?<name>[A-Za-z_][\w.:-]*)(?<attributes>(?:\s+[A-Za-z_][\w.:-]*="[^"<]*")*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gy;
const attribute = /(?<name>[A-Za-z_][\w.:-]*)="(?<value>[^"<]*)"/gu;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));|&/gu, (whole, code?: string, name?: string) => {
    const sign = code === undefined ? entities[name ?? ''] : String.fromCodePoint(Number(code));
    if (sign === undefined) throw new Error(`${whole} is no entity`);
    return sign;
  });
}

type Open = { name: string; attributes: Record<string, string>; children: Tag[]; text: string };

/** The root of a document. Throws where it is not well formed. */
export function readXml(document: string): Tag {
  const declared = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u.exec(document);
  if (declared === null) throw new Error('the document does not say that it is XML');
  const open: Open[] = [{ name: '', attributes: {}, children: [], text: '' }];
  token.lastIndex = declared[0].length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const groups = token.exec(document)?.groups;
    const top = open.at(-1);
    if (groups === undefined || top === undefined) throw new Error(`not well formed at ${at}`);
    const { end, name, attributes = '', empty, text } = groups;
    if (text !== undefined) top.text += unescape(text);
    else if (end !== undefined) {
      const parent = open.at(-2);
      if (top.name !== name || parent === undefined) throw new Error(`${top.name} is ended by ${name}`);
      open.pop();
      parent.children.push(top);
    } else {
      const pairs = [...attributes.matchAll(attribute)].map(
        ({ groups: one }) => [one?.['name'] ?? '', unescape(one?.['value'] ?? '')] as const,
      );
      if (new Set(pairs.map(([key]) => key)).size < pairs.length)
        throw new Error(`${name} says an attribute twice`);
      const tag: Open = { name: name ?? '', attributes: Object.fromEntries(pairs), children: [], text: '' };
      if (empty === undefined) open.push(tag);
      else top.children.push(tag);
    }
  }
  const [root, ...more] = open[0]?.children ?? [];
  if (open.length !== 1 || root === undefined || more.length > 0) throw new Error('there is not one root');
  return root;
}

/** Every element in it, itself first. */
export const everyTag = (tag: Tag): readonly Tag[] => [tag, ...tag.children.flatMap(everyTag)];
