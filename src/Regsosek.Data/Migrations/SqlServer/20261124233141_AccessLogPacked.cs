using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AccessLogPacked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessSubjects");

            migrationBuilder.AlterColumn<byte[]>(
                name: "Root",
                table: "AccessSegments",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "varbinary(max)");

            // Entries of the unreleased first form can't be verified in this one: the log begins anew.
            migrationBuilder.Sql("DELETE FROM \"AccessSegments\"");
            migrationBuilder.Sql("DELETE FROM \"AccessEntries\"");
            migrationBuilder.Sql("DELETE FROM \"KeyBlocks\" WHERE \"Name\" = 'access-log'");

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "AccessSegments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ExportedAt",
                table: "AccessSegments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "LastHash",
                table: "AccessSegments",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Subjects",
                table: "AccessEntries",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "AccessPostings",
                columns: table => new
                {
                    Bucket = table.Column<int>(type: "int", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Postings = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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

            migrationBuilder.AlterColumn<byte[]>(
                name: "Root",
                table: "AccessSegments",
                type: "varbinary(max)",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "varbinary(32)",
                oldMaxLength: 32);

            migrationBuilder.CreateTable(
                name: "AccessSubjects",
                columns: table => new
                {
                    Subject = table.Column<long>(type: "bigint", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    AgreementKey = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Persons = table.Column<int>(type: "int", nullable: false)
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
