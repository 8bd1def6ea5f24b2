using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Talka.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasure_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    page = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    handled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    handled_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_periods",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_periods", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    gone = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "site_logos",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_logos", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "site_settings",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    saved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    language_codes = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    contact_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    contact_phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    contact_address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    mail_sender = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    privacy_contact = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    logo_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_settings", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_summary_versions_published_by",
                table: "summary_versions",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_summary_texts_updated_by",
                table: "summary_texts",
                column: "updated_by");

            migrationBuilder.CreateIndex(
                name: "ix_role_changes_by_person_id",
                table: "role_changes",
                column: "by_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_to",
                table: "outbox",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_onboarding_drafts_person_id",
                table: "onboarding_drafts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_mandate_versions_recorded_by",
                table: "mandate_versions",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_journal_entries_recorded_by_sequence",
                table: "journal_entries",
                columns: new[] { "recorded_by", "sequence" },
                filter: "recorded_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_requests_person_id",
                table: "erasure_requests",
                column: "person_id",
                unique: true,
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_requests_state_id",
                table: "erasure_requests",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_feedback_messages_email",
                table: "feedback_messages",
                column: "email");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasure_requests");

            migrationBuilder.DropTable(
                name: "feedback_messages");

            migrationBuilder.DropTable(
                name: "retention_periods");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "site_logos");

            migrationBuilder.DropTable(
                name: "site_settings");

            migrationBuilder.DropIndex(
                name: "ix_summary_versions_published_by",
                table: "summary_versions");

            migrationBuilder.DropIndex(
                name: "ix_summary_texts_updated_by",
                table: "summary_texts");

            migrationBuilder.DropIndex(
                name: "ix_role_changes_by_person_id",
                table: "role_changes");

            migrationBuilder.DropIndex(
                name: "ix_outbox_to",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "ix_onboarding_drafts_person_id",
                table: "onboarding_drafts");

            migrationBuilder.DropIndex(
                name: "ix_mandate_versions_recorded_by",
                table: "mandate_versions");

            migrationBuilder.DropIndex(
                name: "ix_journal_entries_recorded_by_sequence",
                table: "journal_entries");
        }
    }
}
