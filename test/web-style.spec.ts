import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesUnder } from '../scripts/build/stamp.mjs';
import { root } from './architecture/tree.js';

const files = (await filesUnder(['apps/web/src'])).filter((file) => /\.(css|tsx?)$/u.test(file));
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const base = texts.get('apps/web/src/styles/base.css') ?? '';

describe('the style sheets of the web', () => {
  it('name only variables that are set somewhere; a browser would leave out the line without a word', () => {
    const set = new Set([...texts.values()].flatMap((text) => namesIn(text, /(--[a-z0-9-]+)['"]?\s*[:,]/gu)));
    const unknown = [...texts].flatMap(([file, text]) =>
      namesIn(text, /var\((--[a-z0-9-]+)\)/gu)
        .filter((name) => !set.has(name))
        .map((name) => `${file}: ${name}`),
    );

    expect(unknown).toEqual([]);
  });

  it('have for each colour another one in the dark', () => {
    const [light = '', dark = ''] = base.split("[data-scheme='dark']");
    const colour = /(--[a-z0-9-]+): #/gu;

    expect(namesIn(light, colour).length).toBeGreaterThan(20);
    expect(namesIn(dark, colour).sort()).toEqual(namesIn(light, colour).sort());
  });
});

describe('what stands over a page', () => {
  it('gives the focus back to where it was, for who uses no mouse', () => {
    const over = [...texts].filter(([, text]) => /<(?:Modal|Drawer)\b/u.test(text));

    expect(over.length).toBeGreaterThan(10);
    expect(over.filter(([, text]) => !text.includes('useReturnFocus()')).map(([file]) => file)).toEqual([]);
  });
});

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name ?? '');
}
