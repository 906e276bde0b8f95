import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockInstance } from './instance-lock.js';
import { birthOf } from './processes.js';

describe('lockInstance', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianban-lock-'));
    file = join(folder, 'lianban.pid');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a second holder in one line that names the first, until it is released', () => {
    const lock = lockInstance(folder);

    expect(() => lockInstance(folder)).toThrow(
      `${folder} is in use by process ${process.pid}: stop that one first, or set LIANBAN_DATA to another folder.`,
    );
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    lockInstance(folder).release();
  });

  it.each([
    ['a process that is gone', `999999 ${birthOf(process.pid)}`],
    ['a process whose number another one has now', `${process.ppid} earlier-boot:1`],
    ['an earlier process of the same number, as in a restarted container', `${process.pid} earlier-boot:1`],
    ['the same number where births are unknown', `${process.pid} `],
    ['nobody', ''],
  ])('takes over from %s', (_who, content) => {
    writeFileSync(file, `${content}\n`);

    lockInstance(folder);

    expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${birthOf(process.pid)}\n`);
    expect(readdirSync(folder)).toEqual(['lianban.pid']);
  });

  it('does not release what another process has taken since', () => {
    const lock = lockInstance(folder);
    writeFileSync(file, '1 other\n');

    lock.release();

    expect(readFileSync(file, 'utf8')).toBe('1 other\n');
  });
});
