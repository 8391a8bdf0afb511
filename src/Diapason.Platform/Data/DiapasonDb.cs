using System.Text;
using System.Text.Json;
using Diapason.Platform.Modules;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Diapason.Platform.Data;

/// <summary>The one database context, composed from the platform's and each module's entity configurations. Columns are in snake case.</summary>
public sealed class DiapasonDb(DbContextOptions<DiapasonDb> options, ModuleCatalog modules) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DiapasonDb).Assembly);
        foreach (var module in modules.Modules) modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(SnakeCase(property.Name));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter>();
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
