using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Sqlite;

/// <summary>An erasure takes the mark of lateness away with the rest; until then nobody puts one in or takes it off.</summary>
[DbContext(typeof(SqliteTalkaDb))]
[Migration("20261129235910_LateEntryTrigger")]
public sealed class LateEntryTrigger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER journal_entries_update");
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
                    NEW.source_id, NEW.source_url, NEW.corrects, NEW.correction, NEW.reason, NEW.is_late) IS NULL
                AND EXISTS (
                    SELECT 1 FROM journal_entries erasure
                    WHERE erasure.concerns = OLD.sequence AND erasure.kind = 'erasure' AND erasure.payload IS NOT NULL))
            BEGIN
                SELECT RAISE(ABORT, 'journal entries are never changed');
            END
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER journal_entries_update");
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
    }
}
