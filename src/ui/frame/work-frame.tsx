import type { VNode } from 'preact';
import { Link } from '../link/view.tsx';
import { WorkBar } from '../work-bar/view.tsx';
import type { WorkBarProps } from '../work-bar/view.tsx';
import { Document, LanguageSwitch } from './document.tsx';
import type { DocumentProps } from './document.tsx';
import type { FooterLink } from './public-frame.tsx';

export type WorkFrameProps = DocumentProps & {
  readonly bar: WorkBarProps;
  readonly links?: readonly FooterLink[];
};

/** A page where staff work, or the library: an ink bar above a desk. */
export function WorkFrame({ bar, links, ...document }: WorkFrameProps): VNode {
  return (
    <Document
      {...document}
      look="work"
      siteName={bar.workplace === null ? 'Kommons' : `${bar.workplace}, Kommons`}
      header={<WorkBar {...bar} />}
      footer={<QuietFooter links={links ?? []} {...document} />}
    />
  );
}

export type FrontFrameProps = DocumentProps & {
  readonly links: readonly FooterLink[];
  readonly bar: Omit<WorkBarProps, 'workplace' | 'others' | 'switchTo' | 'search'>;
};

/** Kommons's own pages: the front page, sign-in, and what cannot be found. */
export function FrontFrame({ bar, links, ...document }: FrontFrameProps): VNode {
  return (
    <Document
      {...document}
      look="work"
      siteName="Kommons"
      header={<WorkBar {...bar} workplace={null} others={[]} switchTo="/" search={null} />}
      footer={<QuietFooter links={links} {...document} />}
    />
  );
}

type QuietFooterProps = Pick<DocumentProps, 'language' | 'address'> & {
  readonly links: readonly FooterLink[];
};

function QuietFooter(props: QuietFooterProps): VNode {
  return (
    <footer class="k-work-footer">
      <ul class="k-footer-links">
        {props.links.map((link) => (
          <li key={link.to}>
            <Link to={link.to}>{link.title}</Link>
          </li>
        ))}
        <li>
          <LanguageSwitch language={props.language} address={props.address} />
        </li>
      </ul>
    </footer>
  );
}
