namespace Diapason.Tables.Sav;

/// <summary>
/// Writes a .sav file (SPSS, PSPP, R, Stata and SAS read it) to a stream that is being sent: holds a few rows. Cells follow the variables of the
/// dictionary; a header row is neither needed nor written. Dispose it to finish the file.
/// </summary>
public sealed class SavTableWriter : TableWriter
{
    private const int Enough = 1 << 16;
    private readonly Stream _output;
    private readonly IReadOnlyList<SavVariable> _variables;
    private readonly Dictionary<string, double>?[] _codes;
    private readonly SavCases _cases = new();
    private int _cell;
    private int _rows;
    private readonly int? _announced;
    private bool _isFinished;

    private SavTableWriter(Stream output, SavDictionary dictionary)
    {
        (_output, _variables, _announced) = (output, dictionary.Variables, dictionary.Rows);
        _codes = [.. _variables.Select(v => v.Labels.Any(l => l.Code is not null) ? v.Labels.Where(l => l.Code is not null).ToDictionary(l => l.Code!, l => l.Value, StringComparer.Ordinal) : null)];
    }

    /// <summary>How many texts were longer than their variable and lost their end.</summary>
    public int TextsCut { get; private set; }

    private SavVariable Next => _cell < _variables.Count ? _variables[_cell++] : throw new InvalidOperationException("The row has more cells than the dictionary has variables.");

    /// <exception cref="ArgumentException">The format cannot hold this dictionary; the message names the variable.</exception>
    public static async Task<SavTableWriter> CreateAsync(Stream output, SavDictionary dictionary, CancellationToken cancel)
    {
        await output.WriteAsync(SavDictionaryBytes.Of(dictionary), cancel);
        return new SavTableWriter(output, dictionary);
    }

    /// <inheritdoc/>
    public override void Text(string words)
    {
        var variable = Next;
        if (variable.Kind != SavKind.Text) throw Other(variable, "words");
        // A tab or a new line is a character like another here; nothing is ever run as a formula.
        var bytes = SavLayout.Bytes(words, variable.Width);
        if (bytes.Length == variable.Width && System.Text.Encoding.UTF8.GetByteCount(words) > variable.Width) TextsCut++;
        for (var s = 0; s < SavLayout.Segments(variable.Width); s++)
        {
            var from = Math.Min(s * SavLayout.Chunk, bytes.Length);
            var length = Math.Min(SavLayout.Carried(variable.Width, s), bytes.Length - from);
            _cases.Text(bytes.AsSpan(from, length), SavLayout.Elements(SavLayout.Declared(variable.Width, s)));
        }
    }

    /// <summary>A code that the variable's labels know, as its number; in a text, the code itself. An empty code is an empty cell.</summary>
    public override void Code(string code)
    {
        if (_cell < _variables.Count && _variables[_cell].Kind == SavKind.Text) Text(code);
        else if (code.Length == 0) Empty();
        else if (_cell < _variables.Count && _codes[_cell]?.TryGetValue(code, out var value) == true) Number(value);
        else throw Other(Next, "this code");
    }

    /// <inheritdoc/>
    public override void Number(double? value)
    {
        var variable = Next;
        if (variable.Kind == SavKind.Text) throw Other(variable, "a number");
        _cases.Number(value);
    }

    /// <inheritdoc/>
    public override void Day(DateOnly? day)
    {
        var variable = Next;
        if (variable.Kind != SavKind.Day) throw Other(variable, "a day");
        _cases.Number(day is { } known ? (known.DayNumber - SavLayout.FirstDay.DayNumber) * 86_400.0 : null);
    }

    /// <inheritdoc/>
    public override void Empty()
    {
        if (_cell < _variables.Count && _variables[_cell].Kind == SavKind.Text)
        {
            Text("");
            return;
        }

        _ = Next;
        _cases.Number(null);
    }

    /// <inheritdoc/>
    public override async ValueTask EndRowAsync(CancellationToken cancel)
    {
        if (_cell < _variables.Count) throw new InvalidOperationException($"The row ends before {_variables[_cell].Name}.");
        (_cell, _rows) = (0, _rows + 1);
        if (_cases.Ready >= Enough) await _cases.FlushAsync(_output, cancel);
    }

    /// <summary>The dictionary holds the names: nothing is written.</summary>
    public override ValueTask HeaderAsync(IEnumerable<string> names, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_isFinished) return;
        _isFinished = true;
        _cases.Finish();
        await _cases.FlushAsync(_output, CancellationToken.None);
        if (_announced is { } rows && rows != _rows) throw new InvalidOperationException($"The dictionary announced {rows} rows, and {_rows} were written.");
    }

    // The cell itself is somebody's answer: only the variable is named.
    private static InvalidOperationException Other(SavVariable variable, string what) => new($"{variable.Name} does not hold {what}.");
}
