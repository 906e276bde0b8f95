import postgres from 'postgres';

/**
 * The plain client `postgres`, which writes the limits, on the way that the engine's driver takes to the server: the
 * Unix socket if the address names one, which this client does not read from an address by itself.
 */
export function plainClient(
  address: string,
  options: Pick<postgres.Options<Record<string, never>>, 'max' | 'connection'>,
): postgres.Sql {
  const url = new URL(address);
  const host = url.searchParams.get('host');
  url.search = '';
  return postgres(url.href, { ...options, ...(host && { host }), fetch_types: false, onnotice: () => undefined });
}
