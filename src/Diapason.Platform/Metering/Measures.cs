using System.Diagnostics.Metrics;
using Diapason.Platform.Mail;

namespace Diapason.Platform.Metering;

/// <summary>
/// What the house counts of itself, for whoever watches the server (ADR 74). Labels are names that the program knows beforehand (a route, a job, a kind of error): no path,
/// query, address, code or text of anyone. Counted by the process; while nobody listens, a count costs a few nanoseconds.
/// </summary>
public static class Measures
{
    internal const string MeterName = "Diapason";

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly Meter House = new(MeterName);
    private static readonly TensCounter SavedPages = new(House, "diapason.answers.saved", "{page}", "Pages of answers written, rounded down to tens");
    private static readonly TensCounter SentAnswers = new(House, "diapason.answers.sent", "{answer}", "Answers sent, rounded down to tens");
    private static readonly Counter<long> JobRuns = House.CreateCounter<long>("diapason.job.runs", "{run}", "Runs of jobs, by how they ended");
    private static readonly Counter<long> SignIns = House.CreateCounter<long>("diapason.sign_ins", "{attempt}", "Attempts to show who one is, by way and by how they ended");
    private static readonly Counter<long> Mails = House.CreateCounter<long>("diapason.mails", "{mail}", "Mails handed to the mail server, by what it said");
    private static readonly Histogram<double> Requests = House.CreateHistogram(
        "diapason.request.duration", "s", "Requests, by route and class of status", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    /// <summary>A page of answers is on the disk.</summary>
    public static void PageSaved() => SavedPages.Add();

    /// <summary>Somebody's answers are sent.</summary>
    public static void AnswerSent() => SentAnswers.Add();

    /// <summary>Somebody tried to show who they are. Nothing of whom: who watches sees a burst of refusals, and asks the proxy.</summary>
    /// <param name="way">By what: a word of the program.</param>
    /// <param name="isOpen">It was right.</param>
    public static void SignIn(string way, bool isOpen) => SignIns.Add(1, new("way", way), new("outcome", isOpen ? "right" : "refused"));

    internal static void JobDone(string name) => JobRuns.Add(1, new("name", name), new("outcome", "done"));

    internal static void JobFailed(string name) => JobRuns.Add(1, new("name", name), new("outcome", "failed"));

    internal static void Mail(MailFate fate) => Mails.Add(1, new KeyValuePair<string, object?>("fate", Word(fate)));

    internal static void Request(string route, int status, TimeSpan took) => Requests.Record(took.TotalSeconds, new("route", route), new("status", $"{status / 100}xx"));

    private static string Word(MailFate fate) => fate switch
    {
        MailFate.Sent => "sent",
        MailFate.Refused => "refused",
        MailFate.Later => "later",
        MailFate.Away => "away",
        _ => "unknown",
    };
}
