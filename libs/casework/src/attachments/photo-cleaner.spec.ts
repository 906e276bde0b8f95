import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { PhotoCleaner } from './photo-cleaner.js';

describe('a photo', () => {
  const cleaner = new PhotoCleaner();

  it('is turned upright, and keeps neither where it was taken nor what is hidden behind it', async () => {
    const picture = await pictureOf(40, 30);
    const beside = exif({ orientation: 6, maker: 'PhoneOfWang' });
    const hidden = Buffer.from('PK<script>alert(1)</script>');
    const photo = Buffer.concat([picture.subarray(0, 2), beside, picture.subarray(2), hidden]);

    const kept = Buffer.from(await cleaner.clean(photo, 'image/jpeg'));

    expect(await new Transformer(photo).metadata(true)).toMatchObject({ orientation: 6 });
    const { exif: about, orientation, ...shown } = await new Transformer(kept).metadata(true);
    expect([about, orientation]).toEqual([undefined, undefined]);
    expect(shown).toMatchObject({ format: 'jpeg', width: 30, height: 40 });
    for (const trace of ['PhoneOfWang', 'Exif', 'GPS', 'script']) expect(kept.includes(trace)).toBe(false);
  });

  it('is made smaller where it is larger than anybody needs, in its shape', async () => {
    const kept = await cleaner.clean(await pictureOf(5_000, 100), 'image/jpeg');
    expect(await new Transformer(kept).metadata()).toMatchObject({ width: 4_096, height: 82 });
  });

  it('is refused where it cannot be read, and those after it are not', async () => {
    const whole = await pictureOf(40, 30);
    const answers = await Promise.allSettled([
      cleaner.clean(whole.subarray(0, 20), 'image/jpeg'),
      cleaner.clean(whole, 'image/jpeg'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('stays as it came where it is none that can be decoded', async () => {
    const paper = Buffer.from('%PDF-1.4');
    expect(await cleaner.clean(paper, 'application/pdf')).toBe(paper);
  });
});

async function pictureOf(width: number, height: number): Promise<Buffer> {
  return await Transformer.fromRgbaPixels(Buffer.alloc(width * height * 4, 128), width, height).jpeg(90);
}

/** What a camera writes into a JPEG beside the picture: how it was held, by whom, and where. */
function exif({ orientation, maker }: { orientation: number; maker: string }): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const field = Buffer.alloc(12);
    field.writeUInt16BE(tag, 0);
    field.writeUInt16BE(type, 2);
    field.writeUInt32BE(count, 4);
    if (type === 3) field.writeUInt16BE(value, 8);
    else field.writeUInt32BE(value, 8);
    return field;
  };
  const directory = [entry(0x010f, 2, maker.length + 1, 50), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, 64)];
  const latitude = entry(1, 2, 2, 0x4e000000); // GPSLatitudeRef: N
  const body = Buffer.concat([
    Buffer.from('MM\u0000*\u0000\u0000\u0000\b\u0000\u0003', 'latin1'),
    ...directory,
    Buffer.alloc(4),
    Buffer.from(`${maker}\u0000`.padEnd(14, '\u0000'), 'latin1'),
    Buffer.from([0, 1]),
    latitude,
    Buffer.from('\u0000\u0000\u0000\u0000GPS', 'latin1'),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 8, 2);
  return Buffer.concat([head, Buffer.from('Exif\u0000\u0000', 'latin1'), body]);
}
