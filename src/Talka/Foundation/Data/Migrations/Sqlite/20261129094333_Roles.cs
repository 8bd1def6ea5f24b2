using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Talka.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "authorities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    registration_number = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    authority_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_grants",
                columns: table => new
                {
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grants", x => new { x.mandate_id, x.person_id, x.role });
                    table.ForeignKey(
                        name: "fk_role_grants_mandate_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_grants_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "authority_members",
                columns: table => new
                {
                    authority_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority_members", x => new { x.authority_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_authority_members_authorities_authority_id",
                        column: x => x.authority_id,
                        principalTable: "authorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_authority_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // As plain SQL: EF Core would rebuild the whole table for the foreign key, outside the transaction
            migrationBuilder.Sql("ALTER TABLE mandates ADD COLUMN authority_id TEXT NULL CONSTRAINT fk_mandates_authorities_authority_id REFERENCES authorities (id) ON DELETE RESTRICT;");

            migrationBuilder.CreateIndex(
                name: "ix_mandates_authority_id",
                table: "mandates",
                column: "authority_id");

            migrationBuilder.CreateIndex(
                name: "ix_authorities_name",
                table: "authorities",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_authority_members_person_id_authority_id",
                table: "authority_members",
                columns: new[] { "person_id", "authority_id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_changes_authority_id_id",
                table: "role_changes",
                columns: new[] { "authority_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_changes_mandate_id_id",
                table: "role_changes",
                columns: new[] { "mandate_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_changes_person_id",
                table: "role_changes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_person_id_mandate_id",
                table: "role_grants",
                columns: new[] { "person_id", "mandate_id" });

            // Until now whoever was signed in could do everything; they keep it, as coordinators, and the history says so.
            migrationBuilder.Sql(
                """
                INSERT INTO role_grants (mandate_id, person_id, role, since) SELECT m.id, p.id, 'Coordinator', strftime('%Y-%m-%d %H:%M:%f', 'now') FROM mandates m CROSS JOIN people p;
                INSERT INTO role_changes (id, at, person_id, role, is_given, mandate_id, reason)
                SELECT upper(substr(hex(randomblob(4)), 1, 8) || '-' || substr(hex(randomblob(2)), 1, 4) || '-4' || substr(hex(randomblob(2)), 2, 3) || '-8' || substr(hex(randomblob(2)), 2, 3) || '-' || hex(randomblob(6))), g.since, g.person_id, g.role, 1, g.mandate_id, 'Līdz šim drīkstēja visu.' FROM role_grants g;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_mandates_authorities_authority_id",
                table: "mandates");

            migrationBuilder.DropTable(
                name: "authority_members");

            migrationBuilder.DropTable(
                name: "role_changes");

            migrationBuilder.DropTable(
                name: "role_grants");

            migrationBuilder.DropTable(
                name: "authorities");

            migrationBuilder.DropIndex(
                name: "ix_mandates_authority_id",
                table: "mandates");

            migrationBuilder.DropColumn(
                name: "authority_id",
                table: "mandates");
        }
    }
}
