import { fileURLToPath } from 'node:url';

/** Folder of the installed product, which holds `workflows` and `dist`; seen from dist/apps/cli/src/installation. */
export const productRoot = fileURLToPath(new URL('../../../../../', import.meta.url));
