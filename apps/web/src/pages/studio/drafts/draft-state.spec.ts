import { describe, expect, it } from '@jest/globals';
import { draftState, type Keeping } from './draft-state.js';

const nothing: Keeping = { kept: 0, refused: 0, sent: 0 };

describe('what the studio says of a draft', () => {
  it('says nothing before anything was changed', () => {
    expect(draftState(0, nothing)).toBe('unchanged');
  });

  it('says that a change is being kept, then sent, and then that the server has it', () => {
    expect(draftState(3, { ...nothing, kept: 2 })).toBe('keeping');
    expect(draftState(3, { ...nothing, kept: 3 })).toBe('sending');
    expect(draftState(3, { ...nothing, kept: 3, sent: 3 })).toBe('saved');
  });

  it('says that a change is on this machine only while the server cannot be reached', () => {
    expect(draftState(3, { ...nothing, kept: 3, sent: 2, unsent: 'failed' })).toBe('local');
    expect(draftState(4, { ...nothing, kept: 4, sent: 4 })).toBe('saved');
  });

  it('says that one went on elsewhere', () => {
    expect(draftState(3, { ...nothing, kept: 3, sent: 2, unsent: 'moved' })).toBe('moved');
  });

  it('says that a change could not be kept, and stays with that while one goes on drawing', () => {
    expect(draftState(3, { ...nothing, kept: 2, refused: 3 })).toBe('lost');
    expect(draftState(4, { ...nothing, kept: 2, refused: 3 })).toBe('lost');
  });

  it('says that it is safe where this browser has no room, but the server took it', () => {
    expect(draftState(4, { ...nothing, kept: 2, refused: 4, sent: 4 })).toBe('saved');
  });

  it('says that it is kept once there is room again', () => {
    expect(draftState(4, { ...nothing, kept: 4 })).toBe('sending');
  });
});
