using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Postgres;

/// <summary>
/// The journal only grows. What may happen to a row of <c>journal_entries</c> is to lose salt, payload and everything projected from it,
/// once an intact entry of kind <c>erasure</c> names it.
/// </summary>
[DbContext(typeof(PostgresTalkaDb))]
[Migration("20261124230000_JournalTriggers")]
public sealed class JournalTriggers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
            END $$;

            CREATE FUNCTION journal_entries_update() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                kept CONSTANT text[] := ARRAY['sequence', 'id', 'kind', 'recorded_at', 'commitment', 'leaf_hash'];
            BEGIN
                IF (NEW.sequence, NEW.id, NEW.kind, NEW.recorded_at, NEW.commitment, NEW.leaf_hash)
                       IS NOT DISTINCT FROM (OLD.sequence, OLD.id, OLD.kind, OLD.recorded_at, OLD.commitment, OLD.leaf_hash)
                   AND jsonb_strip_nulls(to_jsonb(NEW) - kept) = '{}'::jsonb
                   AND EXISTS (
                       SELECT 1 FROM journal_entries erasure
                       WHERE erasure.concerns = OLD.sequence AND erasure.kind = 'erasure' AND erasure.payload IS NOT NULL)
                THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'journal entries are never changed' USING ERRCODE = 'restrict_violation';
            END $$;

            CREATE FUNCTION journal_files_delete() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF EXISTS (SELECT 1 FROM journal_entries WHERE sequence = OLD.sequence AND payload IS NOT NULL) THEN
                    RAISE EXCEPTION 'files of an entry go only when it is erased' USING ERRCODE = 'restrict_violation';
                END IF;
                RETURN OLD;
            END $$;

            CREATE TRIGGER journal_entries_update BEFORE UPDATE ON journal_entries FOR EACH ROW EXECUTE FUNCTION journal_entries_update();
            CREATE TRIGGER journal_entries_delete BEFORE DELETE ON journal_entries FOR EACH ROW EXECUTE FUNCTION journal_refuse();
            CREATE TRIGGER journal_entries_truncate BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

            CREATE TRIGGER journal_files_update BEFORE UPDATE ON journal_files FOR EACH ROW EXECUTE FUNCTION journal_refuse();
            CREATE TRIGGER journal_files_delete BEFORE DELETE ON journal_files FOR EACH ROW EXECUTE FUNCTION journal_files_delete();
            CREATE TRIGGER journal_files_truncate BEFORE TRUNCATE ON journal_files FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();

            CREATE TRIGGER journal_tiles_update BEFORE UPDATE OR DELETE ON journal_tiles FOR EACH ROW EXECUTE FUNCTION journal_refuse();
            CREATE TRIGGER journal_tiles_truncate BEFORE TRUNCATE ON journal_tiles FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP FUNCTION journal_refuse CASCADE;
        DROP FUNCTION journal_entries_update CASCADE;
        DROP FUNCTION journal_files_delete CASCADE;
        """);
}
