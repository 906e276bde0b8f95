import { mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * Gives a compiled package the packages that npm put into its own node_modules because the root has another version:
 * without the link, dist/ would silently get the root's version, or none.
 */
export async function linkModules() {
  for (const folder of ['libs', 'apps']) {
    for (const name of await readdir(join(root, folder))) {
      if (name === 'web') continue; // Vite bundles what it needs
      const modules = join(root, folder, name, 'node_modules');
      const packages = await readdir(modules).catch(() => []);
      if (packages.some((entry) => !entry.startsWith('.'))) await link(modules, join(root, 'dist', folder, name));
    }
  }
}

async function link(modules, target) {
  const path = join(target, 'node_modules');
  await mkdir(dirname(path), { recursive: true });
  try {
    // A relative link survives a copy of the tree; Windows knows only absolute junctions.
    if (process.platform === 'win32') await symlink(modules, path, 'junction');
    else await symlink(relative(target, modules), path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}
