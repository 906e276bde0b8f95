import { connection, home } from './en.home.js';
import type * as zhCN from './zh-CN.workplace.js';

/** The home page. */
export const workplace: typeof zhCN.workplace = { connection, home };
