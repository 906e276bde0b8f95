import { describe, expect, it } from '@jest/globals';
import { characterOf, meaningOf } from './key-press.js';
import { keys, type KeyPlace } from './keys.js';

const plain = { altKey: false, ctrlKey: false, metaKey: false, isComposing: false };

describe('a press of a key', () => {
  it.each([
    ['a letter', { ...plain, key: 'j', code: 'KeyJ' }, 'j'],
    ['a letter with the lock for capitals', { ...plain, key: 'J', code: 'KeyJ' }, 'j'],
    ['a letter under an input method', { ...plain, key: 'Process', code: 'KeyJ' }, 'j'],
    ['a digit under an input method', { ...plain, key: 'Process', code: 'Digit2' }, '2'],
    ['nothing: a sign under an input method', { ...plain, key: 'Process', code: 'Slash' }, undefined],
    ['nothing: part of a word that is composed', { ...plain, key: 'j', code: 'KeyJ', isComposing: true }, undefined],
    ['nothing: a chord', { ...plain, ctrlKey: true, key: 'c', code: 'KeyC' }, undefined],
    ['a named key', { ...plain, key: 'Enter', code: 'Enter' }, 'Enter'],
  ])('is %s', (_what, press, character) => {
    expect(characterOf(press)).toBe(character);
  });
});

describe('what was typed', () => {
  const of = (character: string, before?: string) => {
    const { meant, begun } = meaningOf(keys, character, before);
    return [meant.map(({ id }) => id), begun];
  };

  it('means one thing, or begins something', () => {
    expect(of('j')).toEqual([['down'], undefined]);
    expect(of('g')).toEqual([[], 'g']);
    expect(of('i', 'g')).toEqual([['todo'], undefined]);
    expect(of('q')).toEqual([[], undefined]);
  });

  it('means what it means alone where it does not go on with what was begun', () => {
    expect(of('j', 'g')).toEqual([['down'], undefined]);
    expect(of('g', 'g')).toEqual([[], 'g']);
  });

  it('means one thing in each place, but for acts of which only one is there at a time', () => {
    for (const place of ['list', 'case'] satisfies KeyPlace[]) {
      const here = keys.filter((key) => [place, 'everywhere'].includes(key.place) && key.id !== 'resume');
      expect(new Set(here.map((key) => key.keys)).size).toBe(here.length);
    }
  });
});
