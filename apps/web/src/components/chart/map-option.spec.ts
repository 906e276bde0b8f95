import { describe, expect, it } from '@jest/globals';
import { mapOption, placeLight } from './map-option.js';

const none = { red: 0, yellow: 0, green: 0 };
const place = { unitId: 'station-1', unit: '向阳社区服务民生工作站', kind: 'station', received: 3, open: 2, paused: 0 };
const colours = {
  ...{ ink: 'ink', soft: 'soft', line: 'line', sheet: 'sheet', ground: 'ground', primary: 'primary', wash: 'wash' },
  ...{ shade: 'shade', seal: 'seal', green: 'green', amber: 'amber', red: 'red' },
};

describe('a unit on the map', () => {
  it('has the light of its worst task', () => {
    expect(placeLight({ red: 1, yellow: 4, green: 9 })).toBe('red');
    expect(placeLight({ ...none, yellow: 1, green: 9 })).toBe('yellow');
    expect(placeLight({ ...none, green: 1 })).toBe('green');
    expect(placeLight(none)).toBe('none');
  });

  it('stands at its position, in its light, and not at all without one', () => {
    const late = { ...place, ...none, red: 1, position: { longitude: 0.08, latitude: 0.06 } };
    const lost = { ...place, ...none, unitId: 'station-2', position: null };

    const shown = { outline: null, shown: [late, lost], places: [late, lost], size: 12, tell: () => 'told' };

    expect(mapOption(shown, colours)).toMatchObject({
      series: [
        {
          data: [
            {
              id: 'station-1',
              name: '向阳社区 2',
              value: [0.08, 0.06, 2],
              symbol: 'diamond',
              itemStyle: { color: 'red' },
            },
          ],
        },
      ],
    });
  });
});
