using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Postgres;

/// <summary>A line of the audit trail may lose its words, as when a person is erased, and go when its time is over; it never says something else.</summary>
[DbContext(typeof(PostgresTalkaDb))]
[Migration("20261129235900_TrailTriggers")]
public sealed class TrailTriggers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION audit_trail_update() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (NEW.id, NEW.at, NEW.act, NEW.person_id, NEW.address, NEW.mandate)
                   IS DISTINCT FROM (OLD.id, OLD.at, OLD.act, OLD.person_id, OLD.address, OLD.mandate)
               OR (NEW.subject IS NOT NULL AND NEW.subject IS DISTINCT FROM OLD.subject)
               OR (NEW.detail IS NOT NULL AND NEW.detail IS DISTINCT FROM OLD.detail)
            THEN
                RAISE EXCEPTION 'the audit trail is never changed' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;

        CREATE TRIGGER audit_trail_update BEFORE UPDATE ON audit_trail FOR EACH ROW EXECUTE FUNCTION audit_trail_update();
        CREATE TRIGGER audit_trail_truncate BEFORE TRUNCATE ON audit_trail FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION audit_trail_update CASCADE;");
}
