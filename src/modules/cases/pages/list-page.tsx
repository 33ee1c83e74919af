import type { VNode } from 'preact';
import { link } from '../../../platform/http/index.ts';
import { capital, formatShortDate } from '../../../platform/text/index.ts';
import {
  Actions,
  Button,
  Columns,
  EmptyState,
  ExampleNote,
  Form,
  Link,
  PageHead,
  Pagination,
  TextInput,
  Select,
  Stack,
} from '../../../ui/index.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import { ownViews, perPage } from '../model/listing.ts';
import { texts } from '../texts/index.ts';
import { workAddresses } from '../addresses.ts';
import { CaseTable } from './case-table.tsx';
import { Filters, listAddress, Views } from './list-filters.tsx';
import type { ListPageProps } from './list-view.ts';

type CaseWords = ReturnType<typeof texts>['work'];

export function ListPage(props: ListPageProps): VNode {
  const { language, filter, listed, notice } = props;
  const words = texts(language).work;
  const pages = Math.max(1, Math.ceil(listed.total / perPage));
  return (
    <Stack>
      {notice}
      <PageHead
        title={filter.search === '' ? words.views[filter.view] : words.search}
        summary={<Summary {...props} />}
        aside={
          <Form
            action={link(workAddresses.takeNext, { organisation: filter.organisation })}
            class="k-form-inline"
          >
            <Button>{words.takeNext}</Button>
          </Form>
        }
      />
      <Columns kind="list" aside={<Aside {...props} />}>
        <div class="k-cases-list">
          <Filters {...props} />
          {listed.rows.length === 0 ? <Empty {...props} /> : <Rows {...props} />}
          <Pagination page={filter.page} pages={pages} to={(page) => listAddress(filter, { page })} />
          {props.demo ? <ExampleNote>{words.example}</ExampleNote> : null}
        </div>
      </Columns>
    </Stack>
  );
}

/** What stands in the list below: one's own, or everybody's. */
function summarised({ filter: { view }, counts }: ListPageProps) {
  return ownViews.includes(view)
    ? { own: true, open: counts['to-do'], late: counts.late, messages: counts.messages }
    : { own: false, open: counts.open, late: counts.allLate, messages: counts.allMessages };
}

function Summary(props: ListPageProps): VNode {
  const { language } = props;
  const { today } = props.filter;
  const words = texts(language).work;
  const { own, open, late, messages } = summarised(props);
  const weekday = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const day = weekday.format(noonOf(today));
  return (
    <>
      {`${day.charAt(0).toUpperCase()}${day.slice(1)} ${formatShortDate(noonOf(today), language)}. `}
      <Counted count={open} of={own ? 'waiting' : 'open'} words={words} first />,{' '}
      <Counted count={late} of="late" words={words} />,{' '}
      <Counted count={messages} of="messages" words={words} />.
    </>
  );
}

/** "3 är försenade", and of none in words: "inget är försenat". */
function Counted(props: {
  readonly count: number;
  readonly of: keyof CaseWords['summary']['none'];
  readonly words: CaseWords;
  readonly first?: true;
}): VNode {
  const { count, of, words, first } = props;
  const none = words.summary.none[of];
  if (count === 0) return <>{first === true ? capital(none) : none}</>;
  return (
    <>
      <b>{count}</b> {words.summary[of](count)}
    </>
  );
}

/** Saved views, and the search through all cases. */
function Aside(props: ListPageProps): VNode {
  const { language, filter } = props;
  const words = texts(language).work;
  return (
    <div class="k-cases-aside">
      <Views {...props} />
      <Form
        action={link(workAddresses.cases, { organisation: filter.organisation })}
        method="get"
        search
        label={words.search}
        hidden={{ vy: 'all' }}
        class="k-form-tight"
      >
        <TextInput name="q" label={words.search} value={filter.search} required />
        <Button kind="secondary">{words.searchButton}</Button>
      </Form>
    </div>
  );
}

function Rows(props: ListPageProps): VNode {
  const { language, filter, listed, colleagues } = props;
  const words = texts(language).work;
  const table = <CaseTable language={language} filter={filter} rows={listed.rows} />;
  if (colleagues.length === 0) return table;
  const address = link(workAddresses.give, { organisation: filter.organisation });
  return (
    <Form action={address} class="k-form-tight" id="give">
      {table}
      <div class="k-cases-give">
        <Select
          name="to"
          label={words.give.to}
          required
          options={colleagues.map(({ person, label }) => ({ value: person, label }))}
          value={filter.worker}
        />
        <Actions>
          <Button kind="secondary">{words.give.button}</Button>
        </Actions>
      </div>
    </Form>
  );
}

function Empty({ language, filter, counts }: ListPageProps): VNode {
  const words = texts(language).work.empty;
  if (filter.search !== '') {
    const clear = listAddress(filter, { search: '' });
    return <EmptyState title={words.search(filter.search)} actions={<Link to={clear}>{words.clear}</Link>} />;
  }
  if (filter.view === 'to-do' && filter.work === null && filter.step === null) {
    const free = listAddress(filter, { view: 'free' });
    return (
      <EmptyState
        title={words.toDo(counts.free)}
        actions={counts.free === 0 ? null : <Link to={free}>{words.showFree}</Link>}
      />
    );
  }
  return <EmptyState title={words.nothing} />;
}
