import { z } from 'zod';
import { requestInvalid } from '../http/http-errors.js';

/** Media type of a request whose whole body is a file. */
export const binary = 'application/octet-stream';

/** What a file is called; its content is the body. */
export const nameQuerySchema = z.object({ name: z.string().min(1).max(400).describe('Name of the file') });

/** The file that a request brings. @throws request-invalid for anything but bytes */
export function contentOf(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body;
  throw requestInvalid([{ field: 'body', message: `expected the file as ${binary}` }]);
}
