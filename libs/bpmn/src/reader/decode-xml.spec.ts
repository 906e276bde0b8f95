import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { problemsOf } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';
import { decodeXml } from './decode-xml.js';

const xml = model(node('startEvent', 's', 'name="登记"') + node('endEvent', 'e') + flows('s e'));
const declaring = (encoding: string) => xml.replace('UTF-8', encoding);

describe('the bytes of a diagram', () => {
  it.each([
    ['utf-8', 'UTF-8', { addBOM: false }],
    ['utf-8', 'UTF-8', { addBOM: true }],
    ['gb18030', 'GB18030', {}],
    ['gbk', 'gb2312', {}],
    ['utf-16le', 'UTF-16', { addBOM: true }],
    ['utf-16be', 'UTF-16', { addBOM: true }],
  ])('in %s, declared as %s (%j), are a diagram that can be deployed', async (encoding, declared, options) => {
    const text = decodeXml(iconv.encode(declaring(declared), encoding, options));

    expect(text).toBe(declaring(declared));
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each([
    ['Chinese in GBK that is declared as UTF-8', iconv.encode(xml, 'gbk')],
    ['Chinese in GBK under an encoding that nobody knows', iconv.encode(declaring('klingon'), 'gbk')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('are refused as %s', async (_what, bytes) => {
    expect(await problemsOf(decodeXml(bytes))).toEqual([': xml-encoding']);
  });
});
