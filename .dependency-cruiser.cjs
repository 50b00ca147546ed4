/** The floors: who may import whom. The table is in docs/ARCHITECTURE.md. */
const { builtinModules } = require('node:module');

const only = (layer, may, packages) => ({
  name: `${layer}-imports-only-${[...may, ...packages].join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '.',
    pathNot: [`^src/(${[layer, ...may].join('|')})/`, ...packages.map((name) => `node_modules/${name}/`)],
  },
});

/** Rooms of a floor, lowest first: each imports only itself and what stands before it. Files without a room lie below all of them. */
const ROOMS = {
  'src/domain': [
    'facts',
    'stats',
    'rules',
    'people',
    'market',
    'score',
    'segments',
    'lanes',
    'funnel',
    'explain',
    'learning',
    'review',
    'checks',
  ],
  'src/sheet': ['parse', 'headers', 'table', 'columns', 'plan', 'lists', 'propose', 'ownTabs', 'run', 'review', 'render'],
  'src/commands': ['protocol', 'workbook', 'result', 'writing', 'requests'],
};

const roomOrder = Object.entries(ROOMS).flatMap(([floor, rooms]) =>
  rooms.slice(0, -1).map((room, index) => ({
    name: `${floor}/${room}-imports-no-higher-room`,
    severity: 'error',
    from: { path: `^${floor}/(${rooms.slice(0, index + 1).join('|')})/` },
    to: { path: `^${floor}/${rooms[index + 1]}/` },
  })),
);

/** A file in no room would escape the order. */
const looseFiles = Object.entries(ROOMS).flatMap(([floor, rooms]) => [
  {
    name: `${floor}-loose-files-import-no-room`,
    severity: 'error',
    from: { path: `^${floor}/[^/]+$` },
    to: { path: `^${floor}/(${rooms.join('|')})/` },
  },
  {
    name: `${floor}-has-only-ordered-rooms`,
    severity: 'error',
    from: {},
    to: { path: `^${floor}/[^/]+/`, pathNot: `^${floor}/(${rooms.join('|')})/` },
  },
]);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...roomOrder,
    ...looseFiles,
    only('domain', [], ['simple-statistics']),
    only('sheet', ['domain'], ['zod', 'i18n-iso-countries', 'punycode']),
    only('functions', ['sheet', 'domain'], []),
    only('commands', ['sheet', 'domain'], []),
    only('google', ['functions', 'commands', 'sheet'], []),
    {
      name: 'sidebar-borrows-domain-parsers-and-protocol-types',
      severity: 'error',
      from: { path: '^sidebar/' },
      to: {
        path: '^(src|workbench)/',
        pathNot: [
          '^src/domain/',
          '^src/sheet/[^/]+\\.ts$',
          '^src/sheet/(parse|headers|table|columns|plan|lists|propose|run)/',
          '^src/commands/protocol/',
        ],
      },
    },
    {
      name: 'sidebar-takes-types-only-of-the-protocol',
      severity: 'error',
      from: { path: '^sidebar/' },
      to: { path: '^src/commands/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workbench-runs-dist-never-src',
      severity: 'error',
      from: { path: '^workbench/', pathNot: '^workbench/files/' },
      to: { path: '^(src|sidebar)/' },
    },
    {
      name: 'workbench-files-borrow-the-csv-reader-alone',
      severity: 'error',
      from: { path: '^workbench/files/' },
      to: { path: '^(src|sidebar)/', pathNot: '^src/sheet/table/(csv|csvSize|decode|repair)\\.ts$' },
    },
    {
      name: 'product-knows-no-workbench',
      severity: 'error',
      from: { path: '^(src|sidebar)/' },
      to: { path: '^(workbench|test|bench)/' },
    },
    {
      name: 'node-only-outside-the-product',
      severity: 'error',
      from: { path: '^(src|sidebar)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-touched-in-one-adapter',
      severity: 'error',
      from: { path: '^workbench/', pathNot: '^workbench/(core/engine|page/)' },
      to: { path: 'node_modules/@odoo/o-spreadsheet', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // The add-on bundles the package of this name, not Node's module.
    builtInModules: { override: builtinModules.filter((name) => name !== 'punycode') },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    exclude: { path: '^(dist|build)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
