using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Regsosek.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    Agreement = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Surface = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Shape = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Fields = table.Column<int>(type: "integer", nullable: false),
                    Families = table.Column<int>(type: "integer", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    Subjects = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessEntries", x => x.Sequence);
                });

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

            migrationBuilder.CreateTable(
                name: "AccessSegments",
                columns: table => new
                {
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Root = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    LastHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessSegments", x => x.First);
                });

            migrationBuilder.CreateTable(
                name: "AgreementChanges",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementChanges", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "AgreementDrafts",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Open = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    BasedOn = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftedFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementDrafts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    Deliveries = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Open = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    After = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseKey = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Did = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Says = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    By = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Ground = table.Column<short>(type: "smallint", nullable: true),
                    Period = table.Column<int>(type: "integer", nullable: true),
                    Owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Openings = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<short>(type: "smallint", nullable: true),
                    Note = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ObjectBy = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DeliveredPeriods",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Deliveries = table.Column<int>(type: "integer", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredPeriods", x => new { x.Programme, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "DeliveredRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    PartnerKey = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Level = table.Column<short>(type: "smallint", nullable: true),
                    Kind = table.Column<short>(type: "smallint", nullable: true),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    NumberSealed = table.Column<byte[]>(type: "bytea", maxLength: 800, nullable: true),
                    DeliveryKey = table.Column<long>(type: "bigint", nullable: false),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: true),
                    PersonKey = table.Column<long>(type: "bigint", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerKey = table.Column<int>(type: "integer", nullable: false),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: true),
                    Format = table.Column<short>(type: "smallint", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Added = table.Column<long>(type: "bigint", nullable: false),
                    Replaced = table.Column<long>(type: "bigint", nullable: false),
                    Late = table.Column<long>(type: "bigint", nullable: false),
                    Rejected = table.Column<long>(type: "bigint", nullable: false),
                    Fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryParts",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DeliveryKey = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryParts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Exports",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    AgreementVersion = table.Column<int>(type: "integer", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Reader = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Gzip = table.Column<bool>(type: "boolean", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Groups = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AsOf = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Open = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Problem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Expected = table.Column<long>(type: "bigint", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exports", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "FamilyCards",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    NumberSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyCards", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ImportKey = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: true),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    At = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Severity = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdVersions",
                columns: table => new
                {
                    VersionKey = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sls = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    SubSls = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    SlsName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    BuildingNumber = table.Column<short>(type: "smallint", nullable: true),
                    FamilyNumber = table.Column<short>(type: "smallint", nullable: true),
                    FieldView = table.Column<short>(type: "smallint", nullable: true),
                    DeclaredMemberCount = table.Column<short>(type: "smallint", nullable: true),
                    LandmarkId = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C"),
                    FamilyCardCode = table.Column<short>(type: "smallint", nullable: true),
                    EnumeratedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnumeratorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    EnumeratorCode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SupervisorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    SupervisorCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    EnumerationResult = table.Column<short>(type: "smallint", nullable: true),
                    StatementVersion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Tenure = table.Column<short>(type: "smallint", nullable: true),
                    LandProof = table.Column<short>(type: "smallint", nullable: true),
                    FloorArea = table.Column<short>(type: "smallint", nullable: true),
                    Floor = table.Column<short>(type: "smallint", nullable: true),
                    Wall = table.Column<short>(type: "smallint", nullable: true),
                    Roof = table.Column<short>(type: "smallint", nullable: true),
                    DrinkingWater = table.Column<short>(type: "smallint", nullable: true),
                    WastePitDistance = table.Column<short>(type: "smallint", nullable: true),
                    Lighting = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower1 = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower2 = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower3 = table.Column<short>(type: "smallint", nullable: true),
                    CookingFuel = table.Column<short>(type: "smallint", nullable: true),
                    Toilet = table.Column<short>(type: "smallint", nullable: true),
                    Closet = table.Column<short>(type: "smallint", nullable: true),
                    WasteDisposal = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembako = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembakoMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembakoYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkh = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkhMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkhYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesa = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesaMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesaYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricity = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricityMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricityYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAid = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAidMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAidYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizer = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizerMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizerYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpg = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpgMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpgYear = table.Column<short>(type: "smallint", nullable: true),
                    HasGasCylinder = table.Column<short>(type: "smallint", nullable: true),
                    HasRefrigerator = table.Column<short>(type: "smallint", nullable: true),
                    HasAirConditioner = table.Column<short>(type: "smallint", nullable: true),
                    HasWaterHeater = table.Column<short>(type: "smallint", nullable: true),
                    HasTelephone = table.Column<short>(type: "smallint", nullable: true),
                    HasTelevision = table.Column<short>(type: "smallint", nullable: true),
                    HasGold = table.Column<short>(type: "smallint", nullable: true),
                    HasComputer = table.Column<short>(type: "smallint", nullable: true),
                    HasMotorcycle = table.Column<short>(type: "smallint", nullable: true),
                    HasBicycle = table.Column<short>(type: "smallint", nullable: true),
                    HasCar = table.Column<short>(type: "smallint", nullable: true),
                    HasBoat = table.Column<short>(type: "smallint", nullable: true),
                    HasMotorBoat = table.Column<short>(type: "smallint", nullable: true),
                    HasSmartphone = table.Column<short>(type: "smallint", nullable: true),
                    HasOtherLand = table.Column<short>(type: "smallint", nullable: true),
                    HasOtherHouse = table.Column<short>(type: "smallint", nullable: true),
                    Cattle = table.Column<short>(type: "smallint", nullable: true),
                    Buffaloes = table.Column<short>(type: "smallint", nullable: true),
                    Horses = table.Column<short>(type: "smallint", nullable: true),
                    Pigs = table.Column<short>(type: "smallint", nullable: true),
                    Goats = table.Column<short>(type: "smallint", nullable: true),
                    Internet = table.Column<short>(type: "smallint", nullable: true),
                    ActiveAccount = table.Column<short>(type: "smallint", nullable: true),
                    Notes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    SourceId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    RegencyCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    DistrictCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    BuildingGroup = table.Column<Guid>(type: "uuid", nullable: true),
                    HeadName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    FamilyCardSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: true),
                    FamilyCardHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    RespondentName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    RespondentPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    MemberCount = table.Column<short>(type: "smallint", nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdVersions", x => x.VersionKey);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Sls = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    SubSls = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    SlsName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    BuildingNumber = table.Column<short>(type: "smallint", nullable: true),
                    FamilyNumber = table.Column<short>(type: "smallint", nullable: true),
                    FieldView = table.Column<short>(type: "smallint", nullable: true),
                    DeclaredMemberCount = table.Column<short>(type: "smallint", nullable: true),
                    LandmarkId = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C"),
                    FamilyCardCode = table.Column<short>(type: "smallint", nullable: true),
                    EnumeratedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnumeratorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    EnumeratorCode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true, collation: "C"),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SupervisorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    SupervisorCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    EnumerationResult = table.Column<short>(type: "smallint", nullable: true),
                    StatementVersion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Tenure = table.Column<short>(type: "smallint", nullable: true),
                    LandProof = table.Column<short>(type: "smallint", nullable: true),
                    FloorArea = table.Column<short>(type: "smallint", nullable: true),
                    Floor = table.Column<short>(type: "smallint", nullable: true),
                    Wall = table.Column<short>(type: "smallint", nullable: true),
                    Roof = table.Column<short>(type: "smallint", nullable: true),
                    DrinkingWater = table.Column<short>(type: "smallint", nullable: true),
                    WastePitDistance = table.Column<short>(type: "smallint", nullable: true),
                    Lighting = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower1 = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower2 = table.Column<short>(type: "smallint", nullable: true),
                    MeterPower3 = table.Column<short>(type: "smallint", nullable: true),
                    CookingFuel = table.Column<short>(type: "smallint", nullable: true),
                    Toilet = table.Column<short>(type: "smallint", nullable: true),
                    Closet = table.Column<short>(type: "smallint", nullable: true),
                    WasteDisposal = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembako = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembakoMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedSembakoYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkh = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkhMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedPkhYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesa = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesaMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedBltDesaYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricity = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricityMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedElectricityYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAid = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAidMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLocalAidYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizer = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizerMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedFertilizerYear = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpg = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpgMonth = table.Column<short>(type: "smallint", nullable: true),
                    ReceivedLpgYear = table.Column<short>(type: "smallint", nullable: true),
                    HasGasCylinder = table.Column<short>(type: "smallint", nullable: true),
                    HasRefrigerator = table.Column<short>(type: "smallint", nullable: true),
                    HasAirConditioner = table.Column<short>(type: "smallint", nullable: true),
                    HasWaterHeater = table.Column<short>(type: "smallint", nullable: true),
                    HasTelephone = table.Column<short>(type: "smallint", nullable: true),
                    HasTelevision = table.Column<short>(type: "smallint", nullable: true),
                    HasGold = table.Column<short>(type: "smallint", nullable: true),
                    HasComputer = table.Column<short>(type: "smallint", nullable: true),
                    HasMotorcycle = table.Column<short>(type: "smallint", nullable: true),
                    HasBicycle = table.Column<short>(type: "smallint", nullable: true),
                    HasCar = table.Column<short>(type: "smallint", nullable: true),
                    HasBoat = table.Column<short>(type: "smallint", nullable: true),
                    HasMotorBoat = table.Column<short>(type: "smallint", nullable: true),
                    HasSmartphone = table.Column<short>(type: "smallint", nullable: true),
                    HasOtherLand = table.Column<short>(type: "smallint", nullable: true),
                    HasOtherHouse = table.Column<short>(type: "smallint", nullable: true),
                    Cattle = table.Column<short>(type: "smallint", nullable: true),
                    Buffaloes = table.Column<short>(type: "smallint", nullable: true),
                    Horses = table.Column<short>(type: "smallint", nullable: true),
                    Pigs = table.Column<short>(type: "smallint", nullable: true),
                    Goats = table.Column<short>(type: "smallint", nullable: true),
                    Internet = table.Column<short>(type: "smallint", nullable: true),
                    ActiveAccount = table.Column<short>(type: "smallint", nullable: true),
                    Notes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    SourceId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    RegencyCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    DistrictCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    BuildingGroup = table.Column<Guid>(type: "uuid", nullable: true),
                    HeadName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    FamilyCardSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: true),
                    FamilyCardHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    RespondentName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    RespondentPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    MemberCount = table.Column<short>(type: "smallint", nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Profile = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Added = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    Unchanged = table.Column<long>(type: "bigint", nullable: false),
                    Rejected = table.Column<long>(type: "bigint", nullable: false),
                    HoldsDemoNumbers = table.Column<bool>(type: "boolean", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "KeptRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "KeyBlocks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyBlocks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ListCandidates",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<long>(type: "bigint", nullable: false),
                    Percentile = table.Column<double>(type: "double precision", nullable: true),
                    Regency = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    WelfareClass = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListCandidates", x => new { x.ListKey, x.HouseholdKey, x.PersonKey });
                });

            migrationBuilder.CreateTable(
                name: "ListEntries",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<long>(type: "bigint", nullable: true),
                    Percentile = table.Column<double>(type: "double precision", nullable: true),
                    Regency = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    WelfareClass = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListEntries", x => new { x.ListKey, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "Lists",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    AgreementVersion = table.Column<int>(type: "integer", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RequestId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Programme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    RuleVersion = table.Column<int>(type: "integer", nullable: true),
                    Rule = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RuleHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    OfPersons = table.Column<bool>(type: "boolean", nullable: false),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    Quota = table.Column<long>(type: "bigint", nullable: true),
                    ByRank = table.Column<bool>(type: "boolean", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Formats = table.Column<List<string>>(type: "text[]", nullable: false),
                    Gzip = table.Column<bool>(type: "boolean", nullable: false),
                    Groups = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AsOf = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Open = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Problem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Entries = table.Column<long>(type: "bigint", nullable: true),
                    TiedFrom = table.Column<long>(type: "bigint", nullable: true),
                    TiedTo = table.Column<long>(type: "bigint", nullable: true),
                    Counts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AskedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    AskedFor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    DecidedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    IsApproved = table.Column<bool>(type: "boolean", nullable: true),
                    Manifest = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FrozenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lists", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    PersonKey = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Models",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Model = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    DraftedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftedFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PublishedFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Models", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicationType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ClientSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClientType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    ConsentType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayNames = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    JsonWebKeySet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Permissions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PostLogoutRedirectUris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RedirectUris = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Requirements = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Settings = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Descriptions = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DisplayNames = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Resources = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Payloads",
                columns: table => new
                {
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payloads", x => new { x.HouseholdKey, x.ContentHash });
                });

            migrationBuilder.CreateTable(
                name: "PersonVersions",
                columns: table => new
                {
                    VersionKey = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OrderNumber = table.Column<short>(type: "smallint", nullable: true),
                    Presence = table.Column<short>(type: "smallint", nullable: true),
                    Sex = table.Column<short>(type: "smallint", nullable: true),
                    DeclaredAge = table.Column<short>(type: "smallint", nullable: true),
                    MaritalStatus = table.Column<short>(type: "smallint", nullable: true),
                    Relation = table.Column<short>(type: "smallint", nullable: true),
                    Pregnant = table.Column<short>(type: "smallint", nullable: true),
                    IdentityPapers = table.Column<short>(type: "smallint", nullable: true),
                    SchoolParticipation = table.Column<short>(type: "smallint", nullable: true),
                    SchoolLevel = table.Column<short>(type: "smallint", nullable: true),
                    SchoolClass = table.Column<short>(type: "smallint", nullable: true),
                    Diploma = table.Column<short>(type: "smallint", nullable: true),
                    Worked = table.Column<short>(type: "smallint", nullable: true),
                    HoursWorked = table.Column<short>(type: "smallint", nullable: true),
                    Sector = table.Column<short>(type: "smallint", nullable: true),
                    SectorText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    JobStatus = table.Column<short>(type: "smallint", nullable: true),
                    TaxNumber = table.Column<short>(type: "smallint", nullable: true),
                    OwnsBusiness = table.Column<short>(type: "smallint", nullable: true),
                    BusinessCount = table.Column<short>(type: "smallint", nullable: true),
                    BusinessSector = table.Column<short>(type: "smallint", nullable: true),
                    BusinessSectorText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PaidWorkers = table.Column<short>(type: "smallint", nullable: true),
                    UnpaidWorkers = table.Column<short>(type: "smallint", nullable: true),
                    BusinessLicence = table.Column<short>(type: "smallint", nullable: true),
                    Turnover = table.Column<short>(type: "smallint", nullable: true),
                    BusinessInternet = table.Column<short>(type: "smallint", nullable: true),
                    Nutrition = table.Column<short>(type: "smallint", nullable: true),
                    Seeing = table.Column<short>(type: "smallint", nullable: true),
                    Hearing = table.Column<short>(type: "smallint", nullable: true),
                    Walking = table.Column<short>(type: "smallint", nullable: true),
                    Handling = table.Column<short>(type: "smallint", nullable: true),
                    Learning = table.Column<short>(type: "smallint", nullable: true),
                    Behaviour = table.Column<short>(type: "smallint", nullable: true),
                    Communicating = table.Column<short>(type: "smallint", nullable: true),
                    SelfCare = table.Column<short>(type: "smallint", nullable: true),
                    Remembering = table.Column<short>(type: "smallint", nullable: true),
                    Sadness = table.Column<short>(type: "smallint", nullable: true),
                    Carer = table.Column<short>(type: "smallint", nullable: true),
                    ChronicIllness = table.Column<short>(type: "smallint", nullable: true),
                    HealthInsurance = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesPrakerja = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesKur = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesUmi = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesPip = table.Column<short>(type: "smallint", nullable: true),
                    EmploymentInsurance = table.Column<short>(type: "smallint", nullable: true),
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    NikSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: true),
                    NikHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ObservedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonVersions", x => x.VersionKey);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Open = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    DraftedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    DraftedFor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    DecidedFor = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SimulationKey = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeDocuments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Ranks",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    RegencyCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    DistrictCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Position = table.Column<long>(type: "bigint", nullable: true),
                    Percentile = table.Column<double>(type: "double precision", nullable: true),
                    Decile = table.Column<short>(type: "smallint", nullable: true),
                    WelfareClass = table.Column<short>(type: "smallint", nullable: true),
                    Score = table.Column<short>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ranks", x => new { x.RunKey, x.HouseholdKey });
                });

            migrationBuilder.CreateTable(
                name: "ReceiptTotals",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Level = table.Column<short>(type: "smallint", nullable: false),
                    Families = table.Column<long>(type: "bigint", nullable: false),
                    Recipients = table.Column<long>(type: "bigint", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptTotals", x => new { x.Programme, x.Period, x.Region });
                });

            migrationBuilder.CreateTable(
                name: "RegionCodes",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false),
                    System = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionCodes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Level = table.Column<short>(type: "smallint", nullable: false),
                    ParentCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<short>(type: "smallint", nullable: true),
                    ProvinceCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    RegencyCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true, collation: "C"),
                    DistrictCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    ChildCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RejectedRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportKey = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RejectedRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ModelVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ModelHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scheme = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stage = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Coverage = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    Families = table.Column<long>(type: "bigint", nullable: false),
                    Persons = table.Column<long>(type: "bigint", nullable: false),
                    Seed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ties = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Open = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    Expected = table.Column<long>(type: "bigint", nullable: false),
                    LastKey = table.Column<long>(type: "bigint", nullable: false),
                    ScoredTo = table.Column<long>(type: "bigint", nullable: false),
                    Scored = table.Column<long>(type: "bigint", nullable: false),
                    Ranked = table.Column<long>(type: "bigint", nullable: false),
                    StartedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StartedFor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReplayedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Replayed = table.Column<long>(type: "bigint", nullable: false),
                    ReplayedDifferently = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Scores",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Persons = table.Column<short>(type: "smallint", nullable: false),
                    Criterion = table.Column<int>(type: "integer", nullable: false),
                    DependencyRatio = table.Column<double>(type: "double precision", nullable: false),
                    Ticket = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    Score = table.Column<short>(type: "smallint", nullable: true),
                    Likelihood = table.Column<double>(type: "double precision", nullable: true),
                    Expenditure = table.Column<long>(type: "bigint", nullable: true),
                    Missing = table.Column<long>(type: "bigint", nullable: false),
                    Assumed = table.Column<long>(type: "bigint", nullable: false),
                    Inputs = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    Counted = table.Column<long>(type: "bigint", nullable: false),
                    CountedOfMembers = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scores", x => new { x.RunKey, x.HouseholdKey });
                });

            migrationBuilder.CreateTable(
                name: "Simulations",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Programme = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnerKey = table.Column<int>(type: "integer", nullable: false),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    EndUser = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true, collation: "C"),
                    Terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<short>(type: "smallint", nullable: false),
                    Counted = table.Column<long>(type: "bigint", nullable: false),
                    Report = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Simulations", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Summaries",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "bigint", nullable: false),
                    Cube = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    First = table.Column<short>(type: "smallint", nullable: false),
                    Second = table.Column<short>(type: "smallint", nullable: false),
                    Level = table.Column<short>(type: "smallint", nullable: false),
                    Families = table.Column<long>(type: "bigint", nullable: false),
                    Persons = table.Column<long>(type: "bigint", nullable: false),
                    Held = table.Column<long>(type: "bigint", nullable: false),
                    Likelihood = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Summaries", x => new { x.RunKey, x.Cube, x.Region, x.First, x.Second });
                });

            migrationBuilder.CreateTable(
                name: "TargetingCells",
                columns: table => new
                {
                    AssessmentKey = table.Column<long>(type: "bigint", nullable: false),
                    Dimension = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Region = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Code = table.Column<short>(type: "smallint", nullable: false),
                    Outcome = table.Column<short>(type: "smallint", nullable: false),
                    Level = table.Column<short>(type: "smallint", nullable: false),
                    Families = table.Column<long>(type: "bigint", nullable: false),
                    Persons = table.Column<long>(type: "bigint", nullable: false),
                    Hidden = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetingCells", x => new { x.AssessmentKey, x.Dimension, x.Region, x.Code, x.Outcome });
                });

            migrationBuilder.CreateTable(
                name: "UsedAssertions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedAssertions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExportParts",
                columns: table => new
                {
                    ExportKey = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    After = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    Expected = table.Column<long>(type: "bigint", nullable: false),
                    Families = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Subjects = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportParts", x => new { x.ExportKey, x.Number });
                    table.ForeignKey(
                        name: "FK_ExportParts_Exports_ExportKey",
                        column: x => x.ExportKey,
                        principalTable: "Exports",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    OrderNumber = table.Column<short>(type: "smallint", nullable: true),
                    Presence = table.Column<short>(type: "smallint", nullable: true),
                    Sex = table.Column<short>(type: "smallint", nullable: true),
                    DeclaredAge = table.Column<short>(type: "smallint", nullable: true),
                    MaritalStatus = table.Column<short>(type: "smallint", nullable: true),
                    Relation = table.Column<short>(type: "smallint", nullable: true),
                    Pregnant = table.Column<short>(type: "smallint", nullable: true),
                    IdentityPapers = table.Column<short>(type: "smallint", nullable: true),
                    SchoolParticipation = table.Column<short>(type: "smallint", nullable: true),
                    SchoolLevel = table.Column<short>(type: "smallint", nullable: true),
                    SchoolClass = table.Column<short>(type: "smallint", nullable: true),
                    Diploma = table.Column<short>(type: "smallint", nullable: true),
                    Worked = table.Column<short>(type: "smallint", nullable: true),
                    HoursWorked = table.Column<short>(type: "smallint", nullable: true),
                    Sector = table.Column<short>(type: "smallint", nullable: true),
                    SectorText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    JobStatus = table.Column<short>(type: "smallint", nullable: true),
                    TaxNumber = table.Column<short>(type: "smallint", nullable: true),
                    OwnsBusiness = table.Column<short>(type: "smallint", nullable: true),
                    BusinessCount = table.Column<short>(type: "smallint", nullable: true),
                    BusinessSector = table.Column<short>(type: "smallint", nullable: true),
                    BusinessSectorText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    PaidWorkers = table.Column<short>(type: "smallint", nullable: true),
                    UnpaidWorkers = table.Column<short>(type: "smallint", nullable: true),
                    BusinessLicence = table.Column<short>(type: "smallint", nullable: true),
                    Turnover = table.Column<short>(type: "smallint", nullable: true),
                    BusinessInternet = table.Column<short>(type: "smallint", nullable: true),
                    Nutrition = table.Column<short>(type: "smallint", nullable: true),
                    Seeing = table.Column<short>(type: "smallint", nullable: true),
                    Hearing = table.Column<short>(type: "smallint", nullable: true),
                    Walking = table.Column<short>(type: "smallint", nullable: true),
                    Handling = table.Column<short>(type: "smallint", nullable: true),
                    Learning = table.Column<short>(type: "smallint", nullable: true),
                    Behaviour = table.Column<short>(type: "smallint", nullable: true),
                    Communicating = table.Column<short>(type: "smallint", nullable: true),
                    SelfCare = table.Column<short>(type: "smallint", nullable: true),
                    Remembering = table.Column<short>(type: "smallint", nullable: true),
                    Sadness = table.Column<short>(type: "smallint", nullable: true),
                    Carer = table.Column<short>(type: "smallint", nullable: true),
                    ChronicIllness = table.Column<short>(type: "smallint", nullable: true),
                    HealthInsurance = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesPrakerja = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesKur = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesUmi = table.Column<short>(type: "smallint", nullable: true),
                    ReceivesPip = table.Column<short>(type: "smallint", nullable: true),
                    EmploymentInsurance = table.Column<short>(type: "smallint", nullable: true),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HouseholdKey = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    NikSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: true),
                    NikHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    ObservedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Persons_Households_HouseholdKey",
                        column: x => x.HouseholdKey,
                        principalTable: "Households",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListNotices",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    IsRecall = table.Column<bool>(type: "boolean", nullable: false),
                    Places = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListNotices", x => x.Key);
                    table.ForeignKey(
                        name: "FK_ListNotices_Lists_ListKey",
                        column: x => x.ListKey,
                        principalTable: "Lists",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListParts",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Subjects = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListParts", x => new { x.ListKey, x.Number });
                    table.ForeignKey(
                        name: "FK_ListParts_Lists_ListKey",
                        column: x => x.ListKey,
                        principalTable: "Lists",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListReceipts",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Client = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListReceipts", x => new { x.ListKey, x.Part, x.Client });
                    table.ForeignKey(
                        name: "FK_ListReceipts_Lists_ListKey",
                        column: x => x.ListKey,
                        principalTable: "Lists",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListStretches",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    After = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    Expected = table.Column<long>(type: "bigint", nullable: false),
                    Found = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListStretches", x => new { x.ListKey, x.Number });
                    table.ForeignKey(
                        name: "FK_ListStretches_Lists_ListKey",
                        column: x => x.ListKey,
                        principalTable: "Lists",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicationId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Scopes = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_Application~",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    PartnerKey = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    LegalBasis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Purposes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Regions = table.Column<List<string>>(type: "text[]", nullable: false),
                    Fields = table.Column<int>(type: "integer", nullable: false),
                    Programmes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Scopes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Limit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Budget = table.Column<int>(type: "integer", nullable: false),
                    RequiresEndUser = table.Column<bool>(type: "boolean", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<short>(type: "smallint", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Agreements_Partners_PartnerKey",
                        column: x => x.PartnerKey,
                        principalTable: "Partners",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Registers",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    PartnerKey = table.Column<int>(type: "integer", nullable: false),
                    Facts = table.Column<List<string>>(type: "text[]", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    RetainUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    DeclaredBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    DeclaredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registers", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Registers_Partners_PartnerKey",
                        column: x => x.PartnerKey,
                        principalTable: "Partners",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisteredFacts",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    RegisterKey = table.Column<int>(type: "integer", nullable: false),
                    Fact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    NikSealed = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: false),
                    NikHash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    PersonKey = table.Column<long>(type: "bigint", nullable: true),
                    Number = table.Column<double>(type: "double precision", nullable: true),
                    Text = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    ObservedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RetainUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredFacts", x => x.Key);
                    table.ForeignKey(
                        name: "FK_RegisteredFacts_Persons_PersonKey",
                        column: x => x.PersonKey,
                        principalTable: "Persons",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApplicationId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AuthorizationId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Payload = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Properties = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RedemptionDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReferenceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Clients",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    AgreementKey = table.Column<int>(type: "integer", nullable: false),
                    SuspendedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SuspendedBecause = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    OnlyListedDocuments = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => x.Key);
                    table.ForeignKey(
                        name: "FK_Clients_Agreements_AgreementKey",
                        column: x => x.AgreementKey,
                        principalTable: "Agreements",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterDeliveries",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RegisterKey = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Added = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    Unchanged = table.Column<long>(type: "bigint", nullable: false),
                    Rejected = table.Column<long>(type: "bigint", nullable: false),
                    SentBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterDeliveries", x => x.Key);
                    table.ForeignKey(
                        name: "FK_RegisterDeliveries_Registers_RegisterKey",
                        column: x => x.RegisterKey,
                        principalTable: "Registers",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListedDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ClientKey = table.Column<int>(type: "integer", nullable: false),
                    DocumentId = table.Column<string>(type: "character varying(71)", maxLength: 71, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ListedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
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

            migrationBuilder.CreateTable(
                name: "RegisterFaults",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DeliveryKey = table.Column<long>(type: "bigint", nullable: false),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Says = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterFaults", x => x.Key);
                    table.ForeignKey(
                        name: "FK_RegisterFaults_RegisterDeliveries_DeliveryKey",
                        column: x => x.DeliveryKey,
                        principalTable: "RegisterDeliveries",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_At",
                table: "AccessEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_RequestId",
                table: "AccessEntries",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementChanges_AgreementKey_Version",
                table: "AgreementChanges",
                columns: new[] { "AgreementKey", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreementDrafts_Code",
                table: "AgreementDrafts",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementDrafts_Open",
                table: "AgreementDrafts",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_Code",
                table: "Agreements",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_PartnerKey",
                table: "Agreements",
                column: "PartnerKey");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Id",
                table: "Assessments",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Open",
                table: "Assessments",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Programme_Period_State",
                table: "Assessments",
                columns: new[] { "Programme", "Period", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_CaseKey",
                table: "CaseSteps",
                column: "CaseKey");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_HouseholdKey",
                table: "Cases",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Id",
                table: "Cases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Programme_Kind_HouseholdKey_PersonKey",
                table: "Cases",
                columns: new[] { "Programme", "Kind", "HouseholdKey", "PersonKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Programme_State_Key",
                table: "Cases",
                columns: new[] { "Programme", "State", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_AgreementKey",
                table: "Clients",
                column: "AgreementKey");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_ClientId",
                table: "Clients",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredRows_DeliveryKey_Line",
                table: "DeliveredRows",
                columns: new[] { "DeliveryKey", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredRows_HouseholdKey",
                table: "DeliveredRows",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredRows_NumberHash_Programme_Period",
                table: "DeliveredRows",
                columns: new[] { "NumberHash", "Programme", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveredRows_Programme_Period_HouseholdKey",
                table: "DeliveredRows",
                columns: new[] { "Programme", "Period", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Id",
                table: "Deliveries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_PartnerKey_ContentHash",
                table: "Deliveries",
                columns: new[] { "PartnerKey", "ContentHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State",
                table: "Deliveries",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryParts_DeliveryKey_Number",
                table: "DeliveryParts",
                columns: new[] { "DeliveryKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exports_Client",
                table: "Exports",
                column: "Client");

            migrationBuilder.CreateIndex(
                name: "IX_Exports_Id",
                table: "Exports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exports_Open",
                table: "Exports",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FamilyCards_HouseholdKey",
                table: "FamilyCards",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyCards_NumberHash",
                table: "FamilyCards",
                column: "NumberHash");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ImportKey_Line",
                table: "Findings",
                columns: new[] { "ImportKey", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_DistrictCode_Key_Until",
                table: "HouseholdVersions",
                columns: new[] { "DistrictCode", "Key", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_Id",
                table: "HouseholdVersions",
                column: "Id");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_Key_Until",
                table: "HouseholdVersions",
                columns: new[] { "Key", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_ProvinceCode_Key_Until",
                table: "HouseholdVersions",
                columns: new[] { "ProvinceCode", "Key", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_RegencyCode_Key_Until",
                table: "HouseholdVersions",
                columns: new[] { "RegencyCode", "Key", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdVersions_VillageCode_Key_Until",
                table: "HouseholdVersions",
                columns: new[] { "VillageCode", "Key", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_DistrictCode_Key",
                table: "Households",
                columns: new[] { "DistrictCode", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_FamilyCardHash",
                table: "Households",
                column: "FamilyCardHash");

            migrationBuilder.CreateIndex(
                name: "IX_Households_Id",
                table: "Households",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Households_ProvinceCode_Key",
                table: "Households",
                columns: new[] { "ProvinceCode", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_RegencyCode_Key",
                table: "Households",
                columns: new[] { "RegencyCode", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_Source_SourceId",
                table: "Households",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Households_VillageCode_Key",
                table: "Households",
                columns: new[] { "VillageCode", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_FileHash_Profile_Source",
                table: "Imports",
                columns: new[] { "FileHash", "Profile", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListEntries_ListKey_HouseholdKey",
                table: "ListEntries",
                columns: new[] { "ListKey", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ListNotices_ListKey_Number",
                table: "ListNotices",
                columns: new[] { "ListKey", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListedDocuments_ClientKey_DocumentId",
                table: "ListedDocuments",
                columns: new[] { "ClientKey", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lists_AgreementKey",
                table: "Lists",
                column: "AgreementKey");

            migrationBuilder.CreateIndex(
                name: "IX_Lists_Id",
                table: "Lists",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lists_Open",
                table: "Lists",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_HouseholdKey",
                table: "Memberships",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonKey",
                table: "Memberships",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Models_Model_From",
                table: "Models",
                columns: new[] { "Model", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Models_Model_Version",
                table: "Models",
                columns: new[] { "Model", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictScopes_Name",
                table: "OpenIddictScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_AuthorizationId",
                table: "OpenIddictTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Partners_Code",
                table: "Partners",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_HouseholdKey",
                table: "PersonVersions",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_Key",
                table: "PersonVersions",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_PersonVersions_NikHash",
                table: "PersonVersions",
                column: "NikHash");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HouseholdKey",
                table: "Persons",
                column: "HouseholdKey");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Id",
                table: "Persons",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_NikHash",
                table: "Persons",
                column: "NikHash");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeDocuments_Name",
                table: "ProgrammeDocuments",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeDocuments_Open",
                table: "ProgrammeDocuments",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeDocuments_Programme",
                table: "ProgrammeDocuments",
                column: "Programme");

            migrationBuilder.CreateIndex(
                name: "IX_Ranks_RunKey_DistrictCode_Percentile_HouseholdKey",
                table: "Ranks",
                columns: new[] { "RunKey", "DistrictCode", "Percentile", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Ranks_RunKey_Percentile_HouseholdKey",
                table: "Ranks",
                columns: new[] { "RunKey", "Percentile", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Ranks_RunKey_ProvinceCode_Percentile_HouseholdKey",
                table: "Ranks",
                columns: new[] { "RunKey", "ProvinceCode", "Percentile", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Ranks_RunKey_RegencyCode_Percentile_HouseholdKey",
                table: "Ranks",
                columns: new[] { "RunKey", "RegencyCode", "Percentile", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Ranks_RunKey_VillageCode_Percentile_HouseholdKey",
                table: "Ranks",
                columns: new[] { "RunKey", "VillageCode", "Percentile", "HouseholdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RegionCodes_Region",
                table: "RegionCodes",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_RegionCodes_System_Code",
                table: "RegionCodes",
                columns: new[] { "System", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Regions_Level",
                table: "Regions",
                column: "Level");

            migrationBuilder.CreateIndex(
                name: "IX_Regions_ParentCode",
                table: "Regions",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterDeliveries_RegisterKey_Name",
                table: "RegisterDeliveries",
                columns: new[] { "RegisterKey", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterFaults_DeliveryKey_Line",
                table: "RegisterFaults",
                columns: new[] { "DeliveryKey", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredFacts_NikHash_RegisterKey",
                table: "RegisteredFacts",
                columns: new[] { "NikHash", "RegisterKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredFacts_PersonKey_Fact",
                table: "RegisteredFacts",
                columns: new[] { "PersonKey", "Fact" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisteredFacts_RetainUntil",
                table: "RegisteredFacts",
                column: "RetainUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Registers_Code",
                table: "Registers",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registers_PartnerKey",
                table: "Registers",
                column: "PartnerKey");

            migrationBuilder.CreateIndex(
                name: "IX_RejectedRows_ImportKey_Line",
                table: "RejectedRows",
                columns: new[] { "ImportKey", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Id",
                table: "Runs",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_Open",
                table: "Runs",
                column: "Open",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Simulations_Id",
                table: "Simulations",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Simulations_Programme_Version",
                table: "Simulations",
                columns: new[] { "Programme", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_UsedAssertions_ExpiresAt",
                table: "UsedAssertions",
                column: "ExpiresAt");

            migrationBuilder.Sql("CREATE VIEW \"HouseholdStates\" AS SELECT \"ActiveAccount\", \"Address\", \"Buffaloes\", \"BuildingGroup\", \"BuildingNumber\", \"Cattle\", \"CheckedOn\", \"Closet\", \"ContentHash\", \"CookingFuel\", \"DeclaredMemberCount\", \"DistrictCode\", \"DrinkingWater\", \"EnumeratedOn\", \"EnumerationResult\", \"EnumeratorCode\", \"EnumeratorName\", \"FamilyCardCode\", \"FamilyCardHash\", \"FamilyCardSealed\", \"FamilyNumber\", \"FieldView\", \"Floor\", \"FloorArea\", \"Goats\", \"HasAirConditioner\", \"HasBicycle\", \"HasBoat\", \"HasCar\", \"HasComputer\", \"HasGasCylinder\", \"HasGold\", \"HasMotorBoat\", \"HasMotorcycle\", \"HasOtherHouse\", \"HasOtherLand\", \"HasRefrigerator\", \"HasSmartphone\", \"HasTelephone\", \"HasTelevision\", \"HasWaterHeater\", \"HeadName\", \"Horses\", \"Id\", \"Internet\", \"Key\", \"LandProof\", \"LandmarkId\", \"Latitude\", \"Lighting\", \"Longitude\", \"MemberCount\", \"MeterPower1\", \"MeterPower2\", \"MeterPower3\", \"Notes\", \"ObservedOn\", \"Pigs\", \"ProvinceCode\", \"ReceivedBltDesa\", \"ReceivedBltDesaMonth\", \"ReceivedBltDesaYear\", \"ReceivedElectricity\", \"ReceivedElectricityMonth\", \"ReceivedElectricityYear\", \"ReceivedFertilizer\", \"ReceivedFertilizerMonth\", \"ReceivedFertilizerYear\", \"ReceivedLocalAid\", \"ReceivedLocalAidMonth\", \"ReceivedLocalAidYear\", \"ReceivedLpg\", \"ReceivedLpgMonth\", \"ReceivedLpgYear\", \"ReceivedPkh\", \"ReceivedPkhMonth\", \"ReceivedPkhYear\", \"ReceivedSembako\", \"ReceivedSembakoMonth\", \"ReceivedSembakoYear\", \"RecordedAt\", \"RegencyCode\", \"RespondentName\", \"RespondentPhone\", \"Roof\", \"Sls\", \"SlsName\", \"Source\", \"SourceId\", \"StatementVersion\", \"SubSls\", \"SupervisorCode\", \"SupervisorName\", \"Tenure\", \"Toilet\", \"ValidFrom\", \"VillageCode\", \"Wall\", \"WasteDisposal\", \"WastePitDistance\", CAST(NULL AS bigint) AS \"VersionKey\", CAST(NULL AS date) AS \"ValidTo\", CAST(NULL AS timestamp with time zone) AS \"SupersededAt\", CAST('9999-12-31 00:00:00+00' AS timestamp with time zone) AS \"Until\" FROM \"Households\" UNION ALL SELECT \"ActiveAccount\", \"Address\", \"Buffaloes\", \"BuildingGroup\", \"BuildingNumber\", \"Cattle\", \"CheckedOn\", \"Closet\", \"ContentHash\", \"CookingFuel\", \"DeclaredMemberCount\", \"DistrictCode\", \"DrinkingWater\", \"EnumeratedOn\", \"EnumerationResult\", \"EnumeratorCode\", \"EnumeratorName\", \"FamilyCardCode\", \"FamilyCardHash\", \"FamilyCardSealed\", \"FamilyNumber\", \"FieldView\", \"Floor\", \"FloorArea\", \"Goats\", \"HasAirConditioner\", \"HasBicycle\", \"HasBoat\", \"HasCar\", \"HasComputer\", \"HasGasCylinder\", \"HasGold\", \"HasMotorBoat\", \"HasMotorcycle\", \"HasOtherHouse\", \"HasOtherLand\", \"HasRefrigerator\", \"HasSmartphone\", \"HasTelephone\", \"HasTelevision\", \"HasWaterHeater\", \"HeadName\", \"Horses\", \"Id\", \"Internet\", \"Key\", \"LandProof\", \"LandmarkId\", \"Latitude\", \"Lighting\", \"Longitude\", \"MemberCount\", \"MeterPower1\", \"MeterPower2\", \"MeterPower3\", \"Notes\", \"ObservedOn\", \"Pigs\", \"ProvinceCode\", \"ReceivedBltDesa\", \"ReceivedBltDesaMonth\", \"ReceivedBltDesaYear\", \"ReceivedElectricity\", \"ReceivedElectricityMonth\", \"ReceivedElectricityYear\", \"ReceivedFertilizer\", \"ReceivedFertilizerMonth\", \"ReceivedFertilizerYear\", \"ReceivedLocalAid\", \"ReceivedLocalAidMonth\", \"ReceivedLocalAidYear\", \"ReceivedLpg\", \"ReceivedLpgMonth\", \"ReceivedLpgYear\", \"ReceivedPkh\", \"ReceivedPkhMonth\", \"ReceivedPkhYear\", \"ReceivedSembako\", \"ReceivedSembakoMonth\", \"ReceivedSembakoYear\", \"RecordedAt\", \"RegencyCode\", \"RespondentName\", \"RespondentPhone\", \"Roof\", \"Sls\", \"SlsName\", \"Source\", \"SourceId\", \"StatementVersion\", \"SubSls\", \"SupervisorCode\", \"SupervisorName\", \"Tenure\", \"Toilet\", \"ValidFrom\", \"VillageCode\", \"Wall\", \"WasteDisposal\", \"WastePitDistance\", \"VersionKey\", \"ValidTo\", \"SupersededAt\", \"Until\" FROM \"HouseholdVersions\";");

            migrationBuilder.Sql("CREATE VIEW \"PersonStates\" AS SELECT \"Behaviour\", \"BirthDate\", \"BusinessCount\", \"BusinessInternet\", \"BusinessLicence\", \"BusinessSector\", \"BusinessSectorText\", \"Carer\", \"ChronicIllness\", \"Communicating\", \"DeclaredAge\", \"Diploma\", \"EmploymentInsurance\", \"Handling\", \"HealthInsurance\", \"Hearing\", \"HoursWorked\", \"HouseholdKey\", \"Id\", \"IdentityPapers\", \"JobStatus\", \"Key\", \"Learning\", \"MaritalStatus\", \"Name\", \"NikHash\", \"NikSealed\", \"Nutrition\", \"ObservedOn\", \"OrderNumber\", \"OwnsBusiness\", \"PaidWorkers\", \"Pregnant\", \"Presence\", \"ReceivesKur\", \"ReceivesPip\", \"ReceivesPrakerja\", \"ReceivesUmi\", \"RecordedAt\", \"Relation\", \"Remembering\", \"Sadness\", \"SchoolClass\", \"SchoolLevel\", \"SchoolParticipation\", \"Sector\", \"SectorText\", \"Seeing\", \"SelfCare\", \"Sex\", \"Source\", \"TaxNumber\", \"Turnover\", \"UnpaidWorkers\", \"ValidFrom\", \"Walking\", \"Worked\", CAST(NULL AS bigint) AS \"VersionKey\", CAST(NULL AS date) AS \"ValidTo\", CAST(NULL AS timestamp with time zone) AS \"SupersededAt\", CAST('9999-12-31 00:00:00+00' AS timestamp with time zone) AS \"Until\" FROM \"Persons\" UNION ALL SELECT \"Behaviour\", \"BirthDate\", \"BusinessCount\", \"BusinessInternet\", \"BusinessLicence\", \"BusinessSector\", \"BusinessSectorText\", \"Carer\", \"ChronicIllness\", \"Communicating\", \"DeclaredAge\", \"Diploma\", \"EmploymentInsurance\", \"Handling\", \"HealthInsurance\", \"Hearing\", \"HoursWorked\", \"HouseholdKey\", \"Id\", \"IdentityPapers\", \"JobStatus\", \"Key\", \"Learning\", \"MaritalStatus\", \"Name\", \"NikHash\", \"NikSealed\", \"Nutrition\", \"ObservedOn\", \"OrderNumber\", \"OwnsBusiness\", \"PaidWorkers\", \"Pregnant\", \"Presence\", \"ReceivesKur\", \"ReceivesPip\", \"ReceivesPrakerja\", \"ReceivesUmi\", \"RecordedAt\", \"Relation\", \"Remembering\", \"Sadness\", \"SchoolClass\", \"SchoolLevel\", \"SchoolParticipation\", \"Sector\", \"SectorText\", \"Seeing\", \"SelfCare\", \"Sex\", \"Source\", \"TaxNumber\", \"Turnover\", \"UnpaidWorkers\", \"ValidFrom\", \"Walking\", \"Worked\", \"VersionKey\", \"ValidTo\", \"SupersededAt\", \"Until\" FROM \"PersonVersions\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP VIEW \"HouseholdStates\";");

            migrationBuilder.Sql("DROP VIEW \"PersonStates\";");

            migrationBuilder.DropTable(
                name: "AccessEntries");

            migrationBuilder.DropTable(
                name: "AccessPostings");

            migrationBuilder.DropTable(
                name: "AccessSegments");

            migrationBuilder.DropTable(
                name: "AgreementChanges");

            migrationBuilder.DropTable(
                name: "AgreementDrafts");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "CaseSteps");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "DeliveredPeriods");

            migrationBuilder.DropTable(
                name: "DeliveredRows");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "DeliveryParts");

            migrationBuilder.DropTable(
                name: "ExportParts");

            migrationBuilder.DropTable(
                name: "FamilyCards");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "HouseholdVersions");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "KeptRows");

            migrationBuilder.DropTable(
                name: "KeyBlocks");

            migrationBuilder.DropTable(
                name: "ListCandidates");

            migrationBuilder.DropTable(
                name: "ListEntries");

            migrationBuilder.DropTable(
                name: "ListNotices");

            migrationBuilder.DropTable(
                name: "ListParts");

            migrationBuilder.DropTable(
                name: "ListReceipts");

            migrationBuilder.DropTable(
                name: "ListStretches");

            migrationBuilder.DropTable(
                name: "ListedDocuments");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Models");

            migrationBuilder.DropTable(
                name: "OpenIddictScopes");

            migrationBuilder.DropTable(
                name: "OpenIddictTokens");

            migrationBuilder.DropTable(
                name: "Payloads");

            migrationBuilder.DropTable(
                name: "PersonVersions");

            migrationBuilder.DropTable(
                name: "ProgrammeDocuments");

            migrationBuilder.DropTable(
                name: "Ranks");

            migrationBuilder.DropTable(
                name: "ReceiptTotals");

            migrationBuilder.DropTable(
                name: "RegionCodes");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "RegisterFaults");

            migrationBuilder.DropTable(
                name: "RegisteredFacts");

            migrationBuilder.DropTable(
                name: "RejectedRows");

            migrationBuilder.DropTable(
                name: "Runs");

            migrationBuilder.DropTable(
                name: "Scores");

            migrationBuilder.DropTable(
                name: "Simulations");

            migrationBuilder.DropTable(
                name: "Summaries");

            migrationBuilder.DropTable(
                name: "TargetingCells");

            migrationBuilder.DropTable(
                name: "UsedAssertions");

            migrationBuilder.DropTable(
                name: "Exports");

            migrationBuilder.DropTable(
                name: "Lists");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(
                name: "RegisterDeliveries");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "OpenIddictApplications");

            migrationBuilder.DropTable(
                name: "Registers");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "Partners");
        }
    }
}
