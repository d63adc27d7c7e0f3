// A manager writes down a contract customer; whoever comes on its own account is served by its terms, and everybody sees why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';
import { Session } from '../support/session.mjs';

const platform = new Platform();
let browser;
before(async () => {
  await platform.start();
  await settle(new Partner(platform));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

test('C5 a contract customer is known, served by its own agent first, and told apart', async () => {
  const agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  await agent.open('/desk');
  await agent.page.getByRole('button', { name: '示闲', exact: true }).click();
  await agent.page.getByText('现在没有会话').waitFor();

  const manager = await Visitor.at(browser, platform);
  await manager.signIn('zhou.hq');
  await manager.open('/contracts');
  await manager.page.getByText('还没有合同客户').waitFor();
  await manager.picture('contracts-empty');
  await manager.page.getByRole('button', { name: '添加合同客户' }).click();
  const drawer = manager.page.getByRole('dialog').first();
  await drawer.getByLabel('合同编号').fill('HT-2026-018');
  await drawer.getByLabel('客户名称').fill('晨光文具');
  await drawer.getByLabel('首次应答时限（秒）').fill('15');
  await drawer.getByLabel('专属技能').fill('VIP');
  await drawer.getByLabel('专属坐席', { exact: true }).fill('孙坐席');
  await manager.page.getByTitle(/^孙坐席/).click();
  await manager.page.keyboard.press('Escape');
  await drawer.getByLabel('服务备注').fill('月结客户，先报月结号。');
  await drawer.getByRole('button', { name: '添加联系人' }).click();
  await drawer.getByLabel('姓名').fill('王经理');
  await drawer.getByLabel('身份').fill('仓库主管');
  await drawer.getByLabel('号码或账号', { exact: true }).fill('139 1234 5678');
  await drawer.getByRole('button', { name: '添加专属号码' }).click();
  await drawer.getByLabel('渠道', { exact: true }).last().click();
  await manager.page.getByTitle('在线聊天', { exact: true }).last().click();
  await drawer.getByLabel('号码或账号代号').fill('waypost');
  await manager.picture('contract-drawer');
  await drawer.getByRole('button', { name: /保\s*存/ }).click();
  await manager.page.getByText('HT-2026-018').waitFor();

  // The whole number finds it, a part of it does not.
  const search = manager.page.getByRole('searchbox');
  await search.fill('13912345678');
  await search.press('Enter');
  await manager.page.getByText('HT-2026-018').waitFor();
  await manager.picture('contracts');
  await manager.page.getByText('晨光文具').click();
  await drawer.getByText('139****5678').waitFor();
  await drawer.getByRole('button', { name: '看明文' }).click();
  await manager.page.getByLabel('为什么要看，会记入审计').fill('回电确认');
  await manager.page.getByRole('dialog').last().getByRole('button', { name: '看明文' }).click();
  await drawer.getByText('13912345678').waitFor();
  await drawer.getByText(/第 1 版 ·/).scrollIntoViewIfNeeded();
  await manager.picture('contract-people');
  await drawer.getByLabel('首次应答时限（秒）').fill('10');
  await drawer.getByRole('button', { name: /保\s*存/ }).click();
  await drawer.waitFor({ state: 'hidden' });
  await manager.page.getByText('晨光文具').click();
  await drawer.getByText(/现在是第 2 版/).waitFor();
  await drawer.getByText('139****5678').waitFor();
  await drawer.getByRole('button', { name: /取\s*消/ }).click();

  const customer = await Visitor.at(browser, platform, PHONE);
  await customer.open('/track');
  await customer.page.getByRole('button', { name: '联系客服' }).click();
  await customer.page.getByPlaceholder('输入消息').fill('我们的货三天没动了');
  await customer.page.getByPlaceholder('输入消息').press('Enter');
  await agent.page.getByRole('button', { name: /接起/ }).first().click();
  await agent.page.getByText('从这个客户的专属号码来访。').waitFor();
  await agent.page.getByText('月结客户，先报月结号。').waitFor();
  await agent.page.getByText('王** 139****5678').waitFor();
  await agent.picture('contract-card');
  await agent.page.getByRole('button', { name: '为什么' }).first().click();
  await agent.page.getByText('从合同客户“晨光文具”的专属号码来，按第 2 版条款。').waitFor();
  await agent.page.getByText('是这个合同客户的专属坐席。').waitFor();
  await agent.picture('contract-why');
  await agent.page.keyboard.press('Escape');

  await manager.open('/desk/board');
  await manager.page.getByRole('button', { name: '散客', exact: true }).click();
  await manager.page.getByText('现在没有来访').waitFor();
  await manager.page.getByRole('button', { name: '合同客户', exact: true }).click();
  await manager.page.getByText('晨光文具').waitFor();
  await manager.picture('contract-board');

  // A thank-you after the end begins nothing.
  const desk = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  await agent.page.getByRole('button', { name: /^结束/ }).first().click();
  const ending = agent.page.getByRole('dialog');
  await ending.getByRole('combobox').first().click();
  await agent.page.getByTitle('查件', { exact: true }).click();
  await ending.getByRole('button', { name: /结束/ }).last().click();
  await customer.page.getByText('本次服务已结束').waitFor();
  await customer.page.getByPlaceholder('输入消息').fill('好的，谢谢');
  await customer.page.getByPlaceholder('输入消息').press('Enter');
  await customer.page.getByText('已送达').last().waitFor();
  // What a message opens is opened with it, in one transaction.
  for (const state of ['PARKED', 'WAITING', 'OFFERED', 'TALKING']) {
    assert.equal((await desk.get(`/desk/contacts?state=${state}`)).items.length, 0, state);
  }

  await manager.open('/desk/policies');
  await manager.page.getByRole('button', { name: '起草新版本' }).click();
  await manager.page.getByRole('heading', { name: '第 2 版' }).waitFor();
  await manager.page.getByRole('button', { name: '给一个单位单独定' }).click();
  const chooses = async (box, code) => {
    await box.fill(code);
    await manager.page.getByTitle(new RegExp(`· ${code}$`)).last().click();
  };
  await chooses(manager.page.getByLabel('单位', { exact: true }), 'R05');
  const rings = manager.page.getByRole('row').filter({ has: manager.page.getByLabel('哪些人能接') });
  const widened = rings.filter({ hasText: '本单位和上级单位' }).last();
  await widened.getByLabel('哪些人能接').click();
  await manager.page.getByTitle('本单位和指定单位').last().click();
  await chooses(manager.page.getByLabel('选一个帮接的单位'), 'R07');
  await manager.page.getByRole('button', { name: '再加一个帮接的单位' }).scrollIntoViewIfNeeded();
  await manager.picture('policy-named');
  await manager.page.getByText('结束后多久内（分钟）').scrollIntoViewIfNeeded();
  await manager.picture('policy-thanks');
  await customer.leave();
  await agent.leave();
  await manager.leave();
});
