import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  // The build puts JavaScript beside the TypeScript: tests run what a person wrote.
  moduleFileExtensions: ['ts', 'js', 'html'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/jest.setup.js'],
  moduleNameMapper: { ...jestConfig.moduleNameMapper, '^test/(.*)$': '<rootDir>/test/$1' },
  testMatch: ['**/lwc/**/__tests__/*.test.ts']
};
