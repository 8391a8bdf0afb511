using System.Text;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Diapason.Platform.Data;

/// <summary>
/// The one database context, composed from the platform's and each module's entity configurations. Columns are in snake case. It sees the rows of
/// one council: that of the request it was made for, or the one named to <see cref="CouncilContexts.OfCouncilAsync"/>.
/// </summary>
public sealed class DiapasonDb(DbContextOptions<DiapasonDb> options) : DbContext(options)
{
    private static readonly Func<Guid?> NoCouncil = () => null;
    private Func<Guid?> _council = NoCouncil;

    /// <summary>What the filter compares with. A context without a council refuses, rather than show everything or nothing.</summary>
    internal Guid CouncilId => _council()
        ?? throw new InvalidOperationException("This context belongs to no council: set the scope's CurrentCouncil, ask the factory OfCouncilAsync, or say EveryCouncil.");

    /// <summary>
    /// The rows of every council, for jobs, followers and the command line: <c>db.EveryCouncil&lt;Campaign&gt;()</c>. The whole query it stands in
    /// then looks across councils. A test lists who may.
    /// </summary>
    public IQueryable<TEntity> EveryCouncil<TEntity>()
        where TEntity : class
        => Set<TEntity>().IgnoreQueryFilters([CouncilFilter.Name]);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOtherCouncils();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOtherCouncils();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Asked at each query: a request learns its council after its first services are made.</summary>
    internal void BelongTo(Func<Guid?> council) => _council = council;

    /// <summary>Contexts are lent from a pool: what one is given back with, the next must not find.</summary>
    public override void Dispose()
    {
        _council = NoCouncil;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        _council = NoCouncil;
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DiapasonDb).Assembly);
        foreach (var module in this.GetService<ModuleCatalog>().Modules) modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
        CouncilFilter.Apply(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
    }

    /// <summary>What a council's context writes is that council's. A job's context has none, and writes what it has read.</summary>
    private void RefuseOtherCouncils()
    {
        if (_council() is not { } here) return;
        foreach (var entry in ChangeTracker.Entries<ICouncilOwned>())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity.CouncilId != here)
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another council was about to be written.");
    }

    internal static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        value => JsonSerializer.Deserialize<LocalizedText>(value, JsonSerializerOptions.Web)!);
}
