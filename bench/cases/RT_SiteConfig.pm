# The peer as it is used here; whatever is not said stays as Request Tracker ships it.
use utf8;

Set($rtname, 'peer.example');
Set($Organization, 'peer.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, @PORT@);
Set($WebPath, '');
Set($Timezone, 'Asia/Shanghai');

Set($DatabaseType, 'Pg');
Set($DatabaseHost, '127.0.0.1');
Set($DatabasePort, '@DATABASE_PORT@');
Set($DatabaseName, 'rt5');
Set($DatabaseAdmin, 'rt_owner');
Set($DatabaseUser, 'rt_user');
Set($DatabasePassword, 'loopback-only');

# Everything in one folder. Mail is written into a file there, as Waypost's short messages are without a provider.
$VarPath = '@FOLDER@/var';
$MasonDataDir = '@FOLDER@/mason';
$MasonSessionDir = '@FOLDER@/sessions';
Set($MailCommand, 'mbox');
# Its own converter of HTML is quicker here than a program started for each message.
Set($HTMLFormatter, 'core');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');

Set(%FullTextSearch, Enable => 1, Indexed => 1, Column => 'ContentIndex', Table => 'AttachmentsIndex');

# Its clock: working time from 8 to 20 every day, as the outlets of the benchmark are open, and the same limits as ours.
Set(%ServiceAgreements, (
    Default => 'ordinary',
    Levels => {
        ordinary => { Starts => { RealMinutes => 0 }, Resolve => { BusinessMinutes => 24 * 60 } },
        urgent => { Starts => { RealMinutes => 0 }, Resolve => { RealMinutes => 120 } },
        minute => { Starts => { RealMinutes => 0 }, Resolve => { RealMinutes => 1 } },
    },
));
Set(%ServiceBusinessHours, (
    Default => { map { $_ => { Name => "day $_", Start => '8:00', End => '20:00' } } 0 .. 6 },
));

1;
