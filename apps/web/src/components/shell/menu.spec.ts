import { describe, expect, it } from '@jest/globals';
import { landingFor, menuFor } from './menu.js';

describe('the menu', () => {
  it('shows a clerk the inbox, registering and the search', () => {
    expect(wordsFor(['task.read', 'case.register', 'case.read'])).toEqual([
      '待办',
      '待签收',
      '已办',
      '我登记的',
      '抄送我',
      '登记诉求',
      '诉求查询',
    ]);
  });

  it('shows the joint meeting and the workflows only with their permissions', () => {
    expect(wordsFor(['joint-meeting.read', 'workflow.read'])).toEqual(['联席会', '流程设计', '表单']);
  });

  it('shows whistles to who may blow one', () => {
    expect(wordsFor(['task.assign'])).toEqual(['吹哨报到']);
  });

  it('shows nothing without permissions', () => {
    expect(menuFor(() => false)).toEqual([]);
  });

  it('tells where to begin: a clerk at the inbox, who has no entry at the home page', () => {
    expect(landingFor((permission) => permission === 'task.read')).toBe('/inbox/todo');
    expect(landingFor(() => false)).toBe('/');
  });
});

function wordsFor(permissions: readonly string[]): string[] {
  return menuFor((permission) => permissions.includes(permission)).flatMap(({ entries }) =>
    entries.map((entry) => entry.label),
  );
}
