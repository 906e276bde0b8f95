import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiUrl = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    // Government offices still run browsers of 2021.
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    // Nothing may become a data: URI, the page is served under `default-src 'self'`.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 900,
  },
  server: { port: 5173, proxy: { '/api': { target: apiUrl, changeOrigin: false } } },
});
