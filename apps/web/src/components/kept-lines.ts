/**
 * Which lines of a long list are drawn: those in sight, and the one that has the focus with the lines before and after
 * it, so that keys find from it the next line of the list and not the next one that happens to be drawn.
 *
 * @param inSight indices in their order
 * @param focused index, -1 where no line has the focus
 * @param count of all lines
 */
export function keptLines(inSight: readonly number[], focused: number, count: number): number[] {
  if (focused < 0) return [...inSight];
  const around = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < count);
  return [...new Set([...inSight, ...around])].sort((a, b) => a - b);
}
