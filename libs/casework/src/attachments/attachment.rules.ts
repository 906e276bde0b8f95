import { fileTypeFromBuffer } from 'file-type';
import { attachmentRefused } from './attachment.errors.js';
import type { Upload } from './attachment.js';

/** Bytes of one file; a photo of a telephone fits. */
const mostBytes = 10 * 1024 * 1024;
/** Files of a case, and how many of them its resident may bring. */
export const mostFiles = 30;
export const mostOfResident = 10;
const longestName = 120;

/** What is taken, by its content: photos, papers, recordings. Old office files are all of one container. */
const taken = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-cfb',
  'audio/mpeg',
  'audio/x-m4a',
  'video/mp4',
]);

/** Photos that browsers show; all else is only saved. */
export function isShown(type: string): boolean {
  return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
}

/** The media type of a file that may be taken, by its content. @throws attachment-refused */
export async function checkedType({ content }: Upload): Promise<string> {
  if (content.length === 0) throw attachmentRefused('it is empty', '文件是空的');
  if (content.length > mostBytes) throw attachmentRefused('it has more than 10 MB', '单个文件不能超过 10 MB');
  const found = await fileTypeFromBuffer(content);
  if (found && taken.has(found.mime)) return found.mime;
  const what = found?.mime ?? 'of no known type';
  throw attachmentRefused(`its content is ${what}`, '只能上传照片、PDF、Word、Excel 文档或录音录像');
}

/** The name without folders and characters that no file has; never empty. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/gu, '');
  return clean === '' ? '附件' : [...clean].slice(-longestName).join('');
}
