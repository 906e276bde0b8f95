import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchBrowser, signIn, type WatchedPage } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';

/** Size of the screens that the offices have. */
export const officeScreen = { width: 1366, height: 768 };

/** The running product and a browser in front of it. */
export interface Office {
  readonly product: Product;
  readonly browser: Browser;
  /** Signs in as a demo account; `viewport` is the office screen unless told. */
  sitDown(username: string, viewport?: typeof officeScreen): Promise<WatchedPage>;
}

/** Tests of the whole product in a real browser; where there is none they are skipped, and counted. */
export function browserSuite(title: string, tests: (office: Office) => void): void {
  const missing = chromiumPath === undefined;
  const suite = missing ? describe.skip : describe;
  suite(`${title} in a real browser${missing ? ' (skipped: no Chromium found)' : ''}`, () => {
    let product: Product;
    let browser: Browser;

    beforeAll(async () => {
      product = await startProduct();
      browser = await launchBrowser();
    }, 120_000);

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
      sitDown: (username, viewport = officeScreen) =>
        signIn(browser, product.address, { username, password: product.password, viewport }),
    });
  });
}
