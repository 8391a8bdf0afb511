#!/usr/bin/env perl
# Says what a folder of test results holds: each failed test, each error of the runner (a fixture that could not be made or given back), each
# skipped test and why, then "N passed, N failed, N skipped". For each NAME.xml (xUnit's), the runner's words in NAME.log and its exit code in
# NAME.rc when they are there. It reads the text by itself, because what is worth reading is also in a file that was never finished.
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));

my ($folder) = @ARGV;
die "usage: report.pl FOLDER\n" unless defined $folder && -d $folder;
my ($passed, $failed, $skipped) = (0, 0, 0);
my (@failures, @skips);

for my $rc (sort glob "$folder/*.rc") {
    (my $name = $rc) =~ s{^.*/|\.rc$}{}g;
    read_results($name);
}
print "Failed, each with its message and where:\n", @failures if @failures;
print "Skipped, each with its reason:\n", @skips if @skips;
print "$passed passed, $failed failed, $skipped skipped\n";
exit($failed > 0 || $passed == 0 ? 1 : 0);

sub read_results {
    my ($name) = @_;
    my $xml = contents("$folder/$name.xml");
    my ($said, $seen) = (0, 0);
    while ($xml =~ m{<assembly\s([^>]*)>}g) {
        my %of = attributes($1);
        $passed += $of{passed} // 0;
        $skipped += $of{skipped} // 0;
        $said += ($of{failed} // 0) + ($of{errors} // 0);
    }
    while ($xml =~ m{<test\s([^>]*?)(/?)>(.*?)(?=<test\s|</collection>|</assembly>|\z)}sg) {
        my ($body, %of) = ($3, attributes($1));
        next unless ($of{result} // "") =~ /^(Fail|Skip)$/;
        if ($1 eq "Skip") { push @skips, entry($name, $of{name}, element($body, "reason")); next; }
        $seen++;
        push @failures, entry($name, $of{name}, failure($body));
    }
    while ($xml =~ m{<error\s([^>]*?)/?>(.*?)(?=<error\s|</errors>|\z)}sg) {
        my ($body, %of) = ($2, attributes($1));
        $seen++;
        push @failures, entry($name, join(" ", grep { defined && length } @of{qw(type name)}), failure($body));
    }
    my ($code) = contents("$folder/$name.rc") =~ /(\d+)/;
    my $whole = $xml =~ m{</assemblies>\s*\z};
    $failed += $seen > $said ? $seen : $said;
    # A runner that died, or says failed where its results do not, counts as a failure, and its last words say why.
    return if $whole && $seen >= $said && ($seen > 0 || ($code // 1) == 0);
    $failed++ if !$whole || $said == 0;
    my $why = $whole ? "its results do not say what failed" : "it did not finish";
    push @failures, "$name: $why (exit code " . ($code // "unknown") . "); its last lines:\n" . tail(contents("$folder/$name.log"), 20) . "\n";
}

sub entry { my ($name, $test, @lines) = @_; return join("\n", "$name: " . ($test // "without a name"), grep({ defined && length } @lines), "", "") }

# The message, and the first place of the stack that is one of our files.
sub failure {
    my ($body) = @_;
    my @stack = grep { /\S/ } split /\n/, element($body, "stack-trace") // "";
    my ($place) = grep { /:line \d+/ } @stack;
    my ($message) = grep { defined && length } element($body, "message"), attribute($body, "exception-type"), "without a message";
    return ($message, $place // $stack[0]);
}

# The text of an element, to the end of an unfinished file; escaped, or as CDATA.
sub element {
    my ($body, $name) = @_;
    return unless $body =~ m{<$name>(.*?)(?:</$name>|\z)}s;
    my $text = $1;
    return $1 if $text =~ m{\A\s*<!\[CDATA\[(.*?)\]\]>\s*\z}s;
    $text = unescape($text);
    $text =~ s/\s+\z//;
    return $text;
}

sub attribute { my ($text, $name) = @_; return $text =~ m{\s$name="([^"]*)"} ? unescape($1) : undef }

sub attributes { my ($text) = @_; return map { /([\w-]+)="([^"]*)"/ ? ($1 => unescape($2)) : () } $text =~ /[\w-]+="[^"]*"/g }

sub unescape {
    my ($text) = @_;
    my %of = (lt => "<", gt => ">", quot => '"', apos => "'", amp => "&");
    $text =~ s/&(?:#x([0-9a-fA-F]+)|#(\d+)|(lt|gt|quot|apos|amp));/defined $1 ? chr hex $1 : defined $2 ? chr $2 : $of{$3}/ge;
    return $text;
}

sub contents {
    my ($file) = @_;
    open my $in, "<:encoding(UTF-8)", $file or return "";
    local $/;
    return <$in> // "";
}

sub tail { my ($text, $most) = @_; my @lines = split /\n/, $text; splice @lines, 0, @lines - $most if @lines > $most; return join "", map { "  $_\n" } @lines }
