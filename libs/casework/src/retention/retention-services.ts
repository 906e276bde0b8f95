import { LegalHolds } from './legal-holds.service.js';
import { Retention } from './retention.service.js';

/** What keeps personal data for as long as they are needed, and no longer. */
export const retentionServices = [LegalHolds, Retention];
