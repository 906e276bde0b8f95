import { ResizeFit, Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { attachmentRefused } from './attachment.errors.js';

/** What is decoded at all; more is a camera's raw material, or a trap that fills the memory. */
const mostPixels = 80_000_000;
/** A photo is kept with at most so many pixels on its longer side: every sign of a street can be read on it. */
const longestSide = 4_096;
const quality = 88;

/**
 * Photos as they look, and nothing else of them: decoded and encoded anew, so that where and by which device they were
 * taken goes (PIPL art. 6), and so does whatever a file has behind or inside its picture. The work is done on threads
 * beside the event loop, one photo after the other, so that memory is bounded.
 */
export class PhotoCleaner {
  #last: Promise<unknown> = Promise.resolve();

  /** The photo anew, turned upright; what is no photo that can be decoded stays as it is. @throws attachment-refused */
  async clean(content: Uint8Array, type: string): Promise<Uint8Array> {
    if (!isDecoded(type)) return content;
    requireBounded(content);
    const cleaned = this.#last.then(async () => await encodedAnew(content, type));
    this.#last = cleaned.catch(() => undefined);
    return await cleaned;
  }
}

type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

function isDecoded(type: string): type is PhotoType {
  return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
}

/** By what the header says, before anything is decoded. @throws attachment-refused */
function requireBounded(content: Uint8Array): void {
  const pixels = pixelsOf(content);
  if (pixels === undefined) throw unreadable();
  if (pixels > mostPixels) throw attachmentRefused('it has more than 80 million pixels', '照片不能超过 8000 万像素');
}

function pixelsOf(content: Uint8Array): number | undefined {
  try {
    const { width, height } = imageSize(content);
    return width * height;
  } catch {
    return undefined;
  }
}

async function encodedAnew(content: Uint8Array, type: PhotoType): Promise<Uint8Array> {
  try {
    const photo = new Transformer(content).rotate();
    const { width, height } = imageSize(content);
    if (Math.max(width, height) > longestSide)
      photo.resize({ width: longestSide, height: longestSide, fit: ResizeFit.Inside });
    return await encode(photo, type);
  } catch {
    throw unreadable();
  }
}

async function encode(photo: Transformer, type: PhotoType): Promise<Uint8Array> {
  switch (type) {
    case 'image/jpeg':
      return await photo.jpeg(quality);
    case 'image/png':
      return await photo.png();
    case 'image/webp':
      return await photo.webp(quality);
  }
}

function unreadable() {
  return attachmentRefused('its picture cannot be read', '照片已损坏，无法打开');
}
