import type { Announcements } from '@dnd-kit/core';
import { messages } from '../../messages/messages.js';

const words = messages.agenda;

/** What a screen reader says while a topic is moved. @param placeOf counted from 1 */
export function announcementsOf(titleOf: (id: string) => string, placeOf: (id: string) => number): Announcements {
  return {
    onDragStart: ({ active }) => words.pickedUp(titleOf(String(active.id))),
    onDragOver: ({ active, over }) =>
      over ? words.over(titleOf(String(active.id)), placeOf(String(over.id))) : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? words.dropped(titleOf(String(active.id)), placeOf(String(over.id)))
        : words.putBack(titleOf(String(active.id))),
    onDragCancel: ({ active }) => words.putBack(titleOf(String(active.id))),
  };
}
