// One headless Chromium, and people who sit in front of it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { PASSWORD } from './network.mjs';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export async function openBrowser() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A person with a browser of their own; console errors fail the journey. */
export class Visitor {
  static async at(browser, platform, viewport = DESK) {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: viewport === PHONE });
    const page = await context.newPage();
    const visitor = new Visitor(platform, context, page);
    page.on('pageerror', (error) => visitor.errors.push(error.message));
    page.setDefaultTimeout(20_000);
    return visitor;
  }

  constructor(platform, context, page) {
    this.platform = platform;
    this.context = context;
    this.page = page;
    this.errors = [];
  }

  async open(route) {
    await this.page.goto(this.platform.url + route);
  }

  async signIn(username, password = PASSWORD) {
    const { page } = this;
    await this.open('/sign-in');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('banner').waitFor();
  }

  /** Keeps a picture when the journeys are asked for pictures (PICTURES=folder). */
  async picture(name) {
    const folder = process.env.PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: false });
  }

  async leave() {
    await this.context.close();
    if (this.errors.length) throw new Error(`The page reported errors: ${this.errors.join('; ')}`);
  }
}
