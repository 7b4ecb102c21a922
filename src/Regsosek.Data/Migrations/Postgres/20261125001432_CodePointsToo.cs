using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CodePointsToo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "ListedDocuments",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "ListedBy",
                table: "ListedDocuments",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AlterColumn<string>(
                name: "DocumentId",
                table: "ListedDocuments",
                type: "character varying(71)",
                maxLength: 71,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(71)",
                oldMaxLength: 71);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "ListedDocuments",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "ListedBy",
                table: "ListedDocuments",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "DocumentId",
                table: "ListedDocuments",
                type: "character varying(71)",
                maxLength: 71,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(71)",
                oldMaxLength: 71,
                oldCollation: "C");
        }
    }
}
