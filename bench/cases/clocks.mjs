// How late each side notices that a ticket is overdue: 60 tickets that fall due one after the other, a second apart. Measured is the instant at which the
// first trace of it was committed, by the databases' own commit timestamps.
import { setTimeout as pause } from 'node:timers/promises';
import { spread } from '../support.mjs';

const TICKETS = 60;
const MINUTE = 60_000;

/** The peer escalates by its cron tool, which cron starts at each full minute, the shortest it knows; the search is narrowed to what is due. */
export async function clockOfPeer(peer) {
  const tickets = [];
  for (let i = 0; i < TICKETS; i++) {
    const next = pause(1000);
    tickets.push(await peer.create(900_000 + i, 'minute'));
    await next;
  }
  const noticed = `from tickets t join transactions x on x.objecttype = 'RT::Ticket' and x.objectid = t.id and x.field = 'Priority' where t.id = any ('{${tickets.join(',')}}')`;
  for (let run = 0; run < 5; run++) {
    await pause(MINUTE - (Date.now() % MINUTE));
    await peer.run('/usr/bin/rt-crontool-5', '--search', 'RT::Search::FromSQL', '--search-arg', "Queue = 'Cases' AND (Status = 'new' OR Status = 'open') AND Priority < 99 AND Due < 'now' AND SLA = 'minute'",
      '--condition', 'RT::Condition::Overdue', '--action', 'RT::Action::SetPriority', '--action-arg', '99');
    if (Number(peer.sql('-At', '-c', `select count(*) ${noticed}`)) === TICKETS) break;
  }
  const late = peer.sql('-At', '-c', `select extract(epoch from pg_xact_commit_timestamp(x.xmin) - t.due at time zone 'UTC') ${noticed}`);
  return lateness(late.trim().split('\n').map(Number));
}

/** Ours wakes by itself: the tickets' own deadlines are set a second apart, and what it writes into their history is looked at. */
export async function clockOfOwn(own) {
  const tickets = [];
  for (let i = 0; i < TICKETS; i++) tickets.push((await own.create(1_000_000 + i)).id);
  own.dueOneByOne(tickets, 10);
  await own.untilAllFired();
  return lateness(own.lateness());
}

function lateness(seconds) {
  if (seconds.length !== TICKETS) throw new Error(`${seconds.length} of ${TICKETS} tickets were noticed`);
  return spread(seconds);
}
