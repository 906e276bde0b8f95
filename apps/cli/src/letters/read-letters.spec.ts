import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { Letter } from './letter.js';
import { LetterFileError } from './letter-file.errors.js';
import { readAnsweredLetters, readLetters } from './read-letters.js';

const HEADER = 'id,resident,title,filed_at,text,reply,replied_at';
const ROW = '1,李某,路灯不亮,2019-03-04T09:00:00+08:00,巷口路灯坏了三天,已派人修好,2019-03-06T10:00:00+08:00';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'letters-'))));
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(content: string | Buffer): Promise<string> {
  const file = join(folder, 'letters.csv');
  await writeFile(file, content);
  return file;
}

async function readAll<T extends Letter>(letters: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const letter of letters) found.push(letter);
  return found;
}

const read = async (content: string | Buffer): Promise<Letter[]> => readAll(readLetters(await fileOf(content)));

/** The message after the folder, so that it begins with the file name. */
async function refusal(content: string | Buffer, reader: typeof readLetters = readAnsweredLetters): Promise<string> {
  const error = await readAll(reader(await fileOf(content))).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(LetterFileError);
  return (error as LetterFileError).message.replace(`${folder}/`, '');
}

describe('reading letters', () => {
  it('gives every value of an answered letter, times in UTC', async () => {
    const letters = await readAll(readAnsweredLetters(await fileOf(`${HEADER}\n${ROW}\n`)));

    expect(letters).toEqual([
      {
        line: 2,
        id: '1',
        resident: '李某',
        title: '路灯不亮',
        filedAt: '2019-03-04T01:00:00.000Z',
        text: '巷口路灯坏了三天',
        reply: '已派人修好',
        repliedAt: '2019-03-06T02:00:00.000Z',
        fields: {},
      },
    ]);
  });

  it('needs only id, title, filed_at and text, in any order, and keeps further columns', async () => {
    const letters = await read('Text,title,ID,filed_at,category,address\n噪音,夜间施工,7,2019-03-04T01:00:00Z,环保,\n');

    expect(letters).toEqual([
      {
        line: 2,
        id: '7',
        title: '夜间施工',
        filedAt: '2019-03-04T01:00:00.000Z',
        text: '噪音',
        fields: { category: '环保' },
      },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
    ['Windows line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['GB18030 with Windows line ends', (text: string) => iconv.encode(text.replaceAll('\n', '\r\n'), 'gb18030')],
    ['no line end at the end', (text: string) => Buffer.from(text.trimEnd())],
  ])('accepts %s', async (_what, encode) => {
    const rare = ROW.replace('1,李某', '2,㐱𠮷');

    const letters = await read(encode(`${HEADER}\n${ROW}\n\n${rare}\n`));

    expect(letters.map(({ line, id, resident, title }) => ({ line, id, resident, title }))).toEqual([
      { line: 2, id: '1', resident: '李某', title: '路灯不亮' },
      { line: 4, id: '2', resident: '㐱𠮷', title: '路灯不亮' },
    ]);
  });

  it('keeps commas, marks and line ends of a quoted text, and counts lines over it', async () => {
    const letters = await read(
      'id,title,filed_at,text\r\n1,甲,2019-03-04T01:00:00Z,"一,二\r\n""三""\r\n\r\n四"\r\n2,乙,2019-03-04T01:00:00Z,五\r\n',
    );

    expect(letters.map(({ line, text }) => ({ line, text }))).toEqual([
      { line: 2, text: '一,二\n"三"\n\n四' },
      { line: 6, text: '五' },
    ]);
  });

  it('reads a file of many chunks whose characters and line ends fall on their borders', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => `${n},标题${n},2019-03-04T01:00:00Z,${'办'.repeat(n % 97)}`);
    const text = ['id,title,filed_at,text', ...rows, ''].join('\r\n');

    for (const content of [Buffer.from(text), iconv.encode(text, 'gb18030')]) {
      const letters = await read(content);
      expect(letters).toHaveLength(3_000);
      expect(letters.every((letter, n) => letter.line === n + 2 && letter.text.length === n % 97)).toBe(true);
    }
  });

  it('gives letters before the whole file is read', async () => {
    const file = await fileOf(`${HEADER}\n${ROW}\n${ROW.replace('1,', '2,').replace('路灯不亮', '')}\n`);

    const letters = readLetters(file);

    expect((await letters.next()).value).toMatchObject({ id: '1' });
    await expect(letters.next()).rejects.toThrow('letters.csv:3: column "title"');
  });
});

describe('a letter file that is wrong', () => {
  const without = (column: string): string => HEADER.replace(column, `${column}s`);

  it.each([
    ['', `letters.csv:1: expected a header with id,title,filed_at,text,reply,replied_at, found nothing`],
    [
      `${without('reply')}\n${ROW}`,
      'letters.csv:1: column "reply": expected a header with id,title,filed_at,text,reply,replied_at; ' +
        'found id,resident,title,filed_at,text,replys,replied_at',
    ],
    [
      'id,title,title,filed_at,text,reply,replied_at\n',
      'letters.csv:1: column "title": expected the column once, found it twice',
    ],
    [
      `${HEADER}\n${ROW},多了\n`,
      'letters.csv:2: expected 7 fields as in the header, found 8; put a text with commas into quotation marks',
    ],
    [
      `${HEADER}\n${ROW}\n${ROW.replace('2019-03-04T09:00:00+08:00', '2019/3/4 9:00')}`.replace('\n1,', '\n0,'),
      'letters.csv:3: column "filed_at": expected a time with an offset such as 2019-03-05T09:30:00+08:00, found "2019/3/4 9:00"',
    ],
    [
      `${HEADER}\n${ROW.replace('2019-03-04T', '2019-02-29T')}`,
      'letters.csv:2: column "filed_at": expected a time with an offset such as 2019-03-05T09:30:00+08:00, found "2019-02-29T09:00:00+08:00"',
    ],
    [
      `${HEADER}\n${ROW.replace('2019-03-06T10:00:00+08:00', '')}`,
      'letters.csv:2: column "replied_at": expected a time with an offset such as 2019-03-05T09:30:00+08:00, found ""',
    ],
    [
      `${HEADER}\n${ROW.replace('2019-03-06T10:00:00+08:00', '2019-03-04T08:59:00+08:00')}`,
      'letters.csv:2: column "replied_at": expected a time not before filed_at, found "2019-03-04T08:59:00+08:00"',
    ],
    [`${HEADER}\n${ROW.replace('路灯不亮', '  ')}`, 'letters.csv:2: column "title": expected a value, found nothing'],
    [`${HEADER}\n${ROW.replace('1,', ',')}`, 'letters.csv:2: column "id": expected a value, found nothing'],
    [
      `${HEADER}\n${ROW.replace('路灯不亮', '𠮷'.repeat(201))}`,
      'letters.csv:2: column "title": expected at most 200 characters, found 201',
    ],
    [`${HEADER}\n${ROW}\n${ROW}`, 'letters.csv:3: column "id": expected each id once, but "1" stands on line 2 too'],
    [
      `${HEADER}\n${ROW}\n2,"李某,路灯不亮\n\n`,
      'letters.csv:3: expected a closing quotation mark before the end of the file',
    ],
    [
      `${HEADER}\n${ROW}\n2,"李"某,路灯不亮\n`,
      'letters.csv:3: expected a comma or a line end after a closing quotation mark; double a mark inside a text',
    ],
    [
      `${HEADER}\n${ROW}\n2,李"某",路灯不亮\n`,
      'letters.csv:3: expected a quotation mark only at the beginning of a field; put the whole field into marks',
    ],
  ])('is refused in one line (%#)', async (content, message) => {
    expect(await refusal(content)).toBe(message);
  });

  it('accepts a title of exactly 200 characters', async () => {
    expect(await read(`${HEADER}\n${ROW.replace('路灯不亮', '𠮷'.repeat(200))}`)).toHaveLength(1);
  });

  it.each([
    ['one damaged character in UTF-8', Buffer.from(`${HEADER}\n${ROW}\n`), 3],
    ['one damaged character in GB18030', iconv.encode(`${HEADER}\n${ROW}\n`, 'gb18030'), 3],
    ['UTF-16', Buffer.from(`\ufeff`, 'utf16le'), 1],
  ])('is refused for %s with its line', async (_what, good, line) => {
    const damaged = Buffer.concat([good, Buffer.from([0x32, 0x2c, 0xff, 0xff, 0x2c, 0x0a])]);

    expect(await refusal(damaged)).toBe(
      `letters.csv:${line}: expected text in UTF-8 or GB18030, found bytes that are neither; save the file as "CSV UTF-8"`,
    );
  });

  it('is refused where a line is too long to be held', async () => {
    expect(await refusal(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(3_000_000, 'x')]))).toBe(
      'letters.csv:2: expected a line of at most 1048576 bytes, found a longer one',
    );
  });

  it('is refused where an open quotation mark swallows the file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => ROW.replace('1,', `${n + 2},`)).join('\n');

    expect(await refusal(`${HEADER}\n${ROW.replace('李某', '"李某')}\n${rows}`)).toBe(
      'letters.csv:2: expected a row of at most 1048576 bytes, found a longer one; is a quotation mark left open',
    );
  });

  it('is refused where there is no file', async () => {
    const error = await readAll(readLetters(join(folder, 'none.csv'))).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ name: 'LetterFileError', file: join(folder, 'none.csv'), line: undefined });
    expect(String(error)).toMatch(/none\.csv: expected a readable CSV file, but reading it failed \(ENOENT\)$/);
  });
});
