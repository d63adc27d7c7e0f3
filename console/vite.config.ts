import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.WAYPOST_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react()],
  // The names of places are the core's own table.
  server: { proxy: { '/api': server }, fs: { allow: ['.', '../core/src/main/resources'] } },
  preview: { proxy: { '/api': server } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // antd and React are needed by the first page; everything else arrives with its route.
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    restoreMocks: true,
  },
})
