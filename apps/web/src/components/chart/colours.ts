/** The colours of the page for what is drawn on it. */
export interface ChartColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly sheet: string;
  readonly ground: string;
  readonly primary: string;
  readonly wash: string;
  readonly shade: string;
  readonly seal: string;
  readonly green: string;
  readonly amber: string;
  readonly red: string;
}

/** Read from the element, as the page's style sheet has them there now. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    soft: of('ink-2'),
    line: of('line'),
    sheet: of('sheet'),
    ground: of('ground'),
    primary: of('primary'),
    wash: of('primary-wash'),
    shade: of('primary-line'),
    seal: of('seal'),
    green: of('green'),
    amber: of('amber'),
    red: of('red'),
  };
}
