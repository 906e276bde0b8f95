import type * as zhCN from './zh-CN.agenda.js';

/** The order of a meeting's agenda. */
export const agenda: typeof zhCN.agenda = {
  title: 'Agenda',
  arrange: 'Arrange the agenda',
  removedHint:
    'Before the meeting, topics that you take off go back to the queue; once it sits, they can only be postponed.',
  hint: 'Drag by the handle on the left, or use “Up” and “Down”.',
  instructions: 'Press space to pick a topic up, the arrow keys to move it, space again to drop it, Esc to cancel.',
  draggable: 'topic that can be sorted',
  drag: (title) => `Drag: ${title}`,
  begins: (time) => `about ${time}`,
  minutes: 'minutes',
  minutesOf: (title) => `Minutes: ${title}`,
  up: 'Up',
  upOf: (title) => `Up: ${title}`,
  down: 'Down',
  downOf: (title) => `Down: ${title}`,
  pickedUp: (title) => `“${title}” picked up`,
  over: (title, place) => `“${title}” is over place ${place}`,
  dropped: (title, place) => `“${title}” dropped at place ${place}`,
  putBack: (title) => `Cancelled; “${title}” is back at its place`,
};
