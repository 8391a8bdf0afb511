namespace Diapason.Platform.Startup;

/// <summary>A verb of the command line: <c>Diapason.Web load-kit kits/ia-en-culture</c>. Runs without the web server, after the migrations unless it says otherwise.</summary>
public interface ICommandVerb
{
    string Verb { get; }

    /// <summary>One line of help, in plain English, with the arguments.</summary>
    string Help { get; }

    /// <summary>Whether the database is brought to this version first; a backup takes it as it is, and a restoration makes it.</summary>
    bool MigratesFirst => true;

    /// <summary>Whether it begins an installation: only then is a database made where there is none.</summary>
    bool MakesDatabase => false;

    /// <summary>The exit code: 0 done, 1 refused, 2 wrong arguments, 3 the program could not start.</summary>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel);
}
