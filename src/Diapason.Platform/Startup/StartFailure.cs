using System.Net.Sockets;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Connections;

namespace Diapason.Platform.Startup;

/// <summary>What keeps the program from starting and is for the operator to set right: one sentence, without the trace that a fault of ours deserves.</summary>
public static class StartFailure
{
    public const int ExitCode = Installation.NotStarted;

    /// <summary>Null for a fault of the program.</summary>
    public static string? Sentence(Exception failure) => failure switch
    {
        SettingRefused => failure.Message,
        IOException { InnerException: AddressInUseException } or AddressInUseException => "another program listens at the address of ASPNETCORE_URLS.",
        SocketException or IOException { InnerException: SocketException } => "the address of ASPNETCORE_URLS is none of this machine, or its port is not for this account.",
        _ when DatabaseFailure.IsOfPlace(failure) => $"the database cannot be opened or written. {failure.Message}",
        _ => null,
    };
}
