namespace Diapason.Platform.Backups.Rows;

/// <summary>Copies every row of a source into an empty database, then reads it back: count and sum of each table must be those of what was written.</summary>
internal static class CopyRows
{
    /// <summary>How many rows there are.</summary>
    public static async Task<long> RunAsync(IRowSource source, IRowTarget target, CancellationToken cancel)
    {
        var fitted = source.Shape.Tables.ToDictionary(table => table.Name, table => Fit(table, target.Shape), StringComparer.Ordinal);
        var sums = fitted.Keys.ToDictionary(name => name, _ => new RowSum(), StringComparer.Ordinal);
        TableShape? current = null;
        await foreach (var row in source.RowsAsync(cancel))
        {
            var table = fitted[row.Table.Name];
            if (table != current)
            {
                if (current is not null) await target.EndAsync(cancel);
                await target.BeginAsync(current = table, cancel);
            }

            var values = Fit(row.Values, table);
            sums[table.Name].Add(values);
            await target.AddAsync(values, cancel);
        }

        if (current is not null) await target.EndAsync(cancel);
        await ReadBackAsync(target, fitted.Values, sums, cancel);
        return sums.Values.Sum(sum => sum.Rows);
    }

    private static async Task ReadBackAsync(IRowTarget target, IEnumerable<TableShape> tables, Dictionary<string, RowSum> sums, CancellationToken cancel)
    {
        var written = new DatabaseRows(target.Connection, target.Transaction, target.Shape);
        foreach (var table in tables)
        {
            var found = new RowSum();
            await foreach (var values in written.OfAsync(table, cancel)) found.Add(values);
            if (found.ToString() != sums[table.Name].ToString()) throw new BackupRefused("backup.rows_differ", table.Name);
        }
    }

    /// <summary>The columns of a source’s table, each with the kind it has where it goes.</summary>
    private static TableShape Fit(TableShape table, DatabaseShape target)
    {
        var there = target.Tables.FirstOrDefault(t => t.Name == table.Name) ?? throw new BackupRefused("backup.other_shape", table.Name);
        return there with
        {
            Columns = [.. table.Columns.Select(c => there.Columns.FirstOrDefault(o => o.Name == c.Name) ?? throw new BackupRefused("backup.other_shape", $"{table.Name}.{c.Name}"))],
        };
    }

    private static object?[] Fit(object?[] values, TableShape table)
    {
        var fitted = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                fitted[i] = FittedValue.Of(values[i], table.Columns[i].Kind);
            }
            catch (FormatException)
            {
                // Which value, nobody is told: it may be an answer.
                throw new BackupRefused("backup.unfit_value", $"{table.Name}.{table.Columns[i].Name}");
            }
        }

        return fitted;
    }
}
