import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A door before a server, at a port that stays, through which a network can be seen to fail. */
export interface Gate {
  readonly port: number;
  /** Where connections lead from now on. */
  leadTo(port: number): void;
  /** Breaks every connection that goes through it. */
  cut(): void;
  /** Lets nothing through for some milliseconds; connections stay open and hear nothing. */
  stall(milliseconds: number): void;
  close(): void;
}

/** Opens a gate before the server at a local port. */
export async function openGate(to: number): Promise<Gate> {
  const open = new Set<Socket>();
  let target = to;
  let stalled: NodeJS.Timeout | undefined;
  const door = createServer((outside) => {
    const inside = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.on('error', () => other.destroy());
      one.pipe(other);
    }
    if (stalled) for (const socket of [outside, inside]) socket.pause();
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    leadTo: (port) => void (target = port),
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    stall(milliseconds) {
      clearTimeout(stalled);
      for (const socket of open) socket.pause();
      stalled = setTimeout(() => {
        stalled = undefined;
        for (const socket of open) socket.resume();
      }, milliseconds);
    },
    close() {
      clearTimeout(stalled);
      for (const socket of open) socket.destroy();
      door.close();
    },
  };
}
