import type { VNode } from 'preact';
import { Checkboxes, Details, PageHead, Radios, Textarea, TextInput } from '../../../../ui/index.ts';
import type { ProductForm } from '../../catalogue/product-form.ts';
import { hostings, licences } from '../../catalogue/record.ts';
import { standards } from '../../catalogue/standards.ts';
import type { OwnTaxonomy } from '../../taxonomy/own.ts';
import { areasInOrder } from '../../taxonomy/reading.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { errorsOf, Notices, OtherNames, RecordForm, type FormView } from './forms.tsx';

export type ProductFormView = FormView<ProductForm> & {
  readonly taxonomy: OwnTaxonomy;
  readonly supplierName: (id: string) => string;
  /** Its supplier changes it, who says what standards it meets at a page of its own. */
  readonly answersItself: boolean;
};

/** Which supplier is meant, where the name does not say; what has been chosen goes along with the form. */
function SupplierChoice({ view }: { readonly view: ProductFormView }): VNode | null {
  const words = catalogueTexts(view.language).form;
  const problem = view.problems.find((one) => one.kind === 'which-supplier');
  const { supplier, supplierChoice } = view.typed;
  if (problem?.kind !== 'which-supplier' && supplierChoice === '') return null;
  return (
    <>
      <input type="hidden" name="supplierFor" value={supplier.trim()} />
      {problem?.kind === 'which-supplier' ? (
        <Radios
          name="supplierChoice"
          label={words.supplier}
          required
          error={words.whichSupplier(supplier)}
          value={supplierChoice}
          options={[
            ...problem.near.map(({ id }) => ({ value: id, label: view.supplierName(id) })),
            { value: 'new', label: words.newSupplier(supplier) },
          ]}
        />
      ) : (
        <input type="hidden" name="supplierChoice" value={supplierChoice} />
      )}
    </>
  );
}

function Components({ view }: { readonly view: ProductFormView }): VNode {
  const { language, typed, taxonomy } = view;
  const words = catalogueTexts(language).form;
  const areas = areasInOrder(taxonomy, language)
    .map((area) => ({
      area,
      own: taxonomy.components.filter((one) => one.area === area.id && !one.hidden),
    }))
    .filter(({ own }) => own.length > 0);
  return (
    <section class="systems-names" aria-labelledby="components">
      <h2 id="components">{words.components}</h2>
      <p class="k-help">{words.componentsHelp}</p>
      {areas.map(({ area, own }) => {
        const chosen = own.filter(({ id }) => typed.components.includes(id)).length;
        return (
          <Details
            key={area.id}
            open={chosen > 0}
            summary={chosen === 0 ? area.name[language] : `${area.name[language]} (${chosen})`}
          >
            <Checkboxes
              name="components"
              id={`components-${area.id}`}
              label={area.name[language]}
              hiddenLabel
              values={typed.components}
              options={own.map(({ id, name, explanation }) => ({
                value: id,
                label: name[language],
                help: explanation[language],
              }))}
            />
          </Details>
        );
      })}
    </section>
  );
}

function Standards({ view }: { readonly view: ProductFormView }): VNode {
  const { language, typed } = view;
  const words = catalogueTexts(language).form;
  const evidence = (id: string): string => {
    const given = typed[`evidence-${id}`];
    return typeof given === 'string' ? given : '';
  };
  if (view.answersItself) {
    return (
      <>
        {typed.standards.map((id) => (
          <>
            <input key={id} type="hidden" name="standards" value={id} />
            <input type="hidden" name={`evidence-${id}`} value={evidence(id)} />
          </>
        ))}
      </>
    );
  }
  return (
    <Details summary={words.standards} open={typed.standards.length > 0}>
      <Checkboxes
        name="standards"
        label={words.standards}
        help={words.standardsHelp}
        values={typed.standards}
        options={standards().map(({ id, name, about }) => ({
          value: id,
          label: name,
          help: about[language],
        }))}
      />
      {typed.standards.map((id) => (
        <TextInput
          key={id}
          name={`evidence-${id}`}
          label={words.evidence(standards().find((one) => one.id === id)?.name ?? id)}
          value={evidence(id)}
        />
      ))}
    </Details>
  );
}

function More({ view }: { readonly view: ProductFormView }): VNode {
  const { language, typed } = view;
  const words = catalogueTexts(language).form;
  const error = errorsOf(view, typed.supplier);
  const filled = [typed.interfaces, typed.versions, typed.publiccode, typed.cpe, typed.spdx].some(
    (one) => one !== '',
  );
  return (
    <Details summary={words.more} open={filled || view.problems.length > 0}>
      <Textarea
        name="interfaces"
        label={words.interfaces}
        help={words.interfacesHelp}
        value={typed.interfaces}
        rows={3}
        {...error('interfaces')}
      />
      <Textarea
        name="versions"
        label={words.versions}
        help={words.versionsHelp}
        value={typed.versions}
        rows={3}
        {...error('versions')}
      />
      <TextInput
        name="publiccode"
        label={words.publiccode}
        value={typed.publiccode}
        {...error('publiccode')}
      />
      <TextInput name="spdx" label={words.spdx} help={words.spdxHelp} value={typed.spdx} {...error('spdx')} />
      <TextInput name="cpe" label={words.cpe} help={words.cpeHelp} value={typed.cpe} {...error('cpe')} />
    </Details>
  );
}

/** Adds or changes a product. */
export function ProductFormPage({ view }: { readonly view: ProductFormView }): VNode {
  const { language, typed, changing } = view;
  const texts = catalogueTexts(language);
  const words = texts.form;
  const error = errorsOf(view, typed.supplier);
  return (
    <>
      <Notices view={view} typed={typed.supplier} />
      <PageHead
        title={changing === null ? words.addTitle : words.changeTitle(changing)}
        summary={changing === null ? words.addLede : words.changeLede}
      />
      <RecordForm view={view}>
        <TextInput
          name="name"
          label={words.name}
          help={words.nameHelp}
          value={typed.name}
          required
          {...error('name')}
        />
        <TextInput
          name="supplier"
          label={words.supplier}
          value={typed.supplier}
          {...(view.answersItself ? { required: true } : { help: words.supplierHelp })}
          {...error('supplier')}
        />
        <SupplierChoice view={view} />
        <Textarea
          name="whatSv"
          label={words.whatSv}
          help={words.whatSvHelp}
          value={typed.whatSv}
          rows={2}
          {...error('whatSv')}
        />
        <Textarea name="whatEn" label={words.whatEn} value={typed.whatEn} rows={2} />
        <Components view={view} />
        <OtherNames view={view} error={error} />
        <Checkboxes
          name="hosting"
          label={words.hosting}
          values={typed.hosting}
          options={hostings.map((value) => ({ value, label: texts.hosting[value] }))}
        />
        <Radios
          name="licence"
          label={words.licence}
          value={typed.licence === '' ? 'proprietary' : typed.licence}
          required
          options={licences.map((value) => ({ value, label: texts.licence[value] }))}
        />
        <TextInput name="web" label={words.web} value={typed.web} {...error('web')} />
        <Standards view={view} />
        <More view={view} />
      </RecordForm>
    </>
  );
}
