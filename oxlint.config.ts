import { defineConfig } from 'oxlint'
import { roomRules } from './tools/lint/rooms.ts'

/** What a reader would have to find in review; what is only taste is left to the formatter. */
export default defineConfig({
  // All of them here: one that only an override names brings none of its categories' rules.
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out', 'node_modules', '/tour', 'test-results', 'playwright-report', 'test/support/made-up-vendor'],
  env: { builtin: true },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'unicorn/no-abusive-eslint-disable': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'no-eval': 'error',
    'typescript/no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],

    // One after the other is how a queue, a wizard and a test work.
    'no-await-in-loop': 'off',
    // A copy per row is what keeps state immutable, and rows come in pages.
    'oxc/no-map-spread': 'off',
    // A small function beside its only caller reads better than one at the top of the file.
    'unicorn/consistent-function-scoping': 'off',
    // An assertion on a row or a proxy is plain to see in review; a guard that only repeats the type is not safer.
    'typescript/no-unsafe-type-assertion': 'off',
    // The compiler sees to it, and knows when a switch is exhaustive.
    'typescript/consistent-return': 'off',
    // With async functions a then() is the exception, for a side effect.
    'promise/always-return': 'off',
    // Our objects are made by functions and know no `this`.
    'typescript/unbound-method': 'off',
    // Control characters are what half of the vendors' rules are about.
    'no-control-regex': 'off',
    // A leading underscore marks an argument that is not used.
    'no-underscore-dangle': 'off',
    // fast-check is written fc.… everywhere.
    'import/no-named-as-default-member': 'off',
    // Worker threads have no origins; the rule is for windows.
    'unicorn/require-post-message-target-origin': 'off',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],

    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'react/button-has-type': 'error',
    'react/react-in-jsx-scope': 'off',
    // A fresh [] as a default harms only where it is a dependency, which exhaustive-deps sees.
    'react/no-object-type-as-default-prop': 'off',
    // These speak to React's compiler, which is not used; the first repeats exhaustive-deps.
    'react/exhaustive-effect-dependencies': 'off',
    'react/incompatible-library': 'off',
    'react/preserve-manual-memoization': 'off',
    // No <select> is a virtual list of a thousand rows, and no <output> a badge.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A dialog or palette that opens takes the focus, through React Aria's prop of that name.
    'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    // What scrolls must be reachable by keyboard.
    'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'tabpanel'], tags: [] }],

    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] }],
    'vitest/no-focused-tests': 'error',
    // The second argument is what a failure says.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // A title may start with the word that its group starts with, and a mock's type is inferred where it is passed.
    'vitest/valid-title': 'off',
    'vitest/require-mock-type-parameters': 'off',
  },
  overrides: [
    {
      files: ['src/main/**'],
      rules: {
        'no-console': 'error',
        // A rejection that nobody handles ends the app, so `void` is no answer: each has its own `catch`.
        'typescript/no-floating-promises': ['error', { ignoreVoid: false }],
      },
    },
    {
      // Programs of their own, whose only screen is the terminal.
      files: ['src/main/**/cli.ts'],
      rules: { 'no-console': 'off' },
    },
    {
      files: ['src/renderer/**'],
      env: { browser: true },
      rules: {
        'no-console': 'error',
      },
    },
    {
      // One list takes the keys for all its rows (aria-activedescendant); the rows need no listener or focus of their own.
      files: ['src/renderer/ui/DataList.tsx'],
      rules: { 'jsx-a11y/click-events-have-key-events': 'off', 'jsx-a11y/interactive-supports-focus': 'off' },
    },
    {
      // A test that finds nothing where it expects something may fail loudly.
      files: ['test/**'],
      rules: { 'typescript/no-non-null-assertion': 'off' },
    },
    {
      // A vendor's folder knows its own kind; everything else asks the table or the list.
      files: ['src/**'],
      excludeFiles: ['src/*/vendors/*/**'],
      jsPlugins: ['./tools/lint/kinds-plugin.ts'],
      rules: { 'balie/no-choice-on-kind': 'error' },
    },
    ...roomRules,
  ],
})
