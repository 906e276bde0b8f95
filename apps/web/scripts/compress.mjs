// Writes a .br beside every text file of dist/, so that the server never compresses a megabyte while somebody waits.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const compress = promisify(brotliCompress);
const files = await readdir(dist, { recursive: true });

await Promise.all(files.filter((file) => /\.(js|css|html|svg)$/.test(file)).map(writeCompressed));

async function writeCompressed(file) {
  const content = await readFile(join(dist, file));
  const small = await compress(content);
  if (small.length < content.length) await writeFile(join(dist, `${file}.br`), small);
}
