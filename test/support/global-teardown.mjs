export default async function tearDown() {
  const servers = globalThis.__lianbanTestServers ?? [];
  for (const server of servers.splice(0).reverse()) await server.stop();
}
