using System.Data.Common;

namespace Diapason.Platform.Data;

/// <summary>Hand-written SQL with named parameters, for the few hot paths that do not go through the context.</summary>
public static class Sql
{
    /// <summary>A command on a connection; a parameter's name is written without its mark and used as <c>@name</c>.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
