import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';
import { decodeXml } from './decode-xml.js';

const xml = model(node('startEvent', 's', 'name="登记"') + node('endEvent', 'e') + flows('s e'));
const declaring = (encoding: string) => xml.replace('UTF-8', encoding);

/** The only characters of the diagram beyond ASCII, as GBK and GB18030 have them. */
const inGbk = (text: string) => Buffer.from(text.replace('登记', '\xb5\xc7\xbc\xc7'), 'latin1');
const inUtf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the bytes of a diagram', () => {
  it.each([
    ['UTF-8', Buffer.from(declaring('UTF-8')), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${declaring('UTF-8')}`), 'UTF-8'],
    ['GB18030', inGbk(declaring('GB18030')), 'GB18030'],
    ['GBK under its older name', inGbk(declaring('gb2312')), 'gb2312'],
    ['UTF-16', inUtf16(declaring('UTF-16')), 'UTF-16'],
    ['UTF-16 with the greater byte first', inUtf16(declaring('UTF-16')).swap16(), 'UTF-16'],
  ])('in %s are a diagram that can be deployed', async (_encoding, bytes, declared) => {
    const text = decodeXml(bytes);

    expect(text).toBe(declaring(declared));
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each([
    ['Chinese in GBK that is declared as UTF-8', inGbk(xml)],
    ['Chinese in GBK under an encoding that nobody knows', inGbk(declaring('klingon'))],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('are refused as %s', async (_what, bytes) => {
    expect(await problemsOf(decodeXml(bytes))).toEqual([': xml-encoding']);
  });
});
