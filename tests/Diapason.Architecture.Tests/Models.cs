using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Architecture.Tests;

/// <summary>The context as the product composes it, without a server.</summary>
internal sealed class Models : IDisposable
{
    private readonly SqliteConnection? _memory;

    public Models()
    {
        _memory = new SqliteConnection("Data Source=:memory:");
        _memory.Open();
        Db = Of(options => options.UseSqlite(_memory));
    }

    public Models(string postgres) => Db = Of(options => options.UseNpgsql(postgres));

    public DiapasonDb Db { get; }

    private static DiapasonDb Of(Action<DbContextOptionsBuilder> database)
    {
        var options = new DbContextOptionsBuilder<DiapasonDb>().UseApplicationServiceProvider(new ServiceCollection().AddSingleton(new ModuleCatalog(Product.Modules)).BuildServiceProvider());
        database(options);
        return new DiapasonDb((DbContextOptions<DiapasonDb>)options.Options);
    }

    public void Dispose()
    {
        Db.Dispose();
        _memory?.Dispose();
    }
}
