import type { Client } from 'pg';
import { stem } from '../../src/platform/search/index.ts';

export type Place = { readonly id: string; readonly name: string };

/** How a municipality differs from another, as SQL literals. */
type Change = Readonly<
  Record<'to' | 'from' | 'name' | 'fromName' | 'prefix' | 'fromPrefix' | 'word' | 'fromWord', string>
>;

/** Everything that a municipality has of the works, made from what another has. */
function copies(q: Change): readonly string[] {
  const mine = `organisation_id = ${q.from} and work_id like 'portal-%'`;
  const ownHash = (hash: string): string =>
    `'sha256-' || encode(sha256(convert_to(${q.to} || ${hash}, 'UTF8')), 'hex')`;
  const renamed = (column: string): string => `replace(${column}::text, ${q.fromName}, ${q.name})::jsonb`;
  return [
    `insert into commons.definitions (organisation_id, hash, definition)
     select ${q.to}, case when v.work_id is null then d.hash else ${ownHash('d.hash')} end,
       case when v.work_id is null then d.definition else ${renamed('d.definition')} end
     from commons.definitions d
     left join commons.variants v on v.organisation_id = ${q.from} and v.head_hash = d.hash
     where d.organisation_id = ${q.from} and d.definition ->> 'id' like 'portal-%'`,
    `insert into commons.variants (organisation_id, work_id, kind, title, base, sharing, auto_update, head_number,
       head_version_id, head_hash, settings_number, running_number, running_version_id, running_settings_number,
       running_since, created_at)
     select ${q.to}, work_id, kind, title, base, sharing, auto_update, head_number, head_version_id,
       ${ownHash('head_hash')}, settings_number, running_number, running_version_id, running_settings_number,
       running_since, created_at
     from commons.variants where ${mine}`,
    `insert into commons.versions (organisation_id, work_id, number, version_id, definition_hash, parents, step,
       author_id, author_name, message, at, origins, base)
     select ${q.to}, work_id, number, version_id,
       case number when 1 then definition_hash else ${ownHash('definition_hash')} end, parents, step,
       author_id, author_name, message, at, origins, base
     from commons.versions where ${mine}`,
    `insert into commons.settings (organisation_id, work_id, number, "values", author_id, author_name, at, reason)
     select ${q.to}, work_id, number, "values", author_id, author_name, at, reason
     from commons.settings where ${mine}`,
    `insert into guides.shelf (organisation_id, work_id, version_id, settings_number, readers, subject, title,
       title_sv, words, summary, outline, since)
     select ${q.to}, work_id, version_id, settings_number, readers, subject, title, title_sv, words, summary, outline,
       since
     from guides.shelf where ${mine}`,
    `insert into guides.care (organisation_id, work_id, review_on)
     select ${q.to}, work_id, review_on from guides.care where ${mine}`,
    `insert into guides.tasks (organisation_id, work_id, step_id, element_id, task, readers)
     select ${q.to}, work_id, step_id, element_id, task, readers from guides.tasks where ${mine}`,
    `insert into guides.search_texts (organisation_id, work_id, element_id, title, text)
     select ${q.to}, work_id, element_id, title, ${renamed('text')} from guides.search_texts where ${mine}`,
    `insert into guides.search_rows (organisation_id, work_id, element_id, step_id, readers, vector)
     select ${q.to}, work_id, element_id, step_id, readers,
       replace(replace(vector::text, ${q.fromWord}, ${q.word}), ${q.fromPrefix}, ${q.prefix})::tsvector
     from guides.search_rows where ${mine}`,
  ];
}

/** Gives a municipality all that another has of the works, under its own name. */
export async function copyTo(client: Client, from: Place, to: Place): Promise<void> {
  const literal = (text: string): string => client.escapeLiteral(text);
  const word = ({ id, name }: Place): string => literal(`'${id}/${stem(name.toLowerCase())}'`);
  const change = {
    to: literal(to.id),
    from: literal(from.id),
    name: literal(to.name),
    fromName: literal(from.name),
    prefix: literal(`'${to.id}/`),
    fromPrefix: literal(`'${from.id}/`),
    word: word(to),
    fromWord: word(from),
  };
  // The triggers ask of each row whose it is.
  await client.query('begin; set local session_replication_role = replica');
  for (const statement of copies(change)) await client.query(statement);
  await client.query('commit');
}
