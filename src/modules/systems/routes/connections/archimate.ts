import { route, type AnyRoute } from '../../../../platform/http/index.ts';
import { findNames } from '../../../organisations/index.ts';
import { connections as at } from '../../addresses.ts';
import { exchangeFile } from '../../connections/archimate/file.ts';
import { modelOf } from '../../connections/archimate/model.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { cellOf } from '../../sheets/cells.ts';
import { namesFor } from '../../sheets/names.ts';
import { allComponents } from '../../taxonomy/editions.ts';
import { connectionTexts } from '../../texts/connections.ts';
import { wordsOf } from '../../texts/fields.ts';
import { listFlows } from '../../usages/flows.ts';
import { readGround } from '../own-ground.ts';

const download = route({
  method: 'GET',
  path: at.archimate.path,
  access: landscapeAccess,
  handle: async (context, { params: { organisation } }) => {
    const { language, tx } = context;
    const ground = await readGround(context);
    const { archimate } = connectionTexts(language);
    const names = namesFor(ground.landscape.catalogue, ground.units);
    const name = (await findNames(tx, [organisation])).get(organisation) ?? organisation;
    const model = modelOf({
      organisation,
      language,
      words: { ...archimate, title: archimate.title(name) },
      rows: ground.landscape.rows,
      flows: await listFlows(tx, organisation),
      component: (id) => allComponents().get(id),
      unit: ground.names.unit,
      fieldName: (id) => wordsOf(language, id).name,
      say: (id, { facts: { [id]: value } }) =>
        value === undefined ? '' : cellOf(id, value, { language, names }),
    });
    return {
      kind: 'file',
      name: `${archimate.file}-${organisation}.xml`,
      type: 'application/xml',
      bytes: new TextEncoder().encode(exchangeFile(model)),
    };
  },
});

export const archimateRoutes: readonly AnyRoute[] = [download];
