// What the lib shows of the guard of personal data: its own index is as long as a file may be.
export { privacyNoticeChangeSchema, privacyNoticeSchema } from './privacy-settings.js';
export { watermarkChangeSchema, watermarkSchema } from './privacy-settings.js';
export type { Decided, PrivacyNotice, PrivacyNoticeChange } from './privacy-settings.js';
export type { Watermark, WatermarkChange } from './privacy-settings.js';
export { PrivacySettings } from './privacy-settings.service.js';
export { lookedAt, type CaseLook } from '../personal/case-look.js';
export { CaseLooks } from '../personal/case-looks.service.js';
