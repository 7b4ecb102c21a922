using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListedDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OnlyListedDocuments",
                table: "Clients",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ListedDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClientKey = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 71, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ListedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ListedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedDocuments", x => x.Key);
                    table.ForeignKey(
                        name: "FK_ListedDocuments_Clients_ClientKey",
                        column: x => x.ClientKey,
                        principalTable: "Clients",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ListedDocuments_ClientKey_DocumentId",
                table: "ListedDocuments",
                columns: new[] { "ClientKey", "DocumentId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ListedDocuments");

            migrationBuilder.DropColumn(
                name: "OnlyListedDocuments",
                table: "Clients");
        }
    }
}
