'use strict';

const INDEX = '/index\\.ts$';
/** Folders whose subfolders show themselves through their index only. */
const PARTS = [
  'subgraphs/kit',
  'subgraphs/national',
  'subgraphs/national/modules',
  'subgraphs/regional',
  'subgraphs/regional/modules',
  'gateway',
  'registry',
  'cli',
  'conformance',
];

/** Inside a part: a file of one subfolder reaches another subfolder by its index. */
const throughIndex = (part) => ({
  name: `through-index-of-${part.replaceAll('/', '-')}`,
  comment: `A folder of ${part}/ is used through its index.ts.`,
  severity: 'error',
  from: { path: `^${part}/([^/]+)` },
  to: {
    path: `^${part}/[^/]+/`,
    pathNot: [INDEX, `^${part}/$1/`, '\\.generated\\.ts$', '[.-](command|entity|resolvers)\\.ts$', `^${part}/modules/`],
  },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Modules that need each other at run time are one module, or share a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-subgraph-from-the-centre',
      comment: 'Gateway, registry and CLI work with any subgraph, so they import none.',
      severity: 'error',
      from: { path: '^(gateway|registry|cli)/' },
      to: { path: '^subgraphs/(regional|national)/' },
    },
    {
      name: 'services-apart',
      comment: 'Services meet over HTTP, never in code.',
      severity: 'error',
      from: { path: '^(gateway|registry|subgraphs/regional|subgraphs/national)/' },
      to: { path: '^(gateway|registry|cli|subgraphs/regional|subgraphs/national)/', pathNot: '^$1/' },
    },
    {
      name: 'kit-stands-alone',
      comment: 'The kit is under everything: it imports nothing of the project.',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: '^(gateway|registry|cli|schema|migrations|subgraphs|tests)/', pathNot: '^subgraphs/kit/' },
    },
    {
      name: 'schema-needs-little',
      comment:
        'The generator knows regions, versions, the network file, errors and where the package is, nothing else.',
      severity: 'error',
      from: { path: '^schema/' },
      to: {
        path: '^(gateway|registry|cli|migrations|subgraphs|tests)/',
        pathNot: '^subgraphs/kit/(regions|regional-schema|network|errors|package-root)/',
      },
    },
    {
      name: 'conformance-sees-what-a-region-sees',
      comment: 'The kit of conformance judges any implementation, so it knows the contract and none of them.',
      severity: 'error',
      from: { path: '^conformance/' },
      to: { path: '^(gateway|registry|cli|migrations|subgraphs|tests)/', pathNot: '^subgraphs/kit/' },
    },
    {
      name: 'examples-stand-alone',
      comment: 'An example is copied out of the repository: it imports nothing of it.',
      severity: 'error',
      from: { path: '^examples/([^/]+)/' },
      to: {
        path: '^(gateway|registry|cli|conformance|schema|migrations|subgraphs|tests|examples)/',
        pathNot: '^examples/$1/',
      },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration never changes with the code: it imports nothing of the project.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(gateway|registry|cli|schema|subgraphs|tests)/' },
    },
    {
      name: 'kit-through-index',
      comment: 'Outside the kit, its folders are used through their index.ts.',
      severity: 'error',
      from: { path: '^(gateway|registry|cli|conformance|schema|migrations|subgraphs)/', pathNot: '^subgraphs/kit/' },
      to: { path: '^subgraphs/kit/', pathNot: INDEX },
    },
    {
      name: 'schema-through-index',
      comment: 'Outside schema/, its index.ts is used.',
      severity: 'error',
      from: { path: '^(gateway|registry|cli|conformance|migrations|subgraphs)/' },
      to: { path: '^schema/', pathNot: INDEX },
    },
    ...PARTS.map(throughIndex),
    {
      name: 'no-tests-in-sources',
      comment: 'Compiled code never needs the tests.',
      severity: 'error',
      from: { path: '^(gateway|registry|cli|conformance|schema|migrations|subgraphs)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production is under "dependencies".',
      severity: 'error',
      from: { path: '^(gateway|registry|cli|conformance|schema|migrations|subgraphs)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
