import { connection, home } from './zh-CN.home.js';

/** The home page. */
export const workplace = { connection, home };
