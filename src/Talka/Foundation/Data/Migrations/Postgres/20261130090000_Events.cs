using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Talka.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Events : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    description = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    description_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    planned_count = table.Column<int>(type: "integer", nullable: true),
                    common_registration = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_series_mandates_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    registration_number = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    municipality = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    areas = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_minority = table.Column<bool>(type: "boolean", nullable: false),
                    community = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    contact_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    contact_consent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    claimed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mandate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    description = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    description_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    stream = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    target_group = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    region = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    venue = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    accessibility = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    online_link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    languages = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    interpretation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    image_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    image_alt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    image_alt_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    opens_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    offer_hours = table.Column<int>(type: "integer", nullable: true),
                    most_in_party = table.Column<int>(type: "integer", nullable: false),
                    form_id = table.Column<Guid>(type: "uuid", nullable: true),
                    feedback_form_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    contact_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    recording_link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    state_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    entry_sequence = table.Column<long>(type: "bigint", nullable: true),
                    counted = table.Column<string>(type: "text", nullable: true),
                    erased_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_event_series_series_id",
                        column: x => x.series_id,
                        principalTable: "event_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_events_mandates_mandate_id",
                        column: x => x.mandate_id,
                        principalTable: "mandates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "form_versions",
                columns: table => new
                {
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_versions", x => new { x.form_id, x.number });
                    table.ForeignKey(
                        name: "fk_form_versions_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisation_claims_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_doors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_doors", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_doors_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_jobs", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_jobs_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_materials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    @for = table.Column<string>(name: "for", type: "character varying(40)", maxLength: 40, nullable: false),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    content_type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_materials_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    minutes_before = table.Column<int>(type: "integer", nullable: true),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    subject_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    text_en = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_to = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    mails = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_messages_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_organisations",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_organisations", x => new { x.event_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_event_organisations_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_organisations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_seats",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: true),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: false),
                    last_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_seats", x => new { x.event_id, x.mode, x.group });
                    table.ForeignKey(
                        name: "fk_event_seats_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    programme = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_sessions_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_speakers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    consent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    photo_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_speakers", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_speakers_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "form_responses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_responses", x => x.id);
                    table.ForeignKey(
                        name: "fk_form_responses_form_versions_form_id_version",
                        columns: x => new { x.form_id, x.version },
                        principalTable: "form_versions",
                        principalColumns: new[] { "form_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    person_key = table.Column<string>(type: "character varying(455)", maxLength: 455, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    target_group = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    request_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ticket_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    short_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    came_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    online_minutes = table.Column<int>(type: "integer", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_registrations", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_registrations_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_registrations_form_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "form_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_event_registrations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "form_answers",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    erase_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_answers", x => new { x.response_id, x.question, x.ordinal });
                    table.ForeignKey(
                        name: "fk_form_answers_form_response_response_id",
                        column: x => x.response_id,
                        principalTable: "form_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_certificates_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_certificates_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "event_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_check_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    door_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_check_ins", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_check_ins_event_door_door_id",
                        column: x => x.door_id,
                        principalTable: "event_doors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_event_check_ins_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_check_ins_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "event_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_online_attendance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    match = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_online_attendance", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_online_attendance_event_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_online_attendance_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "event_registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "ix_event_certificates_code",
                table: "event_certificates",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_certificates_event_id_id",
                table: "event_certificates",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_certificates_registration_id",
                table: "event_certificates",
                column: "registration_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_certificates_sha256",
                table: "event_certificates",
                column: "sha256",
                filter: "sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_door_id",
                table: "event_check_ins",
                column: "door_id",
                filter: "door_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_event_id_received_at",
                table: "event_check_ins",
                columns: new[] { "event_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_registration_id",
                table: "event_check_ins",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_doors_event_id_id",
                table: "event_doors",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_doors_token_hash",
                table: "event_doors",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_jobs_claimed_until",
                table: "event_jobs",
                column: "claimed_until",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_jobs_event_id_kind",
                table: "event_jobs",
                columns: new[] { "event_id", "kind" },
                unique: true,
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_materials_event_id_ordinal",
                table: "event_materials",
                columns: new[] { "event_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_event_materials_sha256",
                table: "event_materials",
                column: "sha256",
                filter: "sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_messages_due_at",
                table: "event_messages",
                column: "due_at",
                filter: "sent_at IS NULL AND due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_messages_event_id_due_at",
                table: "event_messages",
                columns: new[] { "event_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_online_attendance_email",
                table: "event_online_attendance",
                column: "email",
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_online_attendance_event_id_match_id",
                table: "event_online_attendance",
                columns: new[] { "event_id", "match", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_online_attendance_registration_id",
                table: "event_online_attendance",
                column: "registration_id",
                filter: "registration_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_organisations_organisation_id",
                table: "event_organisations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_email",
                table: "event_registrations",
                column: "email",
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_event_id_id",
                table: "event_registrations",
                columns: new[] { "event_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_event_id_person_key",
                table: "event_registrations",
                columns: new[] { "event_id", "person_key" },
                unique: true,
                filter: "state NOT IN ('Cancelled', 'Lapsed')");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_event_id_request_key",
                table: "event_registrations",
                columns: new[] { "event_id", "request_key" },
                unique: true,
                filter: "request_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_event_id_short_code",
                table: "event_registrations",
                columns: new[] { "event_id", "short_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_event_id_state_mode_number",
                table: "event_registrations",
                columns: new[] { "event_id", "state", "mode", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_held_until",
                table: "event_registrations",
                column: "held_until",
                filter: "held_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_organisation_id",
                table: "event_registrations",
                column: "organisation_id",
                filter: "organisation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_party_id",
                table: "event_registrations",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_response_id",
                table: "event_registrations",
                column: "response_id",
                filter: "response_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_event_registrations_ticket_code",
                table: "event_registrations",
                column: "ticket_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_series_mandate_id_id",
                table: "event_series",
                columns: new[] { "mandate_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_event_series_slug",
                table: "event_series",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_sessions_event_id_starts_at",
                table: "event_sessions",
                columns: new[] { "event_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_event_speakers_event_id_ordinal",
                table: "event_speakers",
                columns: new[] { "event_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_event_speakers_photo_sha256",
                table: "event_speakers",
                column: "photo_sha256",
                filter: "photo_sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_erased_at_ends_at",
                table: "events",
                columns: new[] { "erased_at", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_events_image_sha256",
                table: "events",
                column: "image_sha256",
                filter: "image_sha256 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_events_mandate_id_starts_at",
                table: "events",
                columns: new[] { "mandate_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_events_series_id_starts_at",
                table: "events",
                columns: new[] { "series_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_events_slug",
                table: "events",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_state_starts_at",
                table: "events",
                columns: new[] { "state", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_form_answers_erase_on",
                table: "form_answers",
                column: "erase_on",
                filter: "erase_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_form_responses_form_id_id",
                table: "form_responses",
                columns: new[] { "form_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_form_responses_form_id_version",
                table: "form_responses",
                columns: new[] { "form_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_forms_owner_kind_owner_id",
                table: "forms",
                columns: new[] { "owner_kind", "owner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claims_expires_at",
                table: "organisation_claims",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claims_organisation_id",
                table: "organisation_claims",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_claims_token_hash",
                table: "organisation_claims",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_email",
                table: "organisations",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_name_key",
                table: "organisations",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_region_name_key",
                table: "organisations",
                columns: new[] { "region", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_organisations_registration_number",
                table: "organisations",
                column: "registration_number",
                unique: true,
                filter: "registration_number IS NOT NULL AND merged_into_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_slug",
                table: "organisations",
                column: "slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_certificates");

            migrationBuilder.DropTable(
                name: "event_check_ins");

            migrationBuilder.DropTable(
                name: "event_jobs");

            migrationBuilder.DropTable(
                name: "event_materials");

            migrationBuilder.DropTable(
                name: "event_messages");

            migrationBuilder.DropTable(
                name: "event_online_attendance");

            migrationBuilder.DropTable(
                name: "event_organisations");

            migrationBuilder.DropTable(
                name: "event_seats");

            migrationBuilder.DropTable(
                name: "event_sessions");

            migrationBuilder.DropTable(
                name: "event_speakers");

            migrationBuilder.DropTable(
                name: "form_answers");

            migrationBuilder.DropTable(
                name: "organisation_claims");

            migrationBuilder.DropTable(
                name: "event_doors");

            migrationBuilder.DropTable(
                name: "event_registrations");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "form_responses");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "event_series");

            migrationBuilder.DropTable(
                name: "form_versions");

            migrationBuilder.DropTable(
                name: "forms");
        }
    }
}
