// A lost parcel from the customer's phone to the money, and from the money to who bears it: claim, 小额快赔, payout, appeal, arbitration, reversal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Bank } from '../support/bank.mjs';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { parcel } from '../support/parcels.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { freePort, Platform, until } from '../support/platform.mjs';
import { Session } from '../support/session.mjs';

const bank = new Bank();
const platform = new Platform();
const sent = parcel({ phone: '13800009876' });
let partner;
let browser;
let customer;
let number;
before(async () => {
  await bank.start();
  platform.port = await freePort();
  platform.settings = bank.settings(platform.port);
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  await partner.parcels(sent);
  await partner.scans(...lostBehindTheHub(sent.waybill, new Date((await partner.now()).getTime() - hours(120))));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
  await bank.discard();
});

/** The code that was sent last, out of the file of short messages. */
const codeSent = () =>
  until('the code to be sent', () => {
    const lines = readFileSync(path.join(platform.data, 'sms-outbox.ndjson'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    return lines.map(({ text }) => /验证码\D*(\d{6})/.exec(text)?.[1]).filter(Boolean).at(-1);
  });

/** It left the first hub, which scans what comes and goes, and nothing shows that it was handed over. */
function lostBehindTheHub(waybill, start) {
  const scan = (type, site, hour, more = {}) => ({ waybill, type, site, scannedAt: at(start, hours(hour)), ...more });
  return [
    scan('PICKED_UP', 'O440106-001', 0),
    scan('DEPARTED', 'O440106-001', 8, { nextSite: 'H4401', bag: 'BAG-1' }),
    scan('UNLOADED', 'H4401', 10, { bag: 'BAG-1' }),
    scan('ARRIVED', 'H4401', 11),
    scan('DEPARTED', 'H4401', 30, { nextSite: 'H5101', bag: 'BAG-2' }),
  ];
}

const next = (page) => page.getByRole('button', { name: '下一步', exact: true }).click();

test('L2 a customer claims on the phone, step by step', async () => {
  customer = await Visitor.at(browser, platform, PHONE);
  const { page } = customer;
  await customer.open(`/track?claim&waybill=${sent.waybill}`);
  await page.getByLabel('手机号后四位').fill('9876');
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByLabel('短信里的 6 位验证码').fill(await codeSent());
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('东西丢了').click();
  await customer.picture('claim-phone-kind');
  await next(page);
  await page.getByLabel('里面是什么').fill('运动鞋');
  await page.getByLabel('一共值多少元').fill('150');
  await page.getByText('我声明：这件快递没有送到我手上').click();
  await customer.picture('claim-phone-details');
  await next(page);
  // So small a loss needs no photos.
  await page.getByText('需要的都齐了').waitFor();
  await customer.picture('claim-phone-evidence');
  await next(page);
  await page.getByLabel('支付宝账号（手机号或邮箱）').fill('liu@pay.example');
  await page.getByLabel('收款人姓名').fill('刘收件');
  await page.getByRole('button', { name: '保存收款账户' }).click();
  await page.getByRole('button', { name: '换一个账户' }).waitFor();
  await next(page);
  await customer.picture('claim-phone-check');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('已经收到，正在审核').first().waitFor();
  await page.getByText(/最晚.*给您答复/).first().waitFor();
  number = (await page.getByText(/编号 C/).first().innerText()).match(/C\d+/)[0];
  await customer.picture('claim-phone-progress');
});

test('L3 an agent pays it at once, and the money arrives once', async () => {
  const agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  await agent.open('/claims');
  await agent.page.getByRole('row', { name: new RegExp(number) }).click();
  const quick = agent.page.getByRole('region', { name: '小额快赔' });
  await quick.waitFor();
  await agent.picture('claim-desk');
  await quick.getByRole('button', { name: '立即赔付' }).click();
  await agent.page.getByText('已通过小额快赔，正在打款').waitFor();
  await until('the bank to have paid', () => [...bank.paid().values()].join() === '15000');
  const chief = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  await until('the claim to be paid', async () => (await chief.get(`/claims?view=ALL&text=${number}`)).items[0].state === 'PAID');
  await customer.page.getByRole('button', { name: '刷新' }).click();
  await customer.page.getByText('赔款已经打给您了').first().waitFor();
  await customer.picture('claim-phone-paid');
  await agent.picture('claim-desk-paid');
  await agent.leave();
  await customer.leave();
});

test('L6 the hub that is charged appeals on a phone, headquarters lift it, and the statement shows the reversal', async () => {
  const hub = await Visitor.at(browser, platform, PHONE);
  await hub.signIn('zhao.sender');
  await hub.open('/charges');
  await hub.page.getByText(number).first().waitFor();
  await hub.picture('charge-phone-list');
  // Nobody brings evidence in three days: the charge stands, and may be appealed once.
  await partner.forward({ hours: 73 });
  await hub.open('/charges');
  await hub.page.getByText(number).first().click();
  await hub.page.getByRole('button', { name: '申诉', exact: true }).click();
  await hub.picture('charge-phone');
  const asked = hub.page.getByRole('dialog').last();
  await asked.getByLabel('说明').fill('交接清单有对方签字，车已到成都。');
  await asked.getByRole('button', { name: /提\s*交/ }).click();
  await hub.page.getByText('仲裁中').first().waitFor();

  const chief = await Visitor.at(browser, platform);
  await chief.signIn('zhou.hq');
  await chief.open('/charges');
  await chief.page.getByRole('row', { name: new RegExp(number) }).click();
  await chief.page.getByRole('dialog').getByRole('button', { name: /^仲\s*裁$/ }).click();
  const award = chief.page.getByRole('dialog').last();
  await award.getByText('撤销', { exact: true }).click();
  await award.getByLabel('理由').fill('清单属实，扣款撤销。');
  await chief.picture('charge-arbitration');
  await award.getByRole('button', { name: /提\s*交/ }).click();
  await chief.page.getByText('仲裁撤销').first().waitFor();
  await chief.picture('charge-lifted');

  await hub.open('/charges/statement');
  await hub.page.getByText('冲回').first().waitFor();
  assert.ok((await hub.page.getByText(number).count()) >= 1, 'the statement names the claim');
  await hub.picture('charge-statement');
  const check = await (await new Session(platform.url).signIn('zhou.hq', PASSWORD)).get('/ledger/check');
  assert.ok(check.isSound, JSON.stringify(check));
  await chief.leave();
  await hub.leave();
});
