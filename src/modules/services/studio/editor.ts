import type { Definition, JsonObject } from '../../../kernel/index.ts';
import { editorParts as parts } from '../../commons/index.ts';
import type { Editor, EditorList, EditorPlace, Starter, ToolWords } from '../../commons/index.ts';
import { standardFormats } from '../definition/index.ts';
import type { FieldType } from '../definition/index.ts';
import { fieldsOf } from './fields.ts';
import { elementsIn, fieldTypes, textIn, typeOf } from './parts.ts';
import { say, typeWords } from './words.ts';

const { list, starter } = parts;

/** What a question of a type needs before it can be asked. */
function startOf(type: FieldType, id: string, language: string): JsonObject {
  const option = (n: number): JsonObject => ({
    id: `${id}-${n}`,
    label: { [language]: language === 'sv' ? `Alternativ ${n}` : `Option ${n}` },
  });
  switch (type) {
    case 'choice':
    case 'choices':
      return { options: [option(1), option(2)] };
    case 'group':
      return {
        fields: [
          {
            id: `${id}-1`,
            type: 'short-text',
            label: { [language]: language === 'sv' ? 'Namn' : 'Name' },
          },
        ],
      };
    case 'file':
      return { accept: standardFormats.toSorted() };
    case 'short-text':
    case 'long-text':
    case 'number':
    case 'date':
    case 'yes-no':
    case 'email':
    case 'phone':
    case 'personal-number':
    case 'information':
    case 'address':
    case 'unsupported':
      return {};
  }
}

const questions = (insideGroup: boolean): readonly Starter[] =>
  fieldTypes
    .filter((type) => type !== 'unsupported' && (type !== 'group' || !insideGroup))
    .map((type) => ({
      id: type,
      title: typeWords[type],
      element: (id, name, language) => ({
        id,
        type,
        label: { [language]: name },
        ...startOf(type, id, language),
      }),
    }));

const text = (property: string, title: ToolWords, form: EditorList['form'], nameOf = title): EditorList =>
  list(
    property,
    [title, nameOf],
    starter((id, name, language) => ({ id, text: { [language]: name } })),
    form,
  );

const fieldList = (insideGroup: boolean): EditorList =>
  list('fields', [say.questions, say.question], questions(insideGroup));

const inRoot: readonly EditorList[] = [
  list(
    'pages',
    [say.pages, say.pageName],
    starter((id, name, language) => ({ id, title: { [language]: name } })),
  ),
  text('before', say.before, 'pages', say.beforeName),
  parts.parameterList,
  list(
    'process',
    [say.process, say.process],
    starter((id, _, language) => ({
      id,
      states: (['received', 'working', 'decided'] as const).map((kind) => ({
        id: `${id}-${kind}`,
        kind,
        role: 'case-worker',
        title: { [language]: startStates[kind] },
      })),
    })),
    'one',
  ),
  list(
    'decisions',
    [say.decisions, say.decisionName],
    starter((id, name, language) => ({ id, label: { [language]: name }, outcome: 'approved' })),
  ),
  text('appeal', say.appeal, 'one'),
  text('receipt', say.receipt, 'one'),
  parts.legalBasisList,
  list(
    'sections',
    [say.sections, say.section],
    starter((id, name, language) => ({ id, title: { [language]: name } })),
  ),
  list(
    'examples',
    [say.examples, say.exampleName],
    starter((id, name, language) => ({ id, title: { [language]: name } })),
  ),
];

const startStates = { received: 'Inkommet', working: 'Handläggs', decided: 'Beslutat' } as const;

function listsOf({ slot, element }: EditorPlace): readonly EditorList[] {
  const { type } = element;
  switch (slot) {
    case '':
      return inRoot;
    case 'pages':
      return type === 'check'
        ? []
        : [
            fieldList(false),
            list(
              'checks',
              [say.checks, say.checkName],
              starter((id, name, language) => ({ id, if: 'false', message: { [language]: name } })),
            ),
          ];
    case 'fields':
      if (type === 'group') return [fieldList(true)];
      return type === 'choice' || type === 'choices' ? [parts.optionList] : [];
    case 'parameters':
      return type === 'choice' ? [parts.optionList] : [];
    case 'appeal':
      return [
        list(
          'others',
          [say.otherAppeals, say.otherAppeal],
          starter((id, name, language) => ({ id, showIf: 'false', text: { [language]: name } })),
        ),
      ];
    case 'process':
      return [
        list(
          'states',
          [say.states, say.stateName],
          starter((id, name, language) => ({
            id,
            kind: 'working',
            role: 'case-worker',
            title: { [language]: name },
          })),
        ),
      ];
    default:
      return [];
  }
}

function namesFor(definition: Definition, language: 'sv' | 'en') {
  const inPages = elementsIn(definition['pages'])
    .flatMap((page) => elementsIn(page['fields']))
    .flatMap((field) => [field, ...elementsIn(field['fields'])]);
  return [...inPages, ...elementsIn(definition['parameters'])].map((one) => {
    const options = elementsIn(one['options']).map((option) => `"${option.id}"`);
    const parts = [textIn(one, 'label', language) ?? '', options.join(', ')];
    return { name: one.id, label: parts.filter((part) => part !== '').join(': ') };
  });
}

/** How e-services are edited: pages, questions, local facts, casework, decisions and texts. */
export const eServiceEditor: Editor = {
  fieldsOf,
  listsOf,
  sortOf: ({ slot, element }) => {
    const type = slot === 'fields' ? typeOf(element) : null;
    return type === null ? null : typeWords[type];
  },
  namesFor,
};
