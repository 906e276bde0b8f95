// Stands for `lianban start` in a test that kills it: starts the server on the given folder and waits.
import { importEmbeddedPostgres } from '../support/compile-embedded-postgres.mjs';

const { startEmbeddedPostgres } = await importEmbeddedPostgres('embedded-postgres');
const quiet = { info() {}, warn() {}, error() {} };
const server = await startEmbeddedPostgres({ dataDir: process.argv[2], log: quiet, initdbArguments: ['--no-sync'] });
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
console.log(JSON.stringify({ url: server.url, pid: server.pid() }));
