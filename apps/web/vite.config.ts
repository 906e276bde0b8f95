import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const apiUrl = process.env['API_URL'] ?? 'http://localhost:3000';

/** The rules of forms, and what evaluates FEEL for them. */
const formRules =
  /[\\/]libs[\\/]bpmn[\\/]src[\\/](?:form|expression)[\\/]|[\\/]node_modules[\\/](?:feelin|lezer-feel|temporal-[^\\/]*|@lezer)[\\/]/u;

export default defineConfig({
  plugins: [react(), residentPages()],
  build: {
    // Government offices still run browsers of 2021.
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    // Nothing may become a data: URI, the page is served under `default-src 'self'`.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 900,
    // Residents load an application of their own, so that they never wait for what the offices need.
    rolldownOptions: {
      input: ['index.html', 'resident.html'],
      // Who fills in a form needs its conditions, not the engine that the studio loads as a whole.
      output: { codeSplitting: { groups: [{ name: 'feel', test: formRules }], includeDependenciesRecursively: false } },
    },
  },
  // A worker that loads parts when it needs them cannot be one classic script.
  worker: { format: 'es' },
  server: { port: 5173, proxy: { '/api': { target: apiUrl, changeOrigin: false } } },
});

/** Answers the residents' addresses in development as the server does in production. */
function residentPages(): Plugin {
  return {
    name: 'resident-pages',
    configureServer: (server) => {
      server.middlewares.use((request, _response, next) => {
        if (/^\/(public|stations)(\/|\?|$)/u.test(request.url ?? '')) request.url = '/resident.html';
        next();
      });
    },
  };
}
