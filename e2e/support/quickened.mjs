// The platform's jar unpacked, with its classes loaded and linked ahead of time (JEP 483 and 514): most of what journeys wait for is starting.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the unpacked platform lies, and what it was trained to. */
export function quickened(jar) {
  const folder = path.join(path.dirname(jar), 'quickened');
  return { folder, jar: path.join(folder, path.basename(jar)), cache: path.join(folder, 'classes.aot') };
}

/** Whether it was made of that jar. */
export function isQuickened(jar) {
  const { cache, jar: unpacked } = quickened(jar);
  return existsSync(cache) && existsSync(unpacked) && statSync(cache).mtimeMs > statSync(jar).mtimeMs;
}

/** Unpacks it. */
export function unpack(jar) {
  const { folder } = quickened(jar);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  execFileSync(process.env.JAVA ?? 'java', ['-Djarmode=tools', '-jar', jar, 'extract', '--destination', folder, '--force'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
