import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { problems } from '../../../messages/zh-CN.lint.js';
import { problemText } from './problem-words.js';

const core = fileURLToPath(new URL('../../../../../../libs/bpmn/src/', import.meta.url));

describe('the words for problems', () => {
  it('are there for every problem that the core tells', async () => {
    expect((await codesOfCore()).filter((code) => !(code in problems))).toEqual([]);
  });

  it('name what the problem is about', () => {
    const message = 'calendar "lunar" does not exist; name one of this installation';

    expect(problemText({ severity: 'error', code: 'calendar-unknown', message })).toContain('“lunar”');
  });

  it('are the problem’s own where it is a new one', () => {
    expect(problemText({ severity: 'error', code: 'unheard-of', message: 'as it stands' })).toBe('as it stands');
  });
});

/** Codes by the calls with which the core reports them. */
async function codesOfCore(): Promise<readonly string[]> {
  const names = (await readdir(core, { recursive: true })).filter((name) => /(?<!\.spec)\.ts$/u.test(name));
  const texts = await Promise.all(names.map(async (name) => await readFile(join(core, name), 'utf8')));
  const calls = texts.flatMap((text) => [
    ...text.matchAll(/(?:error|warning|report|#add)\(\s*'([a-z]+(?:-[a-z]+)*)',/gu),
  ]);
  const codes = [...new Set(calls.map(([, code = '']) => code))];
  if (codes.length < 60) throw new Error(`expected 60 codes or more in the core, found ${codes.length}`);
  return codes;
}
