import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mayReadMetrics } from './metrics-access.js';
import { metricsMediaType, metricsText } from './process-metrics.js';

/** Answers with the numbers of this process, for processes that answer nothing else. */
export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** @param port 0 takes a free one @throws Error with code EADDRINUSE when it is taken */
export async function serveMetrics(port: number): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const { url, headers, socket } = request;
    if (url !== '/metrics' || !mayReadMetrics({ address: socket.remoteAddress, headers })) {
      response.writeHead(404).end();
      return;
    }
    metricsText().then(
      (text) => response.writeHead(200, { 'content-type': metricsMediaType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port, '0.0.0.0');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
