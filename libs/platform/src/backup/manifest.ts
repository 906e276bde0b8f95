import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupError } from './backup-error.js';

/** Name of the file that makes a folder a backup; it is written last. */
export const manifestName = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const lsn = z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/u);

const manifestSchema = z.object({
  format: z.literal(1),
  /** `files`: the files of the embedded server, with the log since; `dump`: what pg_dump of a server said. */
  kind: z.enum(['files', 'dump']),
  product: z.string(),
  postgres: z.string(),
  startedAt: z.iso.datetime(),
  /** What was committed by then is in it. */
  finishedAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  secrets: z.boolean(),
  uploads: z.object({ files: z.int(), bytes: z.number() }),
  /** Where in the log it begins and from where on it is whole. */
  wal: z.object({ system: z.string(), timeline: z.int(), segmentSize: z.int(), start: lsn, stop: lsn }).optional(),
  /** Folders, of which some are empty and must be there. */
  folders: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256 })),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifestSchema>;

/** A file of a backup. */
export type ManifestFile = Manifest['files'][number];

/** Reads a backup's manifest. @throws BackupError if it is none */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, manifestName);
  try {
    return manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new BackupError(`${file} is no manifest that this version reads: ${reason}.`, { cause: error });
  }
}
