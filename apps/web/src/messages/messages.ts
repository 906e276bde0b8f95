import { zhCN, type Messages } from './zh-CN.js';

/** The texts of the language in use; Chinese is the only one so far. */
export const messages: Messages = zhCN;
