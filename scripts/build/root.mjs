import { resolve } from 'node:path';

/** The folder that holds package.json, wherever the command was started. */
export const root = resolve(import.meta.dirname, '../..');
