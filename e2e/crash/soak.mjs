// The long run of the crash test: e2e/soak [deaths=60]. Not part of ./test.
import { settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';
import { Uploads } from '../support/uploads.mjs';
import { accountFor, blow } from './survives-kill.mjs';

const deaths = Number(process.argv[2] ?? 60);
const platform = await new Platform().start();
await settle(new Partner(platform));
const uploads = new Uploads(platform);
try {
  for (let death = 1; death <= deaths; death++) {
    await uploads.until(5 + (death % 20), () => blow(platform, { databaseToo: death % 3 === 0 }));
    await platform.start();
    await accountFor(platform, uploads);
    console.log(`death ${death}: ${uploads.acknowledged.length * uploads.lines} acknowledged scans, none missing`);
  }
} finally {
  await platform.discard();
}
