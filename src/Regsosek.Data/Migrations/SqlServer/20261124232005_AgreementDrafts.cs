using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AgreementDrafts",
                columns: table => new
                {
                    Key = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Open = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    BasedOn = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DraftedBy = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DraftedFor = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DecidedFor = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                unique: true,
                filter: "[Open] IS NOT NULL");
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
