import { connection, home } from './zh-CN.home.js';
import { caseMeeting, ledger, related } from './zh-CN.ledger.js';

/** The home page, and what the page of a case tells beside the case. */
export const workplace = { caseMeeting, connection, home, ledger, related };
