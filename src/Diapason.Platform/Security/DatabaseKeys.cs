using System.Xml.Linq;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Security;

/// <summary>One key of the ring that protects cookies and form tokens.</summary>
internal sealed class DataProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("platform_data_protection_key");
        builder.HasKey(k => k.Name);
    }
}

/// <summary>Keeps the key ring in the database, so that several machines and a restart share it.</summary>
internal sealed class DatabaseKeys(IDbContextFactory<DiapasonDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<DataProtectionKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
