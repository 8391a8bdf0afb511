namespace Diapason.Tables;

/// <summary>
/// Writes a table cell by cell and row by row to a stream that is being sent: holds one row. A caller says what a cell is, the format how it is
/// written, so that one use case serves text and spreadsheets alike. Dispose it to finish the file.
/// </summary>
public abstract class TableWriter : IAsyncDisposable
{
    /// <summary>Words a person may have typed: never run as a formula.</summary>
    public abstract void Text(string words);

    /// <summary>A code or a name of our own, written as it is.</summary>
    public abstract void Code(string code);

    /// <summary>A number; null is an empty cell.</summary>
    public abstract void Number(double? value);

    /// <summary>A share from 0 to 1, which a spreadsheet shows in percent; null is an empty cell.</summary>
    public virtual void Share(double? value) => Number(value);

    /// <summary>A day; null is an empty cell.</summary>
    public abstract void Day(DateOnly? day);

    /// <summary>A cell that holds nothing.</summary>
    public abstract void Empty();

    /// <summary>Ends the row and hands it to the stream.</summary>
    public abstract ValueTask EndRowAsync(CancellationToken cancel);

    /// <summary>A row of names, the first of a table.</summary>
    public virtual async ValueTask HeaderAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        foreach (var name in names) Code(name);
        await EndRowAsync(cancel);
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
