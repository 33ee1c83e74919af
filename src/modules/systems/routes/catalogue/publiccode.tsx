import { z } from 'zod';
import {
  getOrganisation,
  link,
  route,
  type AnyRoute,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { ProductForm } from '../../catalogue/product-form.ts';
import { longestPubliccode, readPubliccode } from '../../catalogue/publiccode.ts';
import { registrars } from '../../everybody/reader.ts';
import { PubliccodePage, type PubliccodeView } from '../../pages/catalogue/publiccode.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { productPage } from './product-forms.tsx';
import { cataloguePage } from './work-frame.tsx';

const at = addresses.catalogue;

async function page(context: Context, said: Pick<PubliccodeView, 'typed' | 'failure'>): Promise<Reply> {
  const { language } = context;
  const organisation = getOrganisation(context);
  const view = { language, action: link(at.fromPubliccode, { organisation }), ...said };
  return cataloguePage(context, {
    part: 'publiccode',
    title: catalogueTexts(language).publiccode.title,
    content: <PubliccodePage view={view} />,
    failed: said.failure !== null,
  });
}

const showPubliccode = route({
  method: 'GET',
  path: at.fromPubliccode.path,
  access: registrars,
  handle: async (context) => page(context, { typed: '', failure: null }),
});

/** Reads the file into the form of a new product, where it is looked over before it is added. */
const readFile = route({
  method: 'POST',
  path: at.fromPubliccode.path,
  access: registrars,
  body: z.object({ text: z.string().default('') }),
  takesFiles: async () => true,
  handle: async (context, { body, files: [file] }) => {
    const typed = body.text.trim();
    const tooLarge = (file?.bytes.length ?? 0) > longestPubliccode;
    const given =
      typed === '' && file !== undefined && !tooLarge ? new TextDecoder().decode(file.bytes) : typed;
    const read = readPubliccode(given);
    if (tooLarge && typed === '') return page(context, { typed, failure: 'too-large' });
    if (!read.ok) return page(context, { typed: typed.slice(0, 20_000), failure: read.failure });
    const { product, publisher, lost } = read;
    const words = catalogueTexts(context.language).publiccode;
    const form = ProductForm.parse({
      name: product.name,
      supplier: publisher ?? '',
      whatSv: product.what.sv,
      whatEn: product.what.en,
      components: product.components,
      licence: product.licence,
      publiccode: product.publiccode ?? '',
      spdx: product.spdx ?? '',
      web: product.web ?? '',
    });
    const left = lost.length === 0 ? words.check : `${words.check} ${words.lost}: ${lost.join(', ')}.`;
    return productPage(context, form, { changing: null, read: left });
  },
});

export const publiccodeRoutes: readonly AnyRoute[] = [showPubliccode, readFile];
