import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { render } from 'preact-render-to-string';
import { Form } from '../form/view.tsx';
import { Link } from '../link/view.tsx';
import { PublicFrame } from './public-frame.tsx';
import { FrontFrame, WorkFrame } from './work-frame.tsx';

const document = {
  language: 'sv' as const,
  title: 'Skolskjuts',
  stylesheets: ['/assets/a.css'],
  preload: ['/assets/a.woff2'],
  favicon: '/assets/k.svg',
  address: '/k/harnosand?a=1',
  newKey: () => 'key',
  content: <h1>Skolskjuts</h1>,
};
const header = {
  name: 'Härnösands kommun',
  home: '/k/harnosand',
  services: '/k/harnosand/tjanster',
  cases: '/k/harnosand/mina-arenden',
  guides: null,
  contact: '/k/harnosand/kontakt',
  current: 'services' as const,
  session: { kind: 'in' as const, signOut: '/logga-ut' },
};
const footer = { contact: 'Härnösands kommun', accessibility: '/k/harnosand/tillganglighet' };
const bar = {
  workplace: 'Härnösand',
  others: [{ id: 'timra', title: 'Timrå' }],
  switchTo: '/byt-organisation',
  areas: [{ id: 'today', title: 'I dag', to: '/arbete/harnosand/idag' }],
  current: 'today',
  search: { action: '/bibliotek', label: 'Sök', name: 'q' },
  person: { kind: 'in' as const, title: 'Handläggare', waiting: null, links: [], signOut: '/logga-ut' },
};

const frames = {
  public: <PublicFrame {...document} header={header} footer={footer} />,
  work: <WorkFrame {...document} bar={bar} />,
  front: (
    <FrontFrame {...document} bar={{ ...bar, person: { kind: 'out', signIn: '/logga-in' } }} links={[]} />
  ),
};

suite('frames', () => {
  for (const [name, frame] of Object.entries(frames)) {
    test(`${name}: a whole document with its landmarks and no script`, () => {
      const html = render(frame);
      assert.match(html, /^<html lang="sv" class="k-(?:public|work)"><head><meta charset="utf-8"/u);
      assert.match(html, /<title>Skolskjuts – /u);
      assert.match(html, /<a class="ds-skip-link" href="#innehall">/u);
      assert.equal(html.match(/<main /gu)?.length, 1);
      assert.equal(html.match(/<header /gu)?.length, 1);
      assert.equal(html.match(/<footer /gu)?.length, 1);
      assert.doesNotMatch(html, /<script| style=/u);
      assert.match(html, /href="\/en\/k\/harnosand\?a=1" hreflang="en" lang="en">In English/u);
    });
  }

  test('a page with errors says so first in its title', () => {
    const html = render(<WorkFrame {...document} failed bar={bar} />);
    assert.match(html, /<title>Fel: Skolskjuts – Härnösand, Kommons/u);
  });

  test('an English page has English links and leads back to Swedish', () => {
    const html = render(<PublicFrame {...document} language="en" header={header} footer={footer} />);
    assert.match(html, /href="\/en\/k\/harnosand\/tjanster" aria-current="page">Services/u);
    assert.match(html, /href="\/k\/harnosand\?a=1" hreflang="sv" lang="sv">På svenska/u);
  });

  test('what stands in the content knows the page', () => {
    const content = (
      <Form action="/s">
        <Link to="/a">A</Link>
      </Form>
    );
    const html = render(<WorkFrame {...document} language="en" bar={bar} content={content} />);
    assert.match(
      html,
      /action="\/en\/s"[^>]*><input type="hidden" name="_key" value="key"\/?><a href="\/en\/a"/u,
    );
  });

  test('signing out is a post with a key', () => {
    assert.match(
      render(frames.public),
      /action="\/logga-ut" method="post"[^>]*><input type="hidden" name="_key"/u,
    );
  });
});
