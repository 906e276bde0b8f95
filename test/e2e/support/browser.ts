import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The operating system's Chromium, or undefined where it has none; `LIANBAN_TEST_CHROMIUM` names another. */
export const chromiumPath: string | undefined =
  process.env['LIANBAN_TEST_CHROMIUM'] ??
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Widths that people use: a desk and a telephone. */
export const desktop = { width: 1280, height: 800 };
export const telephone = { width: 390, height: 844 };

export function launchBrowser(): Promise<Browser> {
  // A root user has no sandbox, and a container seldom enough shared memory.
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A page that remembers everything that went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens the product and signs in. */
export async function signIn(
  browser: Browser,
  address: string,
  as: { readonly username: string; readonly password: string; readonly viewport: typeof desktop },
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: as.viewport,
    locale: 'zh-CN',
    baseURL: address,
    reducedMotion: 'reduce', // under something that moves a click goes astray
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The first question "is there a session?" is answered with 401, which Chromium reports by itself.
    const asksForSession = message.location().url.endsWith('/api/v1/auth/session');
    if (message.type() === 'error' && !asksForSession) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await page.getByLabel('用户名').fill(as.username);
  await page.getByLabel('密码').fill(as.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor(); // each role lands on a page of its own
  return { page, complaints };
}
