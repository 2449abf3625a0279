import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The build puts JavaScript beside the components' TypeScript: tests run what a person wrote.
  resolve: { extensions: ['.ts', '.js', '.mjs', '.json'] },
  test: {
    pool: 'forks',
    // Two processes for all files: each loads and warms up the org once. What a test changes around itself it puts back.
    poolOptions: { forks: { maxForks: 2, isolate: false } },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['local-org/tests/**/*.test.ts', 'scripts/**/*.test.ts', 'test/validation/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: ['test/validation/**'],
          globalSetup: ['test/support/runningOrg.ts']
        }
      }
    ]
  }
});
