/**
 * SQL of the light of a step: red once its term is over (an answer at the very instant is in time), yellow from its
 * warning on. A finished step keeps the light that it had in the end.
 *
 * @param step alias of `casework.step`
 * @param now parameter that holds the present instant
 */
export function lightSql(step: string, now: string): string {
  const at = `coalesce(${step}.finished_at, ${now})`;
  return `CASE WHEN ${step}.suspended THEN 'paused' WHEN ${step}.due_at IS NULL THEN NULL
            WHEN ${at} > ${step}.due_at THEN 'red' WHEN ${at} >= ${step}.warn_at THEN 'yellow' ELSE 'green' END`;
}
