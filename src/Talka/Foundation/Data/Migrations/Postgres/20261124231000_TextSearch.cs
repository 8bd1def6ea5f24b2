using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Talka.Foundation.Data.Migrations.Postgres;

/// <summary>What <see cref="Data.TextSearch.Fold"/> is in the program; SQLite is given it with each connection.</summary>
[DbContext(typeof(PostgresTalkaDb))]
[Migration("20261124231000_TextSearch")]
public sealed class TextSearchFunction : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE FUNCTION talka_fold(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT translate(lower($1 COLLATE "und-x-icu"), 'āēīōū', 'aeiou') $$;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP FUNCTION talka_fold(text);");
}
