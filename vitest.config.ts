import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['local-org/tests/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2 } }
  }
});
