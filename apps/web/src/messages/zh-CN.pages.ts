import { account } from './zh-CN.account.js';
import { forms } from './zh-CN.forms.js';
import { caseMeeting, ledger, related } from './zh-CN.ledger.js';
import { absence, calendar, habits } from './zh-CN.habits.js';
import { districtMap, screen, trend } from './zh-CN.map.js';
import { organisation, people } from './zh-CN.organisation.js';
import { privacy } from './zh-CN.privacy.js';
import { statistics, statisticsSettings } from './zh-CN.statistics.js';
import { tokens } from './zh-CN.tokens.js';
import { supervision } from './zh-CN.supervision.js';
import { audit, deadLetters } from './zh-CN.watch.js';

/** The texts of pages that only some people open, and seldom. They are not hung into `zhCN`, so that the inbox does not load them. */
export const pageWords = {
  absence,
  account,
  audit,
  calendar,
  caseMeeting,
  deadLetters,
  districtMap,
  forms,
  habits,
  ledger,
  organisation,
  people,
  privacy,
  related,
  screen,
  statistics,
  statisticsSettings,
  supervision,
  tokens,
  trend,
};

/** The shape that each language's texts of these pages have. */
export type PageWords = typeof pageWords;
