// Takes pictures of the pages of a running demonstration: node e2e/look.mjs URL PASSWORD FOLDER
import { openBrowser, DESK, PHONE, Visitor } from './support/browser.mjs';

const [url, password, folder] = process.argv.slice(2);
process.env.PICTURES = folder;
const browser = await openBrowser();
const people = {
  hq: [['board', '/boards'], ['freshness', '/boards/freshness'], ['findings', '/boards/findings'], ['tickets', '/tickets?view=all'], ['limits', '/limits'], ['network', '/network'], ['people', '/people'], ['audit', '/audit'], ['imports', '/imports'], ['outbox', '/outbox']],
  agent: [['desk', '/desk']],
  outlet: [['outlet', '/outlet']],
};
for (const [username, pages] of Object.entries(people)) {
  for (const viewport of username === 'outlet' ? [PHONE, DESK] : [DESK]) {
    const visitor = await Visitor.at(browser, { url }, viewport);
    await visitor.signIn(username, password);
    for (const [name, route] of pages) {
      await visitor.open(route);
      await visitor.page.waitForTimeout(2500);
      await visitor.picture(`${name}${viewport === PHONE ? '-phone' : ''}`);
    }
    if (visitor.errors.length) console.log(username, visitor.errors);
    await visitor.context.close();
  }
}
await browser.close();
