import { counter, gauge } from '@lianban/platform';

export const auditFailures = counter({
  name: 'lianban_audit_write_failures_total',
  help: 'Entries of the audit trail that could not be written; what they were about was undone',
});

/** Set by who verifies all chains; a process that never did says nothing of it. */
export const brokenChains = gauge({
  name: 'lianban_audit_broken_chains',
  help: 'Chains of the audit trail that were found broken when they were last recomputed',
});

export const signInFailures = counter({
  name: 'lianban_sign_in_failures_total',
  help: 'Sign-ins in vain: a wrong name or password, or a name that is locked',
  labels: ['reason'],
});
