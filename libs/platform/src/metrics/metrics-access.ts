import { BlockList, isIPv4 } from 'node:net';

/** What is told of a request for the numbers: the address at the other end of the connection, and its headers. */
export interface MetricsAsker {
  readonly address: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Addresses that no request from the internet can have. */
const inside = new BlockList();
inside.addSubnet('127.0.0.0', 8);
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.168.0.0', 16);
inside.addSubnet('169.254.0.0', 16);
inside.addSubnet('100.64.0.0', 10);
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');

/** By which a proxy says that it asks for somebody else. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether somebody may have the numbers: who asks this process directly from inside the network. What a proxy passes on
 * is refused, whoever the proxy believes to ask, so that a proxy without a rule of its own does not open them to all.
 */
export function mayReadMetrics({ address, headers }: MetricsAsker): boolean {
  if (address === undefined || passedOn.some((name) => headers[name] !== undefined)) return false;
  const plain = address.replace(/^::ffff:/iu, '');
  return inside.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}
