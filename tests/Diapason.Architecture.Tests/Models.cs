using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Architecture.Tests;

/// <summary>The context as the product composes it, without a server.</summary>
internal sealed class Models : IDisposable
{
    private readonly SqliteConnection? _memory;

    public Models()
    {
        _memory = new SqliteConnection("Data Source=:memory:");
        _memory.Open();
        Db = new DiapasonDb(new DbContextOptionsBuilder<DiapasonDb>().UseSqlite(_memory).Options, new ModuleCatalog(Product.Modules));
    }

    public Models(string postgres) =>
        Db = new DiapasonDb(new DbContextOptionsBuilder<DiapasonDb>().UseNpgsql(postgres).Options, new ModuleCatalog(Product.Modules));

    public DiapasonDb Db { get; }

    public void Dispose()
    {
        Db.Dispose();
        _memory?.Dispose();
    }
}
