using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Foundation.Secrets;

/// <summary>The framework's own entity for the keys that sign cookies and forms, kept here so that every node has the same.</summary>
internal static class ProtectionKeys
{
    public static IQueryable<DataProtectionKey> Keys(this TalkaDb db) => db.Set<DataProtectionKey>();

    internal sealed class Mapping : IEntityTypeConfiguration<DataProtectionKey>
    {
        public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
        {
            builder.ToTable("data_protection_keys");
            builder.Property(key => key.FriendlyName).HasMaxLength(200);
        }
    }
}
