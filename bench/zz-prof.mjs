import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync, readdirSync, appendFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import path from 'node:path';
import { Own } from './cases/own.mjs';
const [open = 100000, n = 20000] = process.argv.slice(2).map(Number);
const own = new Own();
const ticks = () => { let jvm=0, pg=0; for (const p of readdirSync('/proc')) { if(!/^\d+$/.test(p)) continue; try { const c=readFileSync(`/proc/${p}/cmdline`,'utf8'); const s=readFileSync(`/proc/${p}/stat`,'utf8'); const f=s.slice(s.lastIndexOf(')')+2).split(' '); const t=+f[11]+ +f[12]; if (c.includes(own.platform.data) && c.includes('-jar')) jvm+=t; else if (f[1]!=='0' && (c.startsWith('postgres')||c.includes('/postgres'))) { const cwd = execSync(`readlink /proc/${p}/cwd`,{encoding:'utf8'}); if (cwd.includes(own.platform.data)) pg+=t+ +f[13]*0; } } catch {} } return {jvm,pg}; };
try {
  await own.start();
  await own.fill(open, 0);
  await own.platform.stop();
  appendFileSync(path.join(own.platform.data,'postgres/cluster/postgresql.conf'), "shared_preload_libraries = 'pg_stat_statements'\n");
  try { await own.platform.start(); own.sql('-c','create extension if not exists pg_stat_statements'); } catch (e) { console.error('no pgss', String(e).slice(0,200)); }
  for (let r=0;r<2;r++) {
    try { own.sql('-c','select pg_stat_statements_reset()'); } catch {}
    own.dueSpread(n, 0.001, 5);
    await pause(4000);
    const a=ticks(), t0=Date.now();
    await own.untilAllFired();
    const wall=(Date.now()-t0-1000)/1000;
    await pause(500);
    const b=ticks();
    console.log(`round ${r}: ${n} in ${wall.toFixed(1)} s; per firing JVM ${((b.jvm-a.jvm)*10/n).toFixed(3)} ms, PG ${((b.pg-a.pg)*10/n).toFixed(3)} ms`);
    await pause(8000);
    const c=ticks(); console.log(`after 8 s more: JVM ${((c.jvm-a.jvm)*10/n).toFixed(3)} PG ${((c.pg-a.pg)*10/n).toFixed(3)}`);
    try { console.log(own.sql('-At','-F',' | ','-c',"select round(total_exec_time::numeric), calls, rows, left(regexp_replace(query,'\\s+',' ','g'),110) from pg_stat_statements where query not like '%bench_%' order by total_exec_time desc limit 22")); } catch {}
  }
} finally { await own.discard(); }
