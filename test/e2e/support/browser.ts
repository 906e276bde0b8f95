import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** The shell without the window of a browser first: it needs half of the processor for the same pages. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The operating system's Chromium, or undefined where it has none; `LIANBAN_TEST_CHROMIUM` names another. */
export const chromiumPath: string | undefined =
  process.env['LIANBAN_TEST_CHROMIUM'] ??
  names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
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

/** Who sits before which screen. */
export interface Seat {
  /** Where the computer thinks that it is; absent: where the tests run. */
  readonly timeZone?: string | undefined;
  readonly username: string;
  readonly password: string;
  readonly viewport: typeof desktop;
}

/** A profile that nobody has signed in to; its pages share what the browser remembers. */
export function openProfile(
  browser: Browser,
  address: string,
  { viewport, timeZone }: Pick<Seat, 'viewport' | 'timeZone'>,
  remembered: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<BrowserContext> {
  return browser.newContext({
    viewport,
    locale: 'zh-CN',
    ...(timeZone !== undefined && { timezoneId: timeZone }),
    baseURL: address,
    reducedMotion: 'reduce', // under something that moves a click goes astray
    storageState: { cookies: [], origins: [{ origin: address, localStorage: [...remembered] }] },
  });
}

/** A profile that is signed in, without the form. */
export async function signIn(browser: Browser, address: string, seat: Seat): Promise<BrowserContext> {
  const { username, password } = seat;
  const profile = await openProfile(browser, address, seat, [{ name: 'lianban.signed-in', value: '1' }]);
  const answer = await profile.request.post('/api/v1/auth/session', { data: { username, password } });
  if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()} ${await answer.text()}`);
  return profile;
}

/** A new page of a profile, of which is remembered whatever goes wrong in it. */
export async function openPage(profile: BrowserContext): Promise<WatchedPage> {
  const page = await profile.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The first question "is there a session?" is answered with 401, which Chromium reports by itself.
    const asksForSession = message.location().url.endsWith('/api/v1/auth/session');
    if (message.type() === 'error' && !asksForSession) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}
