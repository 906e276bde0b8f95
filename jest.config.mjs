// Jest in ESM mode through SWC; workspaces resolve to their TypeScript sources by each package's `exports`.
const swc = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  cacheDirectory: `${import.meta.dirname}/node_modules/.cache/jest`,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/var'],
};

// The specs of the web read texts as its modules do: when they are loaded.
const web = '<rootDir>/apps/web';
// A project's global set-up runs only when one of its files runs: the pure specs start no database.
const pure = ['<rootDir>/libs/bpmn', '<rootDir>/libs/calendar', '<rootDir>/test/architecture'];

export default {
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'pure',
      testMatch: [...pure.map((folder) => `${folder}/**/*.spec.ts`), '<rootDir>/test/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'web',
      testMatch: [`${web}/**/*.spec.ts`],
      setupFiles: [`${web}/src/messages/speak-chinese.ts`],
    },
    {
      ...common,
      displayName: 'server',
      testMatch: ['<rootDir>/{libs,apps,test}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        ...[...pure, web].map((folder) => `${folder}/`),
        '<rootDir>/test/[^/]+\\.spec\\.ts$',
        '/node_modules/',
      ],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
