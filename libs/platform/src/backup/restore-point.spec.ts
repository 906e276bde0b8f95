import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BackupFolder } from './backup-folder.js';
import type { Manifest } from './manifest.js';
import { findRestorePoint } from './restore-point.js';

const system = '7713';
const sha256 = '0'.repeat(64);
const segment = (timeline: number, number: number): string =>
  [timeline, 0, number].map((part) => String(part).padStart(8, '0')).join('');

describe('the point to which an installation is brought back', () => {
  let folder: BackupFolder;

  beforeEach(async () => {
    folder = new BackupFolder(await mkdtemp(join(tmpdir(), 'lianban-point-')));
  });

  afterEach(async () => await rm(folder.path, { recursive: true }));

  it('is the newest backup before an instant, with the log since', async () => {
    await backup('one', { at: '2026-03-02T01:00:00.000Z', segment: 2 });
    await backup('two', { at: '2026-03-03T01:00:00.000Z', segment: 5 });
    await archive('2026-03-03T09:00:00.000Z', [`${segment(1, 5)}.gz`, `${segment(1, 6)}.partial`]);

    const point = await findRestorePoint(folder, new Date('2026-03-03T08:00:00.000Z'));

    expect(point).toMatchObject({ backup: { name: 'two' }, reaches: new Date('2026-03-03T09:00:00.000Z') });
    expect(point.log).toEqual([`${segment(1, 5)}.gz`, `${segment(1, 6)}.partial`]);
    expect(await findRestorePoint(folder, undefined)).toMatchObject({ backup: { name: 'two' } });
  });

  it('is none beyond the log, behind a gap in it, or before the oldest backup', async () => {
    await backup('one', { at: '2026-03-02T01:00:00.000Z', segment: 2 });
    await archive('2026-03-03T09:00:00.000Z', [`${segment(1, 2)}.gz`, `${segment(1, 3)}.partial`]);
    const at = async (instant: string): Promise<unknown> => await findRestorePoint(folder, new Date(instant));

    await expect(at('2026-03-03T09:00:01.000Z')).rejects.toThrow(
      'The backups reach to 2026-03-03T09:00:00.000Z, not to',
    );
    await expect(at('2026-03-01T00:00:00.000Z')).rejects.toThrow('No backup is as old as 2026-03-01T00:00:00.000Z');
    await writeFile(join(folder.wal(system), `${segment(1, 5)}.gz`), '');
    await expect(at('2026-03-03T08:00:00.000Z')).rejects.toThrow(
      'The backups reach to 2026-03-02T01:00:00.000Z, not to',
    );
  });

  it('leaves out a backup of a past that an earlier restore gave up', async () => {
    await backup('kept', { at: '2026-03-02T01:00:00.000Z', segment: 2 });
    await backup('given-up', { at: '2026-03-03T01:00:00.000Z', segment: 5 });
    await archive(
      '2026-03-04T09:00:00.000Z',
      [2, 3, 4].map((number) => `${segment(1, number)}.gz`),
    );
    await writeFile(join(folder.wal(system), '00000002.history'), '1\t0/4800000\tbefore 2026-03-02\n');
    await writeFile(join(folder.wal(system), `${segment(2, 4)}.gz`), '');

    expect(await findRestorePoint(folder, new Date('2026-03-04T08:00:00.000Z'))).toMatchObject({
      backup: { name: 'kept' },
    });
  });

  it('is no backup that was never finished', async () => {
    await mkdir(join(folder.backups, 'begun.draft'), { recursive: true });

    await expect(findRestorePoint(folder, undefined)).rejects.toThrow('holds no backup');
    expect(await folder.unfinished()).toEqual(['begun.draft']);
  });

  async function backup(name: string, made: { at: string; segment: number }): Promise<void> {
    const lsn = (offset: string): string => `0/${made.segment}${offset}`;
    const manifest: Manifest = {
      format: 1,
      kind: 'files',
      product: '0.1.0',
      postgres: '18.4',
      startedAt: made.at,
      finishedAt: made.at,
      migrations: [],
      secrets: false,
      uploads: { files: 0, bytes: 0 },
      wal: { system, timeline: 1, segmentSize: 16 * 1024 * 1024, start: lsn('000028'), stop: lsn('000100') },
      folders: [],
      files: [{ path: `wal/${segment(1, made.segment)}`, bytes: 0, sha256 }],
    };
    await mkdir(join(folder.backups, name), { recursive: true });
    await writeFile(join(folder.backups, name, 'manifest.json'), JSON.stringify(manifest));
  }

  async function archive(at: string, files: readonly string[]): Promise<void> {
    await mkdir(folder.wal(system), { recursive: true });
    for (const name of files) await writeFile(join(folder.wal(system), name), '');
    await writeFile(join(folder.wal(system), 'reached.json'), JSON.stringify({ at, lsn: '0/6000000', timeline: 1 }));
  }
});
