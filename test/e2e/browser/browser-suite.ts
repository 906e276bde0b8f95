import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import {
  chromiumPath,
  launchBrowser,
  openPage,
  openProfile,
  signIn,
  telephone,
  type WatchedPage,
} from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

/** Size of the screens that the offices have. */
export const officeScreen = { width: 1366, height: 768 };

/** The running product and a browser in front of it. */
export interface Office {
  readonly product: Product;
  readonly browser: Browser;
  /**
   * A new page of a demo account, where it begins its work; `viewport` is the office screen unless told. It signs in
   * once for each size of screen and stays signed in, as people do.
   */
  sitDown(username: string, viewport?: typeof officeScreen): Promise<WatchedPage>;
  /** A page without an account; `viewport` is a telephone unless told. */
  visit(viewport?: typeof officeScreen): Promise<WatchedPage>;
}

/** Where on Earth it happens. */
interface Zones {
  /** Of the product's calendars. */
  readonly district: string;
  /** Of the computers before which people sit. */
  readonly browser: string;
}

/** Tests of the whole product in a real browser; where there is none they are skipped, and counted. */
export function browserSuite(title: string, tests: (office: Office) => void, zones?: Zones): void {
  const missing = chromiumPath === undefined;
  const suite = missing ? describe.skip : describe;
  suite(`${title} in a real browser${missing ? ' (skipped: no Chromium found)' : ''}`, () => {
    let product: Product;
    let browser: Browser;
    const profiles = new Map<string, Promise<BrowserContext>>();

    beforeAll(async () => {
      product = await startProduct(zones && { LIANBAN_TZ: zones.district });
      browser = await launchBrowser();
    }, 120_000);

    // A page that stays open keeps a connection, of which a profile has six.
    afterEach(async () => {
      const open = browser?.contexts().flatMap((profile) => profile.pages()) ?? [];
      await Promise.all(open.map((page) => page.close()));
    });

    afterAll(async () => {
      await browser?.close();
      await product?.stop();
    });

    tests({
      get product() {
        return product;
      },
      get browser() {
        return browser;
      },
      sitDown: async (username, viewport = officeScreen) => {
        const key = `${username} ${viewport.width}`;
        const { address, password } = product;
        const profile =
          profiles.get(key) ?? signIn(browser, address, { username, password, viewport, timeZone: zones?.browser });
        profiles.set(key, profile);
        const seat = await openPage(await profile);
        await seat.page.goto('/');
        await seat.page.getByRole('heading', { level: 1 }).waitFor(); // each role lands on a page of its own
        return seat;
      },
      visit: async (viewport = telephone) =>
        openPage(await openProfile(browser, product.address, { viewport, timeZone: zones?.browser })),
    });
  });
}
