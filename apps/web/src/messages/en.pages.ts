import { account } from './en.account.js';
import { forms } from './en.forms.js';
import { caseMeeting, ledger, related } from './en.ledger.js';
import { absence, calendar, habits } from './en.habits.js';
import { districtMap, screen, trend } from './en.map.js';
import { organisation, people } from './en.organisation.js';
import { privacy } from './en.privacy.js';
import { statistics, statisticsSettings } from './en.statistics.js';
import { tokens } from './en.tokens.js';
import { supervision } from './en.supervision.js';
import { audit, deadLetters } from './en.watch.js';
import type { PageWords } from './zh-CN.pages.js';

/** The texts of pages that only some people open, and seldom. They are not hung into `en`, so that the inbox does not load them. */
export const pageWords: PageWords = {
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
