import { DomainError } from '@lianban/platform';

/** There is nothing to hold or to let go. */
export function holdRefused(why: 'gone' | 'held' | 'not-held'): DomainError {
  const messages = {
    gone: 'The personal data of this case are gone since their term was over, so nothing is left to hold.',
    held: 'The personal data of this case are held already; let them go before they are held for another reason.',
    'not-held': 'The personal data of this case are not held, so nothing is to be let go.',
  };
  return new DomainError({ code: 'hold-refused', kind: 'conflict', message: messages[why], details: { why } });
}
