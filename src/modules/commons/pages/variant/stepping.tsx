import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { Button, Details, Form, Link, Section, Terms, TextInput } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { variantTexts } from '../../texts/variant.ts';
import type { VariantView } from './variant-page.tsx';

type Reasoned = {
  readonly view: VariantView;
  readonly action: string;
  readonly title: string;
  readonly why: string;
  readonly hidden: Readonly<Record<string, string | number>>;
};

/** A step back asks for its reason, which the history keeps. */
function StepBack({ view, action, title, why, hidden }: Reasoned): VNode {
  const id = `skal-${Object.values(hidden).join('-')}`;
  return (
    <Details summary={title}>
      <Form action={action} hidden={hidden} class="k-form-tight">
        <TextInput name="reason" id={id} label={why} required maxLength={300} width="full" />
        <Button kind="secondary">{title}</Button>
      </Form>
      <p class="k-meta">{variantTexts(view.language).variant.history}</p>
    </Details>
  );
}

/** The versions of the variant, and every way back: to an older one, out of use, out of the adoption. */
export function Stepping({ view }: { readonly view: VariantView }): VNode {
  const { variant, versions, language } = view;
  const words = variantTexts(language).variant;
  const at = { organisation: variant.organisation, work: variant.work };
  const undo = link(addresses.undo, at);
  const back = { view, action: undo } as const;
  return (
    <Section title={words.versionsTitle} id="versioner">
      <Terms
        rows={versions.slice(0, 20).map((version, index) => ({
          id: `v${version.number}`,
          term: words.version(version.number),
          text: (
            <>
              <p>{version.message}</p>
              <p class="k-meta">{words.by(version.author.name, formatDate(version.at, language))}</p>
              {version.number > 1 && (
                <Link
                  to={link(addresses.variantCompare, at, { fran: version.number - 1, till: version.number })}
                >
                  {words.differs(version.number - 1)}
                </Link>
              )}
              {index === 0 && version.step === 'updated' && (
                <StepBack
                  {...back}
                  title={words.undoUpdate}
                  why={words.undoUpdateWhy}
                  hidden={{ what: 'update' }}
                />
              )}
              {index > 0 && (
                <StepBack
                  {...back}
                  title={words.revert(version.number)}
                  why={words.revertWhy}
                  hidden={{ what: 'version', number: version.number }}
                />
              )}
            </>
          ),
        }))}
      />
      {variant.running !== null && (
        <StepBack
          view={view}
          action={link(addresses.takeOutOfUse, at)}
          title={words.act.stop}
          why={words.stopWhy}
          hidden={{ what: 'use' }}
        />
      )}
      {variant.running === null && variant.published === null && (
        <StepBack {...back} title={words.act.undo} why={words.undoWhy} hidden={{ what: 'adoption' }} />
      )}
    </Section>
  );
}
