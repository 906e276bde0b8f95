import { describe, expect, it } from '@jest/globals';
import { draftState } from './draft-state.js';

describe('what the studio says of a draft', () => {
  it('says nothing before anything was changed', () => {
    expect(draftState(0, { kept: 0, refused: 0 })).toBe('unchanged');
  });

  it('says that a change is being kept, and then that it is', () => {
    expect(draftState(3, { kept: 2, refused: 0 })).toBe('keeping');
    expect(draftState(3, { kept: 3, refused: 0 })).toBe('kept');
  });

  it('says that a change could not be kept, and stays with that while one goes on drawing', () => {
    expect(draftState(3, { kept: 2, refused: 3 })).toBe('lost');
    expect(draftState(4, { kept: 2, refused: 3 })).toBe('lost');
  });

  it('says that it is kept once there is room again', () => {
    expect(draftState(4, { kept: 4, refused: 0 })).toBe('kept');
  });
});
