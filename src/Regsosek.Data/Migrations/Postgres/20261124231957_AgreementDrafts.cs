using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Regsosek.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AgreementDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Agreements",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgreementDrafts",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Open = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    DraftedBy = table.Column<string>(type: "text", nullable: false),
                    DraftedFor = table.Column<string>(type: "text", nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: true),
                    DecidedFor = table.Column<string>(type: "text", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementDrafts", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementDrafts_Code",
                table: "AgreementDrafts",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementDrafts_Open",
                table: "AgreementDrafts",
                column: "Open",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementDrafts");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Agreements");
        }
    }
}
