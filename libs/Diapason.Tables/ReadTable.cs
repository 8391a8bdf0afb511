namespace Diapason.Tables;

/// <summary>Reads a table that somebody sent, whatever it is: separated text in the encodings in use, or the first sheet of an XLSX file.</summary>
public static class ReadTable
{
    /// <summary>The rows that are not blank, with the line of each; or what is wrong and where.</summary>
    /// <param name="file">Read to its end, at most one byte over the limit.</param>
    /// <param name="limits">Null: <see cref="TableLimits.Default"/>.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<Table> RowsAsync(Stream file, TableLimits? limits = null, CancellationToken cancel = default)
    {
        limits ??= TableLimits.Default;
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length + read > limits.Bytes) return new([], new(TableFault.TooLong, 0, limits.Bytes));
            kept.Write(buffer, 0, read);
        }

        var bytes = kept.GetBuffer().AsSpan(0, (int)kept.Length);
        var content = FileContents.Of(bytes);
        if (content is FileContent.Text or FileContent.Empty) return ReadCsv.Rows(bytes, limits: limits);
        if (content != FileContent.Spreadsheet) return new([], new(TableFault.OtherKind, 0) { Content = content });
        var (sheets, problem) = ReadSpreadsheet.Sheets(kept, limits);
        return new(sheets is [var first, ..] ? first.Rows : [], problem);
    }
}
