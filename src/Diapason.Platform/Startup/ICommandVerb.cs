namespace Diapason.Platform.Startup;

/// <summary>A verb of the command line: <c>Diapason.Web load-kit kits/ia-en-culture</c>. Runs after the migrations, without the web server.</summary>
public interface ICommandVerb
{
    string Verb { get; }

    /// <summary>One line of help, in plain English, with the arguments.</summary>
    string Help { get; }

    /// <summary>The exit code: 0 done, 1 refused, 2 wrong arguments.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel);
}
