using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Regsosek.Data.Migrations.Postgres
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ListedDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClientKey = table.Column<int>(type: "integer", nullable: false),
                    DocumentId = table.Column<string>(type: "character varying(71)", maxLength: 71, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    ListedBy = table.Column<string>(type: "text", nullable: false),
                    ListedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
