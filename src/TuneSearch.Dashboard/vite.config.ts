import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    target: 'es2022',
    // One page for one machine's users: a chart library in one file is fine, and nothing is fetched later.
    chunkSizeWarningLimit: 1500,
  },
  // Loading the page with its charts takes longer than the usual ten seconds on a busy machine.
  test: { testTimeout: 60_000, hookTimeout: 60_000 },
  server: {
    // `npm run dev` beside a running daemon.
    proxy: { '/api': 'http://127.0.0.1:7310' },
  },
});
