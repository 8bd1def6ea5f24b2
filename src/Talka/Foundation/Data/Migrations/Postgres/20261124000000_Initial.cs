using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Talka.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journal_checkpoints",
                columns: table => new
                {
                    size = table.Column<long>(type: "bigint", nullable: false),
                    verifier_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_checkpoints", x => new { x.size, x.verifier_key });
                });

            migrationBuilder.CreateTable(
                name: "journal_entries",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    mandate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    year = table.Column<int>(type: "integer", nullable: true),
                    stream = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    date_from = table.Column<DateOnly>(type: "date", nullable: true),
                    date_to = table.Column<DateOnly>(type: "date", nullable: true),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    region = table.Column<string>(type: "text", nullable: true),
                    target_group = table.Column<string>(type: "text", nullable: true),
                    partners = table.Column<string>(type: "text", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: true),
                    quantity_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    participants = table.Column<long>(type: "bigint", nullable: true),
                    participants_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    reach = table.Column<long>(type: "bigint", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: true),
                    series = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    to_year = table.Column<int>(type: "integer", nullable: true),
                    category = table.Column<string>(type: "text", nullable: true),
                    payee = table.Column<string>(type: "text", nullable: true),
                    document_number = table.Column<string>(type: "text", nullable: true),
                    concerns = table.Column<long>(type: "bigint", nullable: true),
                    external_id = table.Column<string>(type: "text", nullable: true),
                    source_area = table.Column<string>(type: "text", nullable: true),
                    source_id = table.Column<string>(type: "text", nullable: true),
                    source_url = table.Column<string>(type: "text", nullable: true),
                    corrects = table.Column<long>(type: "bigint", nullable: true),
                    correction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_entries", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "journal_erased_identities",
                columns: table => new
                {
                    mandate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    area = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_erased_identities", x => new { x.mandate, x.area, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "journal_files",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_files", x => new { x.sequence, x.position });
                });

            migrationBuilder.CreateTable(
                name: "journal_kinds",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_lv = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    counted_lv = table.Column<string>(type: "text", nullable: false),
                    counted_en = table.Column<string>(type: "text", nullable: false),
                    required = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    offered = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    is_money = table.Column<bool>(type: "boolean", nullable: false),
                    is_system = table.Column<bool>(type: "boolean", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_kinds", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "journal_tiles",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_tiles", x => new { x.level, x.position });
                });

            migrationBuilder.CreateTable(
                name: "journal_tree",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    frontier = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_tree", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mandates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_administrator = table.Column<bool>(type: "boolean", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lockout_end = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "summary_texts",
                columns: table => new
                {
                    mandate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    section = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    markdown = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summary_texts", x => new { x.mandate, x.year, x.section });
                });

            migrationBuilder.CreateTable(
                name: "summary_versions",
                columns: table => new
                {
                    mandate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    journal_size = table.Column<long>(type: "bigint", nullable: false),
                    checkpoint = table.Column<string>(type: "text", nullable: false),
                    html_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pdf_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    docx_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    json_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    acknowledged = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summary_versions", x => new { x.mandate, x.number });
                });

            migrationBuilder.CreateTable(
                name: "mandate_versions",
                columns: table => new
                {
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    change = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    in_force = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mandate_versions", x => new { x.mandate_id, x.number });
                    table.ForeignKey(
                        name: "fk_mandate_versions_mandates_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_links_person_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_revisions",
                columns: table => new
                {
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    stream = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: true),
                    after = table.Column<long>(type: "bigint", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_revisions", x => new { x.mandate_id, x.version, x.year, x.stream });
                    table.ForeignKey(
                        name: "fk_plan_revisions_mandate_versions_mandate_id_version",
                        columns: x => new { x.mandate_id, x.version },
                        principalTable: "mandate_versions",
                        principalColumns: new[] { "mandate_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "journal_tree",
                columns: new[] { "id", "frontier", "root", "size" },
                values: new object[] { 1, new byte[0], new byte[] { 227, 176, 196, 66, 152, 252, 28, 20, 154, 251, 244, 200, 153, 111, 185, 36, 39, 174, 65, 228, 100, 155, 147, 76, 164, 149, 153, 27, 120, 82, 184, 85 }, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_account_links_person_id",
                table: "account_links",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_token_hash",
                table: "account_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_concerns",
                table: "journal_entries",
                column: "concerns",
                filter: "concerns IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_corrects",
                table: "journal_entries",
                column: "corrects",
                unique: true,
                filter: "corrects IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_id",
                table: "journal_entries",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_mandate_date_from_sequence",
                table: "journal_entries",
                columns: new[] { "mandate", "date_from", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_mandate_external_id",
                table: "journal_entries",
                columns: new[] { "mandate", "external_id" },
                filter: "external_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_mandate_year_kind",
                table: "journal_entries",
                columns: new[] { "mandate", "year", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_files_sha256",
                table: "journal_files",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_mandates_from_slug",
                table: "mandates",
                columns: new[] { "from", "slug" });

            migrationBuilder.CreateIndex(
                name: "ix_mandates_slug",
                table: "mandates",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_people_normalized_user_name",
                table: "people",
                column: "normalized_user_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "journal_checkpoints");

            migrationBuilder.DropTable(
                name: "journal_entries");

            migrationBuilder.DropTable(
                name: "journal_erased_identities");

            migrationBuilder.DropTable(
                name: "journal_files");

            migrationBuilder.DropTable(
                name: "journal_kinds");

            migrationBuilder.DropTable(
                name: "journal_tiles");

            migrationBuilder.DropTable(
                name: "journal_tree");

            migrationBuilder.DropTable(
                name: "plan_revisions");

            migrationBuilder.DropTable(
                name: "summary_texts");

            migrationBuilder.DropTable(
                name: "summary_versions");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "mandate_versions");

            migrationBuilder.DropTable(
                name: "mandates");
        }
    }
}
