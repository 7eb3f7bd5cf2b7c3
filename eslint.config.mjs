import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

/** Services and their kit: everything that is compiled. */
const SOURCES = [
  'gateway/**/*.ts',
  'registry/**/*.ts',
  'subgraphs/**/*.ts',
  'schema/**/*.ts',
  'cli/**/*.ts',
  'conformance/**/*.ts',
];
/** The only files that read the process environment or end the process. */
const ENTRY_FILES = [
  '**/main.ts',
  '**/main-*.ts',
  '**/*-main.ts',
  '**/prepare.ts',
  '**/import-decp.ts',
  '**/keep-books.ts',
];

const NO_EXPORT_ALL = {
  selector: 'ExportAllDeclaration',
  message: 'List what the folder shows: `export { a, b } from …`.',
};
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Give the export a name.',
};

/** ESLint takes a rule once: the size at which it warns is the same rule under a second name. */
const size = { rules: { 'advised-lines': builtinRules.get('max-lines') } };

export default defineConfig(
  {
    ignores: ['dist/', 'coverage/', '.maillage/', 'node_modules/', '**/*.generated.ts'],
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [eslint.configs.recommended],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }] },
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'require',
          'module',
          '__dirname',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'Buffer',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...tseslint.configs.recommended],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    plugins: { size },
    rules: {
      'max-lines': ['error', 400],
      'size/advised-lines': ['warn', 250],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', NO_EXPORT_ALL, NO_DEFAULT_EXPORT],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          varsIgnorePattern: '^_+$',
          ignoreRestSiblings: true,
        },
      ],
    },
  },
  {
    files: SOURCES,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only entry files read the environment: take a configuration.' },
        { object: 'process', property: 'exit', message: 'Only entry files end the process: throw, or return.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', message: 'Only entry files touch the process: take what you need.' }] },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ENTRY_FILES, rules: { 'no-restricted-properties': 'off' } },
  { files: ['tests/**/*.ts'], rules: { 'max-lines': ['error', 600], 'size/advised-lines': 'off' } },
  { files: ['migrations/**/*.ts'], rules: { 'max-lines': 'off', 'size/advised-lines': 'off' } },
  // graphql-codegen reads the default export of its configuration.
  { files: ['codegen.ts'], rules: { 'no-restricted-syntax': ['error', NO_EXPORT_ALL] } },
);
