/** A unit without what all stations and streets are called. */
export function shortUnitName(name: string): string {
  return name.replace(/(?:服务民生工作站|党工委)$/u, '');
}
