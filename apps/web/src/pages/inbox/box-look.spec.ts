import { describe, expect, it } from '@jest/globals';
import type { InboxView } from '../../api/model.js';
import { conditionCount, linkedLook, lookOf, sameLook, usualColumns } from './box-look.js';

const view: InboxView = {
  id: 'view-1',
  box: 'todo',
  name: '超期',
  look: { conditions: { light: ['red'] } },
  own: true,
  owner: '陈晓燕',
  unit: null,
};

describe('a look at a box', () => {
  it('is as it was kept, with the view that it began as', () => {
    const kept = { look: { sort: 'code' as const }, view: 'view-1' };

    expect(lookOf(kept, [view], false)).toEqual({ look: { sort: 'code' }, view });
    expect(lookOf({}, [view], false)).toEqual({ look: {}, view: undefined });
  });

  it('begins with the view that is wanted first, until the box was looked at in another way', () => {
    const kept = { look: {}, first: 'view-1' };

    expect(lookOf(kept, [view], false)).toEqual({ look: view.look, view });
    expect(lookOf(kept, [view], true)).toEqual({ look: {}, view: undefined });
  });

  it('is as it was kept where the view has gone', () => {
    expect(lookOf({ look: { pageSize: 50 }, view: 'gone', first: 'gone' }, [view], false)).toEqual({
      look: { pageSize: 50 },
      view: undefined,
    });
  });

  it('is filtered as a link asks, and otherwise as it was kept', () => {
    const kept = { sort: 'code' as const, conditions: { step: ['派单'] } };

    expect(linkedLook(kept, { light: ['red'] })).toEqual({ sort: 'code', conditions: { light: ['red'] } });
    expect(linkedLook(kept, undefined)).toEqual(kept);
  });

  it.each([
    [{}, {}, true],
    [{ sort: 'due' }, {}, true],
    [{ columns: [...usualColumns].reverse() }, {}, true],
    [
      { conditions: { to: '2026-03-02', from: '2026-03-01' } },
      { conditions: { from: '2026-03-01', to: '2026-03-02' } },
      true,
    ],
    [{ conditions: { light: ['red'] } }, {}, false],
    [{ columns: ['code', 'title'] }, {}, false],
  ] as const)('tells whether %j and %j show the same', (one, other, same) => {
    const copy = (look: object) => JSON.parse(JSON.stringify(look)) as object;
    expect(sameLook(copy(one), copy(other))).toBe(same);
  });

  it('counts what it is filtered by', () => {
    expect(conditionCount(undefined)).toBe(0);
    expect(conditionCount({ light: ['red', 'yellow'], from: '2026-03-01' })).toBe(2);
  });
});
