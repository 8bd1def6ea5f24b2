using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Sqlite;

/// <summary>A line of the audit trail may lose its words, as when a person is erased, and go when its time is over; it never says something else.</summary>
[DbContext(typeof(SqliteTalkaDb))]
[Migration("20261129235900_TrailTriggers")]
public sealed class TrailTriggers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Also refuses INSERT OR REPLACE, which would change a line without telling an UPDATE trigger.
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_trail_insert BEFORE INSERT ON audit_trail
            WHEN EXISTS (SELECT 1 FROM audit_trail WHERE id = NEW.id)
            BEGIN
                SELECT RAISE(ABORT, 'UNIQUE: audit_trail.id');
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER audit_trail_update BEFORE UPDATE ON audit_trail
            WHEN (NEW.id, NEW.at, NEW.act, NEW.person_id, NEW.address, NEW.mandate) IS NOT (OLD.id, OLD.at, OLD.act, OLD.person_id, OLD.address, OLD.mandate)
              OR (NEW.subject IS NOT NULL AND NEW.subject IS NOT OLD.subject)
              OR (NEW.detail IS NOT NULL AND NEW.detail IS NOT OLD.detail)
            BEGIN
                SELECT RAISE(ABORT, 'the audit trail is never changed');
            END
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER audit_trail_insert");
        migrationBuilder.Sql("DROP TRIGGER audit_trail_update");
    }
}
