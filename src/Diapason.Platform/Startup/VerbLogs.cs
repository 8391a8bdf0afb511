using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Startup;

/// <summary>A verb answers on the standard output, which programs read: what is logged meanwhile goes to the errors.</summary>
public static class VerbLogs
{
    public static void Apply(ILoggingBuilder logging, IReadOnlyList<string> arguments)
    {
        if (arguments is not [var verb, ..] || verb.StartsWith('-')) return;
        logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
