import type { HomeCardSource } from './home-card.js';

/** What those who run the product look after; none of it tells of a case. */
export const systemCards: readonly HomeCardSource[] = [
  {
    id: 'incidents',
    permission: 'workflow.operate',
    things: () => `SELECT raised_at AS since, NULL::timestamptz AS due FROM engine.incident`,
  },
  {
    id: 'undelivered',
    permission: 'system.manage',
    things: () => `SELECT tried_at AS since, NULL::timestamptz AS due FROM casework.delivery WHERE state = 'failed'`,
  },
  {
    id: 'refused',
    permission: 'system.manage',
    things: () => `SELECT tried_at AS since, NULL::timestamptz AS due FROM casework.delivery WHERE state = 'refused'`,
  },
  {
    id: 'given-up',
    permission: 'system.manage',
    things: () =>
      `SELECT given_up_at AS since, NULL::timestamptz AS due FROM engine.outbox WHERE given_up_at IS NOT NULL`,
  },
  {
    id: 'locked',
    permission: 'grants.manage',
    things: ({ now }) => `SELECT failed_at AS since, locked_until AS due FROM identity.sign_in_throttle
      WHERE locked_until > ${now}`,
  },
];
