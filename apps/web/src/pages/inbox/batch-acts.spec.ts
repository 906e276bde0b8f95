import { describe, expect, it } from '@jest/globals';
import type { Box } from '../../api/model.js';
import { batchActs } from './batch-acts.js';

const clerk = ['case.register', 'task.read', 'task.handle'];
const head = [...clerk, 'task.assign'];
const officer = ['task.read', 'task.handle'];
const supervisor = ['task.read', 'supervision.read'];

describe('acts on many lines', () => {
  it.each<[Box, string, readonly string[], readonly string[]]>([
    ['claimable', 'a clerk', clerk, ['claim']],
    ['claimable', 'who assigns tasks', head, ['claim', 'assign']],
    ['claimable', 'a supervisor, who handles nothing', supervisor, []],
    ['todo', 'who holds tasks', officer, ['release', 'assign']],
    ['registered', 'who registers cases', clerk, ['urge']],
    ['copied', 'a supervisor', supervisor, ['urge']],
    ['copied', 'who may not urge', officer, []],
    ['done', 'who registers cases', clerk, ['urge']],
  ])('of %s are offered to %s as they may do them', (box, _who, permissions, acts) => {
    expect(batchActs(box, (permission) => permissions.includes(permission))).toEqual(acts);
  });
});
