import { AuditSearch } from '../audit/audit-search.service.js';
import { PrivacySettings } from '../privacy/privacy-settings.service.js';
import { CaseLooks } from './case-looks.service.js';
import { PersonalDataService } from './personal-data.service.js';

/** What guards personal data, and tells who saw it; the module provides and exports all of them. */
export const personalServices = [AuditSearch, CaseLooks, PersonalDataService, PrivacySettings];
