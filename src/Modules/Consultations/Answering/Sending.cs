using System.Net;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Answering;

/// <summary>What is known of a sending besides the answers: the language is kept with them, the rest is only counted.</summary>
internal sealed record Sending(string Language)
{
    public const string Device = "device";
    public const string Minutes = "minutes";

    /// <summary>Kinds of devices.</summary>
    public static readonly IReadOnlyList<string> Devices = ["phone", "computer"];

    /// <summary>Classes of time, by their end in minutes; the last has none: left and taken up again, most often.</summary>
    public static readonly IReadOnlyList<string> Classes = ["5", "10", "15", "20", "30", "60", "more"];

    private static readonly int[] Ends = [5, 10, 15, 20, 30, 60];

    /// <summary>Null when nothing tells.</summary>
    public string? On { get; init; }

    /// <summary>The class of the time since consent; null when the device no longer knows.</summary>
    public string? Within { get; init; }

    /// <summary>What a watch over sendings looks at; null where nobody watches, as for answers that a program brings.</summary>
    public Came? Came { get; init; }

    /// <summary>The secret of the invitation's link this device has opened: spent with the answers, kept with nothing.</summary>
    public string? Invitation { get; init; }

    /// <summary>The field that nobody sees was filled in.</summary>
    public bool IsFilledThrough { get; init; }

    public static string DeviceOf(HttpRequest request) =>
        request.Headers["Sec-CH-UA-Mobile"] == "?1" || request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.Ordinal) ? "phone" : "computer";

    public static string? ClassOf(TimeSpan? taken) => taken is not { } time || time < TimeSpan.Zero ? null
        : Array.FindIndex(Ends, end => time.TotalMinutes < end) is >= 0 and var at ? Classes[at] : Classes[^1];
}

/// <summary>How somebody came: looked at during the sending, and kept nowhere.</summary>
/// <param name="From">Where the request comes from; null where nothing tells, or where it only tells this machine.</param>
/// <param name="Taken">From consent to sending; null for whoever came back with a code, nothing for a device that has forgotten when it began.</param>
internal sealed record Came(IPAddress? From, TimeSpan? Taken)
{
    /// <summary>A proxy that does not say whom it speaks for makes everybody one source: nobody is judged by it.</summary>
    public static Came By(HttpContext context, TimeSpan? taken) => new(context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from) ? from : null, taken);
}
