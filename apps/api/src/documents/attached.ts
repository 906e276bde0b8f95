import { StreamableFile } from '@nestjs/common';

/** A file that the browser keeps instead of showing it. @param name ASCII */
export function attached(document: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(document, { type, disposition: `attachment; filename="${name}"` });
}
