import { defaultRules, type Definition, type DescribeOptions, type KindRules } from '../../kernel/index.ts';

/** What a kind's own validation says. */
export type KindIssue = {
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: { readonly en: string };
};

/** A kind of work as the commands on files need it: without pages or storage. */
export type FileKind = Pick<DescribeOptions, 'words' | 'conditionInWords'> & {
  readonly rules: KindRules;
  readonly validate: (definition: Definition) => readonly KindIssue[];
};

/** Kinds that Kommons ships, loaded when asked for; a definition of another kind is told by form alone. */
export async function kindOf({ kind }: Definition): Promise<FileKind> {
  const load = Object.hasOwn(shipped, kind) ? shipped[kind] : undefined;
  return load === undefined ? { rules: defaultRules, validate: () => [] } : load();
}

const shipped: Readonly<Record<string, () => Promise<FileKind>>> = {
  'e-service': async () => {
    const eService = await import('../../modules/services/definition/index.ts');
    return {
      rules: eService.eServiceRules,
      words: eService.eServiceWords,
      conditionInWords: eService.conditionInWords,
      validate: eService.validateEService,
    };
  },
  guide: async () => {
    const guide = await import('../../modules/guides/definition/index.ts');
    return { rules: guide.guideRules, words: guide.guideWords, validate: guide.validateGuide };
  },
};
