import { expect, it } from '@jest/globals';
import { laneTable } from './lanes.rules.js';

it('all three ways of handling are told in their order, with their shares of what was closed', () => {
  const { items } = laneTable([
    { lane: 'mutual', received: 3, closed: 1, hours: 5 },
    { lane: 'window', received: 4, closed: 3, hours: 20 },
  ]);

  expect(items).toEqual([
    { lane: 'window', received: 4, closed: 3, share: 0.75, hours: 20 },
    { lane: 'mutual', received: 3, closed: 1, share: 0.25, hours: 5 },
    { lane: 'coordination', received: 0, closed: 0, share: 0, hours: null },
  ]);
});

it('there is no share where nothing was closed', () => {
  const { items } = laneTable([{ lane: 'window', received: 2, closed: 0, hours: null }]);
  expect(items.map(({ share }) => share)).toEqual([null, null, null]);
});
