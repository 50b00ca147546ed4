/** The floors: who may import whom. The table is in docs/ARCHITECTURE.md. */
const only = (layer, may, packages) => ({
  name: `${layer}-imports-only-${[...may, ...packages].join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: '.',
    pathNot: [`^src/(${[layer, ...may].join('|')})/`, ...packages.map((name) => `node_modules/${name}/`)],
  },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain', [], ['simple-statistics']),
    only('sheet', ['domain'], ['zod', 'i18n-iso-countries']),
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
          '^src/sheet/(grid|problem)\\.ts$',
          '^src/sheet/(parse|plan|columns|table)/',
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
    { name: 'workbench-runs-dist-never-src', severity: 'error', from: { path: '^workbench/' }, to: { path: '^(src|sidebar)/' } },
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
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    exclude: { path: '^(dist|build)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
