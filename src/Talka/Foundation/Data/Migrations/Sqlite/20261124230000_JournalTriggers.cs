using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Sqlite;

/// <summary>
/// The journal only grows. What may happen to a row of <c>journal_entries</c> is to lose salt, payload and everything projected from it,
/// once an intact entry of kind <c>erasure</c> names it.
/// </summary>
[DbContext(typeof(SqliteTalkaDb))]
[Migration("20261124230000_JournalTriggers")]
public sealed class JournalTriggers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Also refuses INSERT OR REPLACE, which would delete the older row without telling a DELETE trigger.
        migrationBuilder.Sql("""
            CREATE TRIGGER journal_entries_insert BEFORE INSERT ON journal_entries
            WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM journal_entries), 0) + 1
              OR EXISTS (SELECT 1 FROM journal_entries WHERE id = NEW.id)
              OR EXISTS (SELECT 1 FROM journal_entries WHERE corrects = NEW.corrects AND corrects IS NOT NULL)
            BEGIN
                SELECT RAISE(ABORT, 'UNIQUE or gapless: journal_entries.sequence, journal_entries.id, journal_entries.corrects');
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER journal_entries_delete BEFORE DELETE ON journal_entries
            BEGIN
                SELECT RAISE(ABORT, 'journal entries are never deleted');
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER journal_entries_update BEFORE UPDATE ON journal_entries
            WHEN NOT (
                (NEW.sequence, NEW.id, NEW.kind, NEW.recorded_at, NEW.commitment, NEW.leaf_hash)
                IS (OLD.sequence, OLD.id, OLD.kind, OLD.recorded_at, OLD.commitment, OLD.leaf_hash)
                AND coalesce(
                    NEW.salt, NEW.payload, NEW.recorded_by, NEW.mandate, NEW.year, NEW.stream, NEW.title, NEW.description, NEW.date_from,
                    NEW.date_to, NEW.mode, NEW.place, NEW.region, NEW.target_group, NEW.partners, NEW.quantity, NEW.quantity_approximate,
                    NEW.participants, NEW.participants_approximate, NEW.amount, NEW.reach, NEW.channel, NEW.series, NEW.state, NEW.note,
                    NEW.to_year, NEW.category, NEW.payee, NEW.document_number, NEW.concerns, NEW.external_id, NEW.source_area,
                    NEW.source_id, NEW.source_url, NEW.corrects, NEW.correction, NEW.reason) IS NULL
                AND EXISTS (
                    SELECT 1 FROM journal_entries erasure
                    WHERE erasure.concerns = OLD.sequence AND erasure.kind = 'erasure' AND erasure.payload IS NOT NULL))
            BEGIN
                SELECT RAISE(ABORT, 'journal entries are never changed');
            END
            """);
        foreach (var table in (string[])["journal_files", "journal_tiles"])
        {
            migrationBuilder.Sql($"""
                CREATE TRIGGER {table}_update BEFORE UPDATE ON {table}
                BEGIN
                    SELECT RAISE(ABORT, '{table} is never changed');
                END
                """);
        }

        migrationBuilder.Sql("""
            CREATE TRIGGER journal_tiles_delete BEFORE DELETE ON journal_tiles
            BEGIN
                SELECT RAISE(ABORT, 'journal_tiles is never changed');
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER journal_files_delete BEFORE DELETE ON journal_files
            WHEN EXISTS (SELECT 1 FROM journal_entries WHERE sequence = OLD.sequence AND payload IS NOT NULL)
            BEGIN
                SELECT RAISE(ABORT, 'files of an entry go only when it is erased');
            END
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in (string[])[
            "journal_entries_insert", "journal_entries_delete", "journal_entries_update",
            "journal_files_update", "journal_files_delete", "journal_tiles_update", "journal_tiles_delete"])
        {
            migrationBuilder.Sql($"DROP TRIGGER {trigger}");
        }
    }
}
