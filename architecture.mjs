// Who may import whom: the only place it is written. dependency-cruiser reads it in `npm run check`.

/** A module may use the modules after it, through their index. */
export const modules = {
  organisations: [],
  identity: ['organisations'],
  commons: ['identity', 'organisations'],
  cases: ['commons', 'identity', 'organisations'],
  services: ['cases', 'commons', 'identity', 'organisations'],
  guides: ['commons', 'identity', 'organisations'],
  systems: ['commons', 'identity', 'organisations'],
};

const everything = '^(src|tests|bench|tools)/';
const layer = (name) => `^src/${name}/`;

const layers = [
  { name: 'kernel-is-pure', from: layer('kernel'), may: ['kernel'] },
  { name: 'platform-on-kernel', from: layer('platform'), may: ['kernel', 'platform'] },
  { name: 'ui-on-kernel', from: layer('ui'), may: ['kernel', 'ui'] },
  { name: 'modules-below-web', from: layer('modules'), may: ['kernel', 'platform', 'ui', 'modules'] },
  { name: 'web-below-main', from: layer('web'), may: ['kernel', 'platform', 'ui', 'modules', 'web'] },
  { name: 'cli-beside-web', from: layer('cli'), may: ['kernel', 'platform', 'ui', 'modules', 'cli'] },
].map(({ name, from, may }) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(src|tests|bench)/', pathNot: may.map((one) => `^src/${one}/`) },
}));

const directions = Object.entries(modules).map(([name, below]) => ({
  name: `module-${name}`,
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^src/modules/', pathNot: [name, ...below].map((one) => `^src/modules/${one}/`) },
}));

const doors = {
  name: 'through-the-door',
  severity: 'error',
  from: { path: '^src/modules/([^/]+)/' },
  to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.tsx?$'] },
};

const doorsFromAbove = {
  name: 'through-the-door-from-above',
  severity: 'error',
  from: { path: '^src/(web|main)', pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^src/modules/[^/]+/',
    pathNot: ['^src/modules/[^/]+/index\\.tsx?$', '^src/modules/identity/demo/index\\.ts$'],
  },
};

/** dependency-cruiser's configuration. */
export default {
  forbidden: [
    ...layers,
    ...directions,
    doors,
    doorsFromAbove,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types of a view and its parts may name each other; what runs may not.',
      from: { path: everything },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'demo-people-in-demo-mode',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/(main|cli/)', '^src/modules/identity/demo/', '\\.test\\.tsx?$'],
      },
      to: { path: '^src/modules/identity/demo/' },
    },
    {
      name: 'kernel-needs-no-machine',
      severity: 'error',
      comment: 'node-diff3 merges words; node:crypto hashes. Nothing else reaches the kernel.',
      from: { path: layer('kernel'), pathNot: '(\\.test\\.tsx?$|/laws/|/golden/|arbitrar)' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '(^node:crypto$|^crypto$|node-diff3)' },
    },
    {
      name: 'only-main-starts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|cli)' },
      to: { path: '^src/main' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
