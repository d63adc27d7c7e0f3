import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { execSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Own } from './cases/own.mjs';
import { spread } from './support.mjs';
const [open, count, rounds] = process.argv.slice(2).map(Number);
const own = new Own();
const cpu = () => execSync("ps -eo comm,cputimes | awk '/java/{j+=$2} /postgres/{p+=$2} END{print j, p}'").toString().trim().split(' ').map(Number);
try {
  await own.start();
  if (process.env.PGCONF) { await own.platform.stop(); appendFileSync(path.join(own.platform.data, 'postgres/cluster/postgresql.conf'), process.env.PGCONF); await own.platform.start(); }
  await own.fill(open, 0);
  console.error('filled');
  for (let i = 0; i < rounds; i++) {
    own.dueSpread(count, 0.001, 12);
    own.sql('-c','checkpoint');
    await pause(12000);
    const c0 = cpu();
    let jfr;
    if (i === rounds - 1) {
      execSync(`jcmd ${own.platform.process.pid} JFR.start name=x settings=profile duration=40s filename=/tmp/fire.jfr`);
      own.sql('-c', 'drop table if exists public.samples', '-c', 'create unlogged table public.samples (at timestamptz, state text, w text, q text)');
      jfr = setInterval(() => own.sql('-c', "insert into public.samples select now(), state, wait_event_type || ':' || wait_event, left(regexp_replace(query, '\\s+', ' ', 'g'), 70) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'"), 300);
    }
    await own.untilAllFired();
    const c1 = cpu();
    clearInterval(jfr);
    const late = spread(own.lateness());
    const rate = Number(own.sql('-At', '-c',"select count(*) / greatest(1, extract(epoch from max(at) - min(at)))::int from public.bench_fired"));
    console.error(i, 'rate', rate, 'cpu java', c1[0]-c0[0], 'pg', c1[1]-c0[1], JSON.stringify(late));
  }
  console.error(own.sql('-c', "select state, w, q, count(*) from public.samples group by 1,2,3 order by 4 desc limit 40"));
} finally { await own.discard(); }
