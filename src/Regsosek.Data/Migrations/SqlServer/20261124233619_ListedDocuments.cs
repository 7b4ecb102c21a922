using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ListedDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClientKey = table.Column<int>(type: "int", nullable: false),
                    DocumentId = table.Column<string>(type: "nvarchar(71)", maxLength: 71, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ListedBy = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ListedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
