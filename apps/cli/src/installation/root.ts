import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `apps`: the product itself when seen from the source, its `dist` when compiled. */
const above = fileURLToPath(new URL('../../../../', import.meta.url));

/** Folder of the installed product, which holds `workflows` and `dist`. */
export const productRoot = existsSync(join(above, 'workflows')) ? above : join(above, '../');
