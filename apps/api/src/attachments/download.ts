import { StreamableFile } from '@nestjs/common';
import type { AttachmentContent } from '@lianban/casework';

/** A file as an answer: photos are shown, all else is only saved. */
export function fileAnswer({ stream, name, type, size, shown }: AttachmentContent): StreamableFile {
  const disposition = `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(stream, { type, length: size, disposition });
}
