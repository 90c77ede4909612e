import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'domain', include: ['test/domain/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/domain/**'],
          globalSetup: ['test/support/template-database.ts'],
        },
      },
    ],
  },
})
