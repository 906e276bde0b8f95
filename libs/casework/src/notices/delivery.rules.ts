import { maskPhone } from '@lianban/identity';
import type { NoticeChannel } from './delivery.js';

/** An address as the log shows it. */
export function maskAddress(channel: NoticeChannel, to: string): string {
  if (channel === 'sms') return maskPhone(to);
  const [name = '', host] = to.split('@');
  return `${name.slice(0, 1)}***${host === undefined ? '' : `@${host}`}`;
}
