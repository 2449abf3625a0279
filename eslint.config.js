import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

const components = ['force-app/**/lwc/**/*.ts'];

export default tseslint.config(
  { ignores: ['node_modules/', '.local-org/', 'coverage/', 'force-app/**/*.js', 'sample/**/*.js'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Crashes on overloads of classes (typescript-eslint 8.73).
      '@typescript-eslint/unified-signatures': 'off',
      'no-console': 'error'
    }
  },
  // Commands talk to the person at the terminal.
  { files: ['scripts/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
  // The LWC rules with TypeScript's parser in the place of Babel's, which they bring.
  ...lwc.configs.recommendedTs.map((config) => ({
    ...config,
    files: components,
    languageOptions: { ...config.languageOptions, parser: tseslint.parser, parserOptions: {} }
  })),
  // Names of parameters in types are no variables: typescript-eslint's own rule knows that.
  { files: components, rules: { 'no-unused-vars': 'off' } },
  {
    files: ['**/__tests__/**/*.ts'],
    languageOptions: {
      globals: {
        jest: 'readonly',
        describe: 'readonly',
        it: 'readonly',
        expect: 'readonly',
        beforeEach: 'readonly',
        afterEach: 'readonly'
      }
    },
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
  }
);
