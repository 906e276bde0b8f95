import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { accessibilityProblems, contrast } from '../support/accessibility.js';
import { telephone } from '../support/browser.js';
import { browserSuite, officeScreen } from './browser-suite.js';
import { register } from './desk.js';

/** Where pictures of the pages are kept for people; none are where it is unset. */
const pictures = process.env['LIANBAN_TEST_PICTURES'];
/** How far what is read may move while a page loads, as browsers count it; 0.1 is where people notice. */
const mostShift = 0.02;
/** A page, what is wrong with it, and how to wait until it stands still. */
interface Looked {
  readonly page: Page;
  readonly problems: string[];
  readonly atRest: () => Promise<void>;
}

const statisticsTabs = [
  'trend',
  'units',
  'topics',
  'dispositions',
  'lanes',
  'steps',
  'hot',
  'campaigns',
  'historic',
].map((tab) => `/statistics?tab=${tab}`);

/** Pages by who looks at them; null is a visitor without an account. */
const pages: readonly (readonly [account: string | null, paths: readonly string[]])[] = [
  [
    null,
    [
      '/sign-in',
      '/public',
      '/public/request',
      '/public/progress',
      '/public/pledges',
      '/public/receptions',
      '/public/bookings',
      '/stations',
      '/stations/station-1-1',
    ],
  ],
  [
    'clerk',
    [
      '/',
      '/inbox/todo',
      '/inbox/claimable',
      '/inbox/done',
      '/inbox/registered',
      '/inbox/copied',
      '/cases',
      '/cases/new',
      '/notices',
      '/absences',
      '/unit-records',
      '/settings',
      '/whistles',
      '/pledges',
      '/pledges?tab=years',
      '/receptions',
      '/receptions?tab=overdue',
    ],
  ],
  ['secretary', ['/joint-meetings']],
  ['station-head', ['/volunteers']],
  ['volunteer', ['/mutual-aid', '/mutual-aid?box=mine', '/mutual-aid?box=done']],
  ['sysadmin', ['/calendar', '/statistics-settings', '/organisation', '/people', '/minutes-template']],
  ['sysadmin', ['/screens', '/organisation/station-1-1/poster']],
  ['secadmin', ['/sign-in-settings']],
  ['sysadmin', ['/reference-lists', '/categories', '/notice-templates', '/deliveries', '/webhooks', '/dead-letters']],
  ['auditor', ['/audit', '/audit?tab=check', '/audit?tab=drill']],
  ['supervisor', ['/supervisions', '/map', '/statistics', ...statisticsTabs]],
  [
    'designer',
    [
      '/workflows',
      '/workflows/case-routing/1',
      '/workflows/joint-meeting/1',
      '/workflows/case-routing/edit',
      '/forms',
      '/forms/site-check',
      '/forms/new',
    ],
  ],
];

browserSuite('every page on two screens', (office) => {
  beforeAll(async () => {
    const clerk = await office.sitDown('clerk');
    await register(clerk.page, '新华社区门口路灯损坏三天无人修理，老人夜间出行不便');
    await clerk.page.close();
  }, 120_000);

  it.each(pages)(
    'fits them, loads everything at its place, can be used by everybody and complains of nothing: %s %j',
    async (account, paths) => {
      const problems = await onBothScreens(async (screen) => {
        const looked = await open(account, screen);
        for (const path of paths) {
          await looked.page.goto(path);
          await inspect(looked, path, screen.width);
        }
        return looked.problems;
      });
      expect(problems).toEqual([]);
    },
    120_000,
  );

  it('shows the tabs of a case', async () => {
    const problems = await onBothScreens(async (screen) => {
      const looked = await open('clerk', screen);
      const { page, problems } = looked;
      await page.goto('/inbox/registered');
      await page.getByRole('link', { name: /新华社区门口路灯损坏/u }).click();
      for (const tab of ['办理', '流转记录', '流程图']) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        if (tab === '流程图') await page.locator('.djs-container svg').first().waitFor();
        await inspect(looked, `/case-${tab}`, screen.width);
      }
      await page.emulateMedia({ media: 'print' });
      await page.getByText('诉求办理工单').waitFor();
      if (await page.getByRole('button', { name: '打印工单' }).isVisible()) problems.push('buttons are printed');
      return problems;
    });
    expect(problems).toEqual([]);
  }, 120_000);

  /** A page of somebody that gathers failed requests besides complaints. */
  async function open(account: string | null, viewport: typeof telephone): Promise<Looked> {
    const { page, complaints } = await (account === null ? office.visit(viewport) : office.sitDown(account, viewport));
    await page.addInitScript(watchShifts);
    watchRequests(page, complaints);
    return { page, problems: complaints, atRest: watchRest(page) };
  }
});

/** Side by side, as most of the time of a page is waiting for it to come to rest. */
async function onBothScreens(look: (screen: typeof telephone) => Promise<string[]>): Promise<string[]> {
  return (await Promise.all([officeScreen, telephone].map(look))).flat();
}

function watchRequests(page: Page, problems: string[]): void {
  page.on('response', (response) => {
    // "Is there a session?" is answered with 401 to a visitor; that is an answer, not a failure.
    const visitor = response.status() === 401 && response.url().endsWith('/auth/session');
    if (response.status() >= 400 && !visitor) problems.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const leftThePage = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!leftThePage) problems.push(`failed ${request.url()}`);
  });
}

/** How often in a row the page has to be without work and without a request to count as being at rest. */
const quietLooks = 3;

/** How long a page may take to come to rest on a slow machine, in milliseconds. */
const longestUnrest = 60_000;

/**
 * Waits until a page waits for no answer and has nothing to do; a slow machine makes that longer, not wrong.
 * A page that never comes to rest is told with what it waits for.
 */
function watchRest(page: Page): () => Promise<void> {
  const pending = new Set<Request>();
  // What is told by the server as it happens is never at an end.
  page.on('request', (request) => request.resourceType() !== 'eventsource' && pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return async () => {
    const end = performance.now() + longestUnrest;
    for (let quiet = 0; quiet < quietLooks;) {
      await page.evaluate(
        'new Promise((done) => requestIdleCallback(() => requestAnimationFrame(() => done()), { timeout: 5000 }))',
      );
      quiet = pending.size === 0 ? quiet + 1 : 0;
      if (performance.now() > end) {
        const waited = [...pending].map((request) => `${request.method()} ${request.url()}`);
        throw new Error(`${page.url()} does not come to rest: it waits for ${waited.join(', ') || 'nothing'}`);
      }
    }
  };
}

/** Runs in the page before anything else: adds up how far its parts moved without anybody having done something. */
const watchShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Waits until the page stands still, measures it and keeps a picture of it where somebody wants one. */
async function inspect({ page, problems, atRest }: Looked, name: string, width: number): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await atRest();
  const scroll = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (scroll > width) problems.push(`${name} is ${scroll} px wide on a screen of ${width} px`);
  const shifted = await page.evaluate<number>('window.shifted');
  if (shifted > mostShift) problems.push(`${name} moved by ${shifted.toFixed(3)} while it loaded (${width} px)`);
  if (pictures) {
    const file = `${name.slice(1).replaceAll('/', '-') || 'home'}-${width}.png`;
    await page.screenshot({ path: join(pictures, file) });
  }
  problems.push(...(await accessibilityProblems(page)).map((problem) => `${name} (${width} px) ${problem}`));
  if (width !== officeScreen.width) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  problems.push(...(await accessibilityProblems(page, contrast)).map((problem) => `${name} (dark) ${problem}`));
  await page.emulateMedia({ colorScheme: 'light' });
}
