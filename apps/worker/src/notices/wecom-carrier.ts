import { z } from 'zod';
import { isWecomUser, type HandOver, type Parcel } from '@lianban/casework';
import type { Carrier } from './carrier.js';
import { CarryError } from './carry-error.js';
import { handOver, type GatewaySettings } from './hand-over.js';

const answerSchema = z.object({ errcode: z.int() });

/** Codes of WeCom for a user whom it does not know or may not reach. */
const forGood = [40003, 46004, 60111, 81013];
/** What WeCom takes of a text, in bytes. */
const longest = 2_048;

/**
 * Messages in WeCom (企业微信): a group robot names the receiver in its group, anything else gets an application message.
 * WeCom says in the body of a 200 whether it took a message.
 */
export class WecomCarrier implements Carrier {
  readonly #gateway: GatewaySettings;

  constructor(gateway: GatewaySettings) {
    this.#gateway = gateway;
  }

  async carry({ id, to, text }: Parcel): Promise<HandOver> {
    if (!isWecomUser(to)) return { taken: false, reason: 'the WeCom address is not the user id of one person' };
    const { status, text: said } = await handOver(this.#gateway, id, this.#message(to, cut(text)));
    const code = status === 200 ? codeOf(said) : undefined;
    if (code === 0) return { taken: true };
    const reason = `WeCom answered ${status}, errcode ${code ?? 'unknown'}`;
    if (code !== undefined && forGood.includes(code)) return { taken: false, reason };
    throw new CarryError(`${reason}; expected errcode 0`);
  }

  #message(to: string, content: string): object {
    if (new URL(this.#gateway.url).pathname.endsWith('/webhook/send'))
      return { msgtype: 'text', text: { content, mentioned_list: [to] } };
    return { touser: to, msgtype: 'text', text: { content }, enable_duplicate_check: 1 };
  }
}

function codeOf(body: string): number | undefined {
  try {
    return answerSchema.parse(JSON.parse(body)).errcode;
  } catch {
    return undefined; // not WeCom's words: a proxy's, or cut off
  }
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= longest) return text;
  let kept = '';
  let bytes = Buffer.byteLength('…');
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > longest) break;
    kept += character;
  }
  return `${kept}…`;
}
