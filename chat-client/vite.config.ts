import { defineConfig } from 'vitest/config'

export default defineConfig({
  build: {
    target: 'es2020',
    outDir: 'dist/chat',
    sourcemap: false,
    rollupOptions: {
      input: 'src/widget/main.ts',
      output: { format: 'iife', entryFileNames: 'widget.js' },
    },
  },
  test: { environment: 'jsdom', include: ['test/**/*.test.ts'], restoreMocks: true },
})
