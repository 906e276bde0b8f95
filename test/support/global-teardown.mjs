export default async function tearDown() {
  const servers = globalThis.__lianbanTestServers ?? [];
  await Promise.all(servers.splice(0).map((server) => server.stop()));
}
