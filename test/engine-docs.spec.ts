import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

describe('docs/engine.md', () => {
  it('lists the elements that have a behaviour (node scripts/docs/elements.mjs writes the table)', () => {
    const script = join(import.meta.dirname, '../scripts/docs/elements.mjs');

    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
