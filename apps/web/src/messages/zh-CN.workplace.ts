import { forms } from './zh-CN.forms.js';
import { connection, home } from './zh-CN.home.js';
import { caseMeeting, ledger, related } from './zh-CN.ledger.js';

/** The home page, and what the page of a case tells beside the case, and the forms of its steps. */
export const workplace = { caseMeeting, connection, forms, home, ledger, related };
