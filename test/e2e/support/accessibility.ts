import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What axe answers, as far as it is told here. */
interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The rules that are looked at. */
type Rules = readonly string[];

const levels: Rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What can change with the colours alone. */
export const contrast: Rules = ['color-contrast'];

/** Everything on the page that breaks a rule of WCAG 2.2 A or AA that a program can judge, as sentences. */
export async function accessibilityProblems(page: Page, rules: Rules = levels): Promise<string[]> {
  const screen = page.viewportSize();
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  // The whole page in sight: a bar that stays at the foot while one scrolls hides for good nothing that lies under it.
  if (screen) await page.setViewportSize({ width: screen.width, height: Math.max(height, screen.height) });
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const asked = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeAnswer>(`axe.run(document, ${asked})`);
  if (screen) await page.setViewportSize(screen);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll(/\s+/gu, ' ')}`),
  );
}
