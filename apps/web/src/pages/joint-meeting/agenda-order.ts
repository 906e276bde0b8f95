import { clockTime } from '../../format/time.js';

/** A topic on an agenda with its time box in minutes. */
export interface AgendaLine {
  readonly id: string;
  readonly minutes: number;
}

/** The agenda with one topic at another place, counted from 0; unchanged where there is no such place. */
export function moved(lines: readonly AgendaLine[], id: string, to: number): readonly AgendaLine[] {
  const line = lines.find((each) => each.id === id);
  if (!line || to < 0 || to >= lines.length) return lines;
  const others = lines.filter((each) => each !== line);
  return [...others.slice(0, to), line, ...others.slice(to)];
}

/** When each topic begins, as told on the screen; empty while nobody knows when the meeting begins. */
export function beginnings(lines: readonly AgendaLine[], at: string | undefined): readonly string[] {
  if (at === undefined) return [];
  let begin = Date.parse(at);
  return lines.map(({ minutes }) => {
    const told = clockTime(new Date(begin).toISOString());
    begin += minutes * 60_000;
    return told;
  });
}
