import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** A Chinese serif in a hundred slices by characters, each with all weights; SIL Open Font License. */
const index = require.resolve('@fontsource-variable/noto-serif-sc/unicode.json');

const weights = { plain: 400, bold: 700 } as const;
export type Weight = keyof typeof weights;

/** A font file with some of the characters in one weight. */
export interface Face {
  readonly name: string;
  readonly content: Buffer;
  readonly characters: ReadonlySet<number>;
}

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/**
 * The fonts of PDF files. A slice is fixed to a weight when a text first needs it, as what writes PDF cannot take a
 * variable font; it is kept from then on, 30 MB for all of them.
 */
export class PdfFonts {
  #slices: Promise<readonly Slice[]> | undefined;
  readonly #faces = new Map<string, Promise<Face>>();

  /** The faces that the characters of a text need, in both weights; some characters may be in none. */
  async facesFor(text: string): Promise<(character: string, weight: Weight) => Face | undefined> {
    const slices = await (this.#slices ??= readSlices());
    const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
    const needed = slices.filter(({ ranges }) => points.some((point) => isIn(ranges, point)));
    const faces = { plain: [] as Face[], bold: [] as Face[] };
    for (const slice of needed) {
      faces.plain.push(await this.#face(slice, 'plain'));
      faces.bold.push(await this.#face(slice, 'bold'));
      await setImmediate(); // others are served in between
    }
    return (character, weight) => faces[weight].find(({ characters }) => characters.has(character.codePointAt(0) ?? 0));
  }

  async #face(slice: Slice, weight: Weight): Promise<Face> {
    const name = `${slice.name}-${weight}`;
    const known = this.#faces.get(name) ?? makeFace(slice, weight, name);
    this.#faces.set(name, known);
    return await known;
  }
}

async function readSlices(): Promise<readonly Slice[]> {
  const named = JSON.parse(await readFile(index, 'utf8')) as Record<string, string>;
  return Object.entries(named).map(([key, ranges]) => ({
    name: key.replaceAll(/[[\]]/gu, ''),
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}

async function makeFace({ name: slice, ranges }: Slice, weight: Weight, name: string): Promise<Face> {
  const file = join(dirname(index), 'files', `noto-serif-sc-${slice}-wght-normal.woff2`);
  const all = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
  const content = await subsetFont(await readFile(file), String.fromCodePoint(...all), {
    targetFormat: 'truetype',
    variationAxes: { wght: weights[weight] },
  });
  const font = create(content);
  // The index promises more than the files have.
  const characters = new Set('characterSet' in font ? font.characterSet : []);
  return { name, content, characters };
}

function isIn(ranges: Slice['ranges'], point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to);
}
