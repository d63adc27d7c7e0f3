# The peer's queue with the SLA clock on, the fields of a case, and a token for the program that measures.
use utf8;

@Queues = ({
    Name => 'Cases', Description => '工单', Lifecycle => 'default', SLADisabled => 0,
    CorrespondAddress => 'cases@peer.example', CommentAddress => 'notes@peer.example',
});

@CustomFields = (
    { Name => 'Waybill', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', ApplyTo => 'Cases' },
    { Name => 'Kind', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', ApplyTo => 'Cases' },
    { Name => 'Unit', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket', ApplyTo => 'Cases' },
);

@Final = (sub {
    my $owner = RT::User->new(RT->SystemUser);
    $owner->Load('root');
    # Its programs act as the one who has this login.
    $owner->SetGecos(scalar getpwuid($>));
    my $as_owner = RT::CurrentUser->new($owner);
    my ($made, $why, $text) = RT::AuthToken->new($as_owner)->Create(Owner => $owner->Id, Description => 'benchmark');
    die "No token: $why" unless $made;
    (my $folder = $ENV{RT_SITE_CONFIG}) =~ s{/[^/]+$}{};
    open(my $file, '>', "$folder/token") or die $!;
    print $file $text;
    close($file);
});

1;
