/** Tests of every layer, compiled by swc; packages that ship as ES modules only are compiled too. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'commonjs' },
  },
];

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: { '^.+\\.(tsx?|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(hucre)/)'],
  // Node has a module of this name, which warns; the add-on bundles the package.
  moduleNameMapper: { '^punycode$': '<rootDir>/node_modules/punycode/punycode.js' },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/seed.cjs'],
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/slowestFirst.cjs',
};
