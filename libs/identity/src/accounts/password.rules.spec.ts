import { describe, expect, it } from '@jest/globals';
import { passwordProblems } from './password.rules.js';

describe('password rules', () => {
  const policy = { minimumLength: 10, minimumKinds: 3 };

  it.each(['Minsheng-2026', 'correct horse 7', '为民服务Clean2026'])('accepts "%s"', (password) => {
    expect(passwordProblems(password, 'clerk', policy)).toEqual([]);
  });

  it.each([
    ['Ab1-', 'at least 10 characters'],
    ['alllowercaseletters', '3 of: lower case, upper case, digits, other characters'],
    ['Clerk-2026-xyz', 'no user name in it'],
    [`Aa1-${'x'.repeat(200)}`, 'at most 200 characters'],
  ])('refuses "%s": expected %s', (password, problem) => {
    expect(passwordProblems(password, 'clerk', policy)).toEqual([problem]);
  });
});
