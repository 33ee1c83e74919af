import { z } from 'zod';
import {
  getOrganisation,
  getPerson,
  link,
  missing,
  route,
  see,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { appointElsewhere, roleLabel, subjectOf, type Keys } from '../../../identity/index.ts';
import { findNames } from '../../../organisations/index.ts';
import { catalogue as at } from '../../addresses.ts';
import { isCurator } from '../../catalogue/curators.ts';
import { registrars } from '../../everybody/reader.ts';
import { AccountsPage, NewAccountPage, type AccountField } from '../../pages/supplying/accounts.tsx';
import { listAccounts, openAccount, perPage, type AccountFailure } from '../../supplying/accounts.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { cataloguePage } from '../catalogue/work-frame.tsx';
import { searchedBy, SearchedQuery } from './searched.ts';

const showAccounts = route({
  method: 'GET',
  path: at.accounts.path,
  access: registrars,
  query: SearchedQuery.extend({ oppnat: z.string().max(100).default('') }),
  handle: async (context, { query }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const words = supplyingTexts(language);
    const found = await listAccounts(tx, { search: query.q, page: query.sida });
    const opened = (await findNames(tx, [query.oppnat])).get(query.oppnat) ?? null;
    const view = {
      words,
      addTo: (await isCurator(tx, organisation)) ? link(at.newAccount, { organisation }) : null,
      opened,
      list: searchedBy(query, {
        total: found.total,
        perPage,
        at: (asked) => link(at.accounts, { organisation }, asked),
      }),
      rows: found.accounts.map((one) => ({
        id: one.organisation,
        name: one.name,
        records: one.records.join(', '),
        since: formatDate(one.since, language),
        example: one.example,
      })),
    };
    const { title } = words.accounts;
    return cataloguePage(context, { part: 'accounts', title, content: <AccountsPage {...view} /> });
  },
});

const text = z.string().trim().max(200).default('');
const Body = z.object({ leverantor: text, who: text, konto: text });
type Body = z.infer<typeof Body>;

function newAccountPage(
  context: Context,
  body: Body,
  problems: ReadonlyMap<AccountField, string>,
): Promise<Reply> {
  const { language } = context;
  const organisation = getOrganisation(context);
  const words = supplyingTexts(language);
  const view = {
    words,
    trail: [
      { title: words.accounts.nav, to: link(at.accounts, { organisation }) },
      { title: words.accounts.add },
    ],
    action: link(at.newAccount, { organisation }),
    typed: { record: body.leverantor, who: body.who, account: body.konto },
    problems,
  };
  const failed = problems.size > 0;
  const content = <NewAccountPage {...view} />;
  return cataloguePage(context, { part: 'accounts', title: words.accounts.newTitle, content, failed });
}

const showNewAccount = route({
  method: 'GET',
  path: at.newAccount.path,
  access: registrars,
  query: z.object({ leverantor: text }),
  handle: async (context, { query: { leverantor } }) => {
    if (!(await isCurator(context.tx, getOrganisation(context)))) return missing;
    return newAccountPage(context, Body.parse({ leverantor }), new Map());
  },
});

/** Why no account was opened, at the field that it is about. */
async function saidOf(
  { tx, language }: Context,
  body: Body,
  failure: AccountFailure,
): Promise<readonly [AccountField, string]> {
  const { accounts: words } = supplyingTexts(language);
  switch (failure.kind) {
    case 'no-record':
      return ['leverantor', words.noRecord(body.leverantor)];
    case 'kept':
      return ['leverantor', words.kept((await findNames(tx, [failure.by])).get(failure.by) ?? failure.by)];
    case 'no-supplier':
      return ['konto', words.noAccount(body.konto)];
  }
}

/** The pages on which curators see who looks after what, and let suppliers in. Needs keys, as `staffRoutes` does. */
export function accountRoutes({
  keys,
  realm,
}: {
  readonly keys: Keys;
  readonly realm: string;
}): readonly AnyRoute[] {
  const addAccount = route({
    method: 'POST',
    path: at.newAccount.path,
    access: registrars,
    body: Body,
    handle: async (context, { body }) => {
      const { tx, now, newId, newSecret, language } = context;
      const from = getOrganisation(context);
      if (!(await isCurator(tx, from))) return missing;
      const { accounts: words } = supplyingTexts(language);
      const subject = subjectOf(body.who, realm);
      const problems = new Map<AccountField, string>();
      if (body.leverantor === '') problems.set('leverantor', words.noName);
      if ('field' in subject)
        problems.set('who', subject.kind === 'wrong-number' ? words.badNumber : words.badWho);
      if (problems.size > 0 || 'field' in subject) return newAccountPage(context, body, problems);
      const { person: actor } = getPerson(context);
      const account = body.konto === '' ? null : body.konto;
      const opened = await openAccount(tx, { record: body.leverantor, account, at: now, actor });
      if (!opened.ok)
        return newAccountPage(context, body, new Map([await saidOf(context, body, opened.failure)]));
      const label = roleLabel('supplier', opened.name);
      const first = {
        organisation: opened.organisation,
        subject,
        role: 'supplier',
        unit: null,
        label,
      } as const;
      await appointElsewhere(tx, { ...first, by: actor, from }, { keys, newId, newSecret, now });
      return see(link(at.accounts, { organisation: from }, { oppnat: opened.organisation }));
    },
  });
  return [showAccounts, showNewAccount, addAccount];
}
