/** A share from 0 to 1 in percent; nothing to divide by: a dash. */
export function percentText(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(2)}%`;
}
