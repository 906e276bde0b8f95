import { Buffer } from 'node:buffer';
import { AttachmentService, ContactService } from '@lianban/casework';
import type { Deed, Scene, Turn } from './deeds.js';

const ways = ['phone', 'window', 'visit', 'message'];
/** The smallest picture that there is. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What people write down of their service: they spoke to the resident, which they may do later too, and what they saw. */
export const recordDeeds: readonly Deed[] = [
  {
    endsWithCase: false,
    weight: () => 8,
    do: async (scene, turn) => await speak(scene, turn, scene.numbers.chance(60)),
  },
  { endsWithCase: true, weight: () => 2, do: show },
];

/** Does what closing may need before somebody closes a case. */
export async function prepareClosing(scene: Scene, turn: Turn): Promise<void> {
  await speak(scene, turn, true);
  await show(scene, turn);
}

async function speak({ get, numbers }: Scene, { who, filed }: Turn, reached: boolean): Promise<string> {
  const contact = { way: numbers.pick(ways), reached, trip: numbers.chance(20), text: '联系诉求人' };
  await get(ContactService).contact(who, filed.id, contact);
  return reached ? 'contact' : 'contact:in-vain';
}

async function show({ get }: Scene, { who, filed }: Turn): Promise<string> {
  await get(AttachmentService).add(who, filed.id, { name: '现场照片.png', content: photo });
  return 'evidence';
}
