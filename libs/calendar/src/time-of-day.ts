const TIME = /^(\d{2}):(\d{2})$/;

/** Minutes after midnight of `HH:MM` (up to `24:00`), or undefined where it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : undefined;
}
