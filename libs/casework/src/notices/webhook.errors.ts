import { DomainError } from '@lianban/platform';

/** Calls leave the machine only to hosts that its operator has named. */
export function webhookRefused(host: string, allowed: readonly string[]): DomainError {
  const expected = allowed.length === 0 ? 'the operator has allowed none' : `expected one of ${allowed.join(', ')}`;
  return new DomainError({
    code: 'webhook-refused',
    kind: 'unprocessable',
    message: `No calls are made to "${host}": ${expected}; set LIANBAN_WEBHOOK_HOSTS.`,
    fields: [{ field: 'url', message: '运维人员未允许访问该主机' }],
  });
}

/** No webhook in use has this id. */
export function webhookUnknown(id: string): DomainError {
  return new DomainError({
    code: 'webhook-unknown',
    kind: 'not-found',
    message: `No webhook "${id.slice(0, 80)}" is in use.`,
  });
}
