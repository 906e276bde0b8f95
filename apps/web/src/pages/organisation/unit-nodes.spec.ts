import { describe, expect, it } from '@jest/globals';
import type { UnitOfTree } from '../../api/model.js';
import { keysOf, nodesOf } from './unit-nodes.js';

const units: readonly UnitOfTree[] = [
  unit('district', null, '河东区'),
  unit('street-1', 'district', '河东街道'),
  unit('station-1-1', 'street-1', '向阳站'),
  { ...unit('station-1-2', 'street-1', '新华站'), ended: true },
  unit('dept-urban', 'district', '城市管理局'),
];

describe('the tree of units', () => {
  it.each([
    ['all that stand', { q: '', ended: false }, ['district', 'street-1', 'station-1-1', 'dept-urban']],
    ['ended ones too', { q: '', ended: true }, ['district', 'street-1', 'station-1-1', 'station-1-2', 'dept-urban']],
    ['what fits with what is above it', { q: '向阳', ended: false }, ['district', 'street-1', 'station-1-1']],
    ['what fits by its code', { q: 'DEPT-', ended: false }, ['district', 'dept-urban']],
    ['nothing', { q: '没有', ended: true }, []],
  ])('shows %s', (_, filter, keys) => {
    expect(keysOf(nodesOf(units, filter))).toEqual(keys);
  });
});

function unit(id: string, parentId: string | null, name: string): UnitOfTree {
  return { id, parentId, name, kind: 'office', ended: false };
}
