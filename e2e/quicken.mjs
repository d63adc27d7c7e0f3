// Runs the built platform once and keeps what it loaded, so that every later start of a journey takes half the time.
import { isQuickened, quickened, unpack } from './support/quickened.mjs';
import { JAR, Platform } from './support/platform.mjs';

if (!isQuickened(JAR)) {
  unpack(JAR);
  const { jar, cache } = quickened(JAR);
  const platform = new Platform();
  platform.jar = jar;
  platform.options.push(`-XX:AOTCacheOutput=${cache}`);
  await platform.start();
  // It writes the cache as it ends.
  await platform.discard();
}
