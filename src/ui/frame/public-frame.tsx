import type { VNode } from 'preact';
import { Link } from '../link/view.tsx';
import { Mark } from '../mark/view.tsx';
import { PublicHeader } from '../public-header/view.tsx';
import type { PublicHeaderProps } from '../public-header/view.tsx';
import { texts } from '../texts/index.ts';
import { Document, LanguageSwitch } from './document.tsx';
import type { DocumentProps } from './document.tsx';

export type FooterLink = { readonly title: string; readonly to: string };

export type PublicFrameProps = DocumentProps & {
  readonly header: PublicHeaderProps;
  readonly footer: {
    /** "Härnösands kommun, 0611-34 80 00" */
    readonly contact: string;
    readonly accessibility: string;
    readonly links?: readonly FooterLink[];
    /** "Ärenden och datum är exempel." */
    readonly note?: string;
  };
};

/** A page of a municipality's public site. */
export function PublicFrame({ header, footer, ...document }: PublicFrameProps): VNode {
  const words = texts(document.language);
  return (
    <Document
      {...document}
      look="public"
      siteName={header.name}
      header={<PublicHeader {...header} />}
      footer={
        <footer class="k-public-footer">
          <div class="k-public-footer-inner">
            <ul class="k-footer-links">
              <li>{footer.contact}</li>
              <li>
                <Link to={footer.accessibility}>{words.accessibility}</Link>
              </li>
              {(footer.links ?? []).map((link) => (
                <li key={link.to}>
                  <Link to={link.to}>{link.title}</Link>
                </li>
              ))}
              <li>
                <LanguageSwitch language={document.language} address={document.address} />
              </li>
              {footer.note === undefined ? null : <li>{footer.note}</li>}
            </ul>
            <p class="k-built">
              <Mark />
              <Link to="/">{words.builtTogether}</Link>
            </p>
          </div>
        </footer>
      }
    />
  );
}
