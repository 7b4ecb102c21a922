using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccessLogPacked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessSubjects");

            // Entries of the unreleased first form can't be verified in this one: the log begins anew.
            migrationBuilder.Sql("DELETE FROM \"AccessSegments\"");
            migrationBuilder.Sql("DELETE FROM \"AccessEntries\"");
            migrationBuilder.Sql("DELETE FROM \"KeyBlocks\" WHERE \"Name\" = 'access-log'");

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "AccessSegments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ExportedAt",
                table: "AccessSegments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "LastHash",
                table: "AccessSegments",
                type: "bytea",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Subjects",
                table: "AccessEntries",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "AccessPostings",
                columns: table => new
                {
                    Bucket = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Postings = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessPostings", x => new { x.Bucket, x.First });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessPostings");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "AccessSegments");

            migrationBuilder.DropColumn(
                name: "ExportedAt",
                table: "AccessSegments");

            migrationBuilder.DropColumn(
                name: "LastHash",
                table: "AccessSegments");

            migrationBuilder.DropColumn(
                name: "Subjects",
                table: "AccessEntries");

            migrationBuilder.CreateTable(
                name: "AccessSubjects",
                columns: table => new
                {
                    Subject = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessSubjects", x => new { x.Subject, x.Sequence });
                    table.ForeignKey(
                        name: "FK_AccessSubjects_AccessEntries_Sequence",
                        column: x => x.Sequence,
                        principalTable: "AccessEntries",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessSubjects_Sequence",
                table: "AccessSubjects",
                column: "Sequence");
        }
    }
}
