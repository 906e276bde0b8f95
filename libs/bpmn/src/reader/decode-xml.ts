/** The encoding that an XML file declares within its first bytes, which are ASCII in every encoding that tools write. */
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/u;

/**
 * The text of an XML file: by its byte order mark, else by the encoding that it declares, else as UTF-8. Bytes that do
 * not decode become U+FFFD, which the reader refuses.
 */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/u, '');
  const declared = DECLARED.exec(head)?.[1] ?? 'utf-8';
  // What declares UTF-16 without a byte order mark and can still be read byte by byte is not UTF-16.
  return isKnown(declared) && !/^utf-?16/iu.test(declared) ? declared : 'utf-8';
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    // Only a label that it does not know makes a decoder throw here.
    return false;
  }
}
