using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regsosek.Data.Migrations.Sqlite
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
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AgreementKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Agreement = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Surface = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Shape = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Fields = table.Column<int>(type: "INTEGER", nullable: false),
                    Families = table.Column<int>(type: "INTEGER", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    Subjects = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AccessPostings",
                columns: table => new
                {
                    Bucket = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Postings = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessPostings", x => new { x.Bucket, x.First });
                });

            migrationBuilder.CreateTable(
                name: "AccessSegments",
                columns: table => new
                {
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    LastHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExportedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessSegments", x => x.First);
                });

            migrationBuilder.CreateTable(
                name: "AgreementChanges",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AgreementKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementChanges", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "AgreementDrafts",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    BasedOn = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementDrafts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseKey = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Did = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Says = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Ground = table.Column<short>(type: "INTEGER", nullable: true),
                    Period = table.Column<int>(type: "INTEGER", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Openings = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<short>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ObjectBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DeliveredPeriods",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredPeriods", x => new { x.Programme, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "DeliveredRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    PartnerKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Level = table.Column<short>(type: "INTEGER", nullable: true),
                    Kind = table.Column<short>(type: "INTEGER", nullable: true),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    NumberSealed = table.Column<byte[]>(type: "BLOB", maxLength: 800, nullable: true),
                    DeliveryKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveredRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: true),
                    Format = table.Column<short>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    Replaced = table.Column<long>(type: "INTEGER", nullable: false),
                    Late = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryParts",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryParts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Exports",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AgreementKey = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Gzip = table.Column<bool>(type: "INTEGER", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    Groups = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsOf = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Expected = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exports", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "FamilyCards",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    NumberSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyCards", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Severity = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdVersions",
                columns: table => new
                {
                    VersionKey = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sls = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    SubSls = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    SlsName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BuildingNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    FamilyNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    FieldView = table.Column<short>(type: "INTEGER", nullable: true),
                    DeclaredMemberCount = table.Column<short>(type: "INTEGER", nullable: true),
                    LandmarkId = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    FamilyCardCode = table.Column<short>(type: "INTEGER", nullable: true),
                    EnumeratedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnumeratorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EnumeratorCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SupervisorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SupervisorCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    EnumerationResult = table.Column<short>(type: "INTEGER", nullable: true),
                    StatementVersion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Tenure = table.Column<short>(type: "INTEGER", nullable: true),
                    LandProof = table.Column<short>(type: "INTEGER", nullable: true),
                    FloorArea = table.Column<short>(type: "INTEGER", nullable: true),
                    Floor = table.Column<short>(type: "INTEGER", nullable: true),
                    Wall = table.Column<short>(type: "INTEGER", nullable: true),
                    Roof = table.Column<short>(type: "INTEGER", nullable: true),
                    DrinkingWater = table.Column<short>(type: "INTEGER", nullable: true),
                    WastePitDistance = table.Column<short>(type: "INTEGER", nullable: true),
                    Lighting = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower1 = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower2 = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower3 = table.Column<short>(type: "INTEGER", nullable: true),
                    CookingFuel = table.Column<short>(type: "INTEGER", nullable: true),
                    Toilet = table.Column<short>(type: "INTEGER", nullable: true),
                    Closet = table.Column<short>(type: "INTEGER", nullable: true),
                    WasteDisposal = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembako = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembakoMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembakoYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkh = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkhMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkhYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesa = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesaMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesaYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricity = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricityMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricityYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAid = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAidMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAidYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizer = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizerMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizerYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpg = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpgMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpgYear = table.Column<short>(type: "INTEGER", nullable: true),
                    HasGasCylinder = table.Column<short>(type: "INTEGER", nullable: true),
                    HasRefrigerator = table.Column<short>(type: "INTEGER", nullable: true),
                    HasAirConditioner = table.Column<short>(type: "INTEGER", nullable: true),
                    HasWaterHeater = table.Column<short>(type: "INTEGER", nullable: true),
                    HasTelephone = table.Column<short>(type: "INTEGER", nullable: true),
                    HasTelevision = table.Column<short>(type: "INTEGER", nullable: true),
                    HasGold = table.Column<short>(type: "INTEGER", nullable: true),
                    HasComputer = table.Column<short>(type: "INTEGER", nullable: true),
                    HasMotorcycle = table.Column<short>(type: "INTEGER", nullable: true),
                    HasBicycle = table.Column<short>(type: "INTEGER", nullable: true),
                    HasCar = table.Column<short>(type: "INTEGER", nullable: true),
                    HasBoat = table.Column<short>(type: "INTEGER", nullable: true),
                    HasMotorBoat = table.Column<short>(type: "INTEGER", nullable: true),
                    HasSmartphone = table.Column<short>(type: "INTEGER", nullable: true),
                    HasOtherLand = table.Column<short>(type: "INTEGER", nullable: true),
                    HasOtherHouse = table.Column<short>(type: "INTEGER", nullable: true),
                    Cattle = table.Column<short>(type: "INTEGER", nullable: true),
                    Buffaloes = table.Column<short>(type: "INTEGER", nullable: true),
                    Horses = table.Column<short>(type: "INTEGER", nullable: true),
                    Pigs = table.Column<short>(type: "INTEGER", nullable: true),
                    Goats = table.Column<short>(type: "INTEGER", nullable: true),
                    Internet = table.Column<short>(type: "INTEGER", nullable: true),
                    ActiveAccount = table.Column<short>(type: "INTEGER", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    RegencyCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DistrictCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    BuildingGroup = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FamilyCardSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    FamilyCardHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    RespondentName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RespondentPhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    MemberCount = table.Column<short>(type: "INTEGER", nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdVersions", x => x.VersionKey);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Sls = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    SubSls = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    SlsName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BuildingNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    FamilyNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    FieldView = table.Column<short>(type: "INTEGER", nullable: true),
                    DeclaredMemberCount = table.Column<short>(type: "INTEGER", nullable: true),
                    LandmarkId = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    FamilyCardCode = table.Column<short>(type: "INTEGER", nullable: true),
                    EnumeratedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnumeratorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EnumeratorCode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SupervisorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SupervisorCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    EnumerationResult = table.Column<short>(type: "INTEGER", nullable: true),
                    StatementVersion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Tenure = table.Column<short>(type: "INTEGER", nullable: true),
                    LandProof = table.Column<short>(type: "INTEGER", nullable: true),
                    FloorArea = table.Column<short>(type: "INTEGER", nullable: true),
                    Floor = table.Column<short>(type: "INTEGER", nullable: true),
                    Wall = table.Column<short>(type: "INTEGER", nullable: true),
                    Roof = table.Column<short>(type: "INTEGER", nullable: true),
                    DrinkingWater = table.Column<short>(type: "INTEGER", nullable: true),
                    WastePitDistance = table.Column<short>(type: "INTEGER", nullable: true),
                    Lighting = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower1 = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower2 = table.Column<short>(type: "INTEGER", nullable: true),
                    MeterPower3 = table.Column<short>(type: "INTEGER", nullable: true),
                    CookingFuel = table.Column<short>(type: "INTEGER", nullable: true),
                    Toilet = table.Column<short>(type: "INTEGER", nullable: true),
                    Closet = table.Column<short>(type: "INTEGER", nullable: true),
                    WasteDisposal = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembako = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembakoMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedSembakoYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkh = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkhMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedPkhYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesa = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesaMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedBltDesaYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricity = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricityMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedElectricityYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAid = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAidMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLocalAidYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizer = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizerMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedFertilizerYear = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpg = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpgMonth = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivedLpgYear = table.Column<short>(type: "INTEGER", nullable: true),
                    HasGasCylinder = table.Column<short>(type: "INTEGER", nullable: true),
                    HasRefrigerator = table.Column<short>(type: "INTEGER", nullable: true),
                    HasAirConditioner = table.Column<short>(type: "INTEGER", nullable: true),
                    HasWaterHeater = table.Column<short>(type: "INTEGER", nullable: true),
                    HasTelephone = table.Column<short>(type: "INTEGER", nullable: true),
                    HasTelevision = table.Column<short>(type: "INTEGER", nullable: true),
                    HasGold = table.Column<short>(type: "INTEGER", nullable: true),
                    HasComputer = table.Column<short>(type: "INTEGER", nullable: true),
                    HasMotorcycle = table.Column<short>(type: "INTEGER", nullable: true),
                    HasBicycle = table.Column<short>(type: "INTEGER", nullable: true),
                    HasCar = table.Column<short>(type: "INTEGER", nullable: true),
                    HasBoat = table.Column<short>(type: "INTEGER", nullable: true),
                    HasMotorBoat = table.Column<short>(type: "INTEGER", nullable: true),
                    HasSmartphone = table.Column<short>(type: "INTEGER", nullable: true),
                    HasOtherLand = table.Column<short>(type: "INTEGER", nullable: true),
                    HasOtherHouse = table.Column<short>(type: "INTEGER", nullable: true),
                    Cattle = table.Column<short>(type: "INTEGER", nullable: true),
                    Buffaloes = table.Column<short>(type: "INTEGER", nullable: true),
                    Horses = table.Column<short>(type: "INTEGER", nullable: true),
                    Pigs = table.Column<short>(type: "INTEGER", nullable: true),
                    Goats = table.Column<short>(type: "INTEGER", nullable: true),
                    Internet = table.Column<short>(type: "INTEGER", nullable: true),
                    ActiveAccount = table.Column<short>(type: "INTEGER", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    RegencyCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DistrictCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    BuildingGroup = table.Column<Guid>(type: "TEXT", nullable: true),
                    HeadName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FamilyCardSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    FamilyCardHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    RespondentName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RespondentPhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    MemberCount = table.Column<short>(type: "INTEGER", nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    HoldsDemoNumbers = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "KeptRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "KeyBlocks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyBlocks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ListCandidates",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Percentile = table.Column<double>(type: "REAL", nullable: true),
                    Regency = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    WelfareClass = table.Column<short>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListCandidates", x => new { x.ListKey, x.HouseholdKey, x.PersonKey });
                });

            migrationBuilder.CreateTable(
                name: "ListEntries",
                columns: table => new
                {
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: true),
                    Percentile = table.Column<double>(type: "REAL", nullable: true),
                    Regency = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    WelfareClass = table.Column<short>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListEntries", x => new { x.ListKey, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "Lists",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AgreementKey = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: true),
                    RuleHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OfPersons = table.Column<bool>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    Quota = table.Column<long>(type: "INTEGER", nullable: true),
                    ByRank = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: true),
                    Formats = table.Column<string>(type: "TEXT", nullable: false),
                    Gzip = table.Column<bool>(type: "INTEGER", nullable: false),
                    Groups = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsOf = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Entries = table.Column<long>(type: "INTEGER", nullable: true),
                    TiedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    TiedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Counts = table.Column<string>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AskedFor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IsApproved = table.Column<bool>(type: "INTEGER", nullable: true),
                    Manifest = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lists", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Models",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Model = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DraftedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DraftedFor = table.Column<string>(type: "TEXT", nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedFor = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Models", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Payloads",
                columns: table => new
                {
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payloads", x => new { x.HouseholdKey, x.ContentHash });
                });

            migrationBuilder.CreateTable(
                name: "PersonVersions",
                columns: table => new
                {
                    VersionKey = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    Presence = table.Column<short>(type: "INTEGER", nullable: true),
                    Sex = table.Column<short>(type: "INTEGER", nullable: true),
                    DeclaredAge = table.Column<short>(type: "INTEGER", nullable: true),
                    MaritalStatus = table.Column<short>(type: "INTEGER", nullable: true),
                    Relation = table.Column<short>(type: "INTEGER", nullable: true),
                    Pregnant = table.Column<short>(type: "INTEGER", nullable: true),
                    IdentityPapers = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolParticipation = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolLevel = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolClass = table.Column<short>(type: "INTEGER", nullable: true),
                    Diploma = table.Column<short>(type: "INTEGER", nullable: true),
                    Worked = table.Column<short>(type: "INTEGER", nullable: true),
                    HoursWorked = table.Column<short>(type: "INTEGER", nullable: true),
                    Sector = table.Column<short>(type: "INTEGER", nullable: true),
                    SectorText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    JobStatus = table.Column<short>(type: "INTEGER", nullable: true),
                    TaxNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    OwnsBusiness = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessCount = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessSector = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessSectorText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PaidWorkers = table.Column<short>(type: "INTEGER", nullable: true),
                    UnpaidWorkers = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessLicence = table.Column<short>(type: "INTEGER", nullable: true),
                    Turnover = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessInternet = table.Column<short>(type: "INTEGER", nullable: true),
                    Nutrition = table.Column<short>(type: "INTEGER", nullable: true),
                    Seeing = table.Column<short>(type: "INTEGER", nullable: true),
                    Hearing = table.Column<short>(type: "INTEGER", nullable: true),
                    Walking = table.Column<short>(type: "INTEGER", nullable: true),
                    Handling = table.Column<short>(type: "INTEGER", nullable: true),
                    Learning = table.Column<short>(type: "INTEGER", nullable: true),
                    Behaviour = table.Column<short>(type: "INTEGER", nullable: true),
                    Communicating = table.Column<short>(type: "INTEGER", nullable: true),
                    SelfCare = table.Column<short>(type: "INTEGER", nullable: true),
                    Remembering = table.Column<short>(type: "INTEGER", nullable: true),
                    Sadness = table.Column<short>(type: "INTEGER", nullable: true),
                    Carer = table.Column<short>(type: "INTEGER", nullable: true),
                    ChronicIllness = table.Column<short>(type: "INTEGER", nullable: true),
                    HealthInsurance = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesPrakerja = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesKur = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesUmi = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesPip = table.Column<short>(type: "INTEGER", nullable: true),
                    EmploymentInsurance = table.Column<short>(type: "INTEGER", nullable: true),
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NikSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    NikHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonVersions", x => x.VersionKey);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeDocuments",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DraftedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DraftedFor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedFor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SimulationKey = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeDocuments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Ranks",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    RegencyCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    DistrictCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: true),
                    Percentile = table.Column<double>(type: "REAL", nullable: true),
                    Decile = table.Column<short>(type: "INTEGER", nullable: true),
                    WelfareClass = table.Column<short>(type: "INTEGER", nullable: true),
                    Score = table.Column<short>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ranks", x => new { x.RunKey, x.HouseholdKey });
                });

            migrationBuilder.CreateTable(
                name: "ReceiptTotals",
                columns: table => new
                {
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Level = table.Column<short>(type: "INTEGER", nullable: false),
                    Families = table.Column<long>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceiptTotals", x => new { x.Programme, x.Period, x.Region });
                });

            migrationBuilder.CreateTable(
                name: "RegionCodes",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionCodes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Level = table.Column<short>(type: "INTEGER", nullable: false),
                    ParentCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: true),
                    ProvinceCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    RegencyCode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: true),
                    DistrictCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    ChildCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RejectedRows",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RejectedRows", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    ModelVersion = table.Column<string>(type: "TEXT", nullable: false),
                    ModelHash = table.Column<string>(type: "TEXT", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Coverage = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Demonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Families = table.Column<long>(type: "INTEGER", nullable: false),
                    Persons = table.Column<long>(type: "INTEGER", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", nullable: false),
                    Ties = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Open = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    Expected = table.Column<long>(type: "INTEGER", nullable: false),
                    LastKey = table.Column<long>(type: "INTEGER", nullable: false),
                    ScoredTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Scored = table.Column<long>(type: "INTEGER", nullable: false),
                    Ranked = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false),
                    StartedFor = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplayedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Replayed = table.Column<long>(type: "INTEGER", nullable: false),
                    ReplayedDifferently = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Scores",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    VillageCode = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Persons = table.Column<short>(type: "INTEGER", nullable: false),
                    Criterion = table.Column<int>(type: "INTEGER", nullable: false),
                    DependencyRatio = table.Column<double>(type: "REAL", nullable: false),
                    Ticket = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    Score = table.Column<short>(type: "INTEGER", nullable: true),
                    Likelihood = table.Column<double>(type: "REAL", nullable: true),
                    Expenditure = table.Column<long>(type: "INTEGER", nullable: true),
                    Missing = table.Column<long>(type: "INTEGER", nullable: false),
                    Assumed = table.Column<long>(type: "INTEGER", nullable: false),
                    Inputs = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    Counted = table.Column<long>(type: "INTEGER", nullable: false),
                    CountedOfMembers = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scores", x => new { x.RunKey, x.HouseholdKey });
                });

            migrationBuilder.CreateTable(
                name: "Simulations",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnerKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EndUser = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<short>(type: "INTEGER", nullable: false),
                    Counted = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Simulations", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Summaries",
                columns: table => new
                {
                    RunKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Cube = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    First = table.Column<short>(type: "INTEGER", nullable: false),
                    Second = table.Column<short>(type: "INTEGER", nullable: false),
                    Level = table.Column<short>(type: "INTEGER", nullable: false),
                    Families = table.Column<long>(type: "INTEGER", nullable: false),
                    Persons = table.Column<long>(type: "INTEGER", nullable: false),
                    Held = table.Column<long>(type: "INTEGER", nullable: false),
                    Likelihood = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Summaries", x => new { x.RunKey, x.Cube, x.Region, x.First, x.Second });
                });

            migrationBuilder.CreateTable(
                name: "TargetingCells",
                columns: table => new
                {
                    AssessmentKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Dimension = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    Code = table.Column<short>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<short>(type: "INTEGER", nullable: false),
                    Level = table.Column<short>(type: "INTEGER", nullable: false),
                    Families = table.Column<long>(type: "INTEGER", nullable: false),
                    Persons = table.Column<long>(type: "INTEGER", nullable: false),
                    Hidden = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetingCells", x => new { x.AssessmentKey, x.Dimension, x.Region, x.Code, x.Outcome });
                });

            migrationBuilder.CreateTable(
                name: "UsedAssertions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedAssertions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExportParts",
                columns: table => new
                {
                    ExportKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Expected = table.Column<long>(type: "INTEGER", nullable: false),
                    Families = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Subjects = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    Presence = table.Column<short>(type: "INTEGER", nullable: true),
                    Sex = table.Column<short>(type: "INTEGER", nullable: true),
                    DeclaredAge = table.Column<short>(type: "INTEGER", nullable: true),
                    MaritalStatus = table.Column<short>(type: "INTEGER", nullable: true),
                    Relation = table.Column<short>(type: "INTEGER", nullable: true),
                    Pregnant = table.Column<short>(type: "INTEGER", nullable: true),
                    IdentityPapers = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolParticipation = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolLevel = table.Column<short>(type: "INTEGER", nullable: true),
                    SchoolClass = table.Column<short>(type: "INTEGER", nullable: true),
                    Diploma = table.Column<short>(type: "INTEGER", nullable: true),
                    Worked = table.Column<short>(type: "INTEGER", nullable: true),
                    HoursWorked = table.Column<short>(type: "INTEGER", nullable: true),
                    Sector = table.Column<short>(type: "INTEGER", nullable: true),
                    SectorText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    JobStatus = table.Column<short>(type: "INTEGER", nullable: true),
                    TaxNumber = table.Column<short>(type: "INTEGER", nullable: true),
                    OwnsBusiness = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessCount = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessSector = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessSectorText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PaidWorkers = table.Column<short>(type: "INTEGER", nullable: true),
                    UnpaidWorkers = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessLicence = table.Column<short>(type: "INTEGER", nullable: true),
                    Turnover = table.Column<short>(type: "INTEGER", nullable: true),
                    BusinessInternet = table.Column<short>(type: "INTEGER", nullable: true),
                    Nutrition = table.Column<short>(type: "INTEGER", nullable: true),
                    Seeing = table.Column<short>(type: "INTEGER", nullable: true),
                    Hearing = table.Column<short>(type: "INTEGER", nullable: true),
                    Walking = table.Column<short>(type: "INTEGER", nullable: true),
                    Handling = table.Column<short>(type: "INTEGER", nullable: true),
                    Learning = table.Column<short>(type: "INTEGER", nullable: true),
                    Behaviour = table.Column<short>(type: "INTEGER", nullable: true),
                    Communicating = table.Column<short>(type: "INTEGER", nullable: true),
                    SelfCare = table.Column<short>(type: "INTEGER", nullable: true),
                    Remembering = table.Column<short>(type: "INTEGER", nullable: true),
                    Sadness = table.Column<short>(type: "INTEGER", nullable: true),
                    Carer = table.Column<short>(type: "INTEGER", nullable: true),
                    ChronicIllness = table.Column<short>(type: "INTEGER", nullable: true),
                    HealthInsurance = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesPrakerja = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesKur = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesUmi = table.Column<short>(type: "INTEGER", nullable: true),
                    ReceivesPip = table.Column<short>(type: "INTEGER", nullable: true),
                    EmploymentInsurance = table.Column<short>(type: "INTEGER", nullable: true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HouseholdKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NikSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    NikHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRecall = table.Column<bool>(type: "INTEGER", nullable: false),
                    Places = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Entries = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Subjects = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Client = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    ListKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<long>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Expected = table.Column<long>(type: "INTEGER", nullable: false),
                    Found = table.Column<long>(type: "INTEGER", nullable: true)
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
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PartnerKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    Purposes = table.Column<string>(type: "TEXT", nullable: false),
                    Regions = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<int>(type: "INTEGER", nullable: false),
                    Programmes = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Limit = table.Column<string>(type: "TEXT", nullable: true),
                    Budget = table.Column<int>(type: "INTEGER", nullable: false),
                    RequiresEndUser = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<short>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PartnerKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RetainUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    RegisterKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NikSealed = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    NikHash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    PersonKey = table.Column<long>(type: "INTEGER", nullable: true),
                    Number = table.Column<double>(type: "REAL", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetainUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<string>(type: "TEXT", nullable: true),
                    AuthorizationId = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
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
                    Key = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AgreementKey = table.Column<int>(type: "INTEGER", nullable: false),
                    SuspendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SuspendedBecause = table.Column<string>(type: "TEXT", nullable: true),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    OnlyListedDocuments = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RegisterKey = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true)
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

            migrationBuilder.CreateTable(
                name: "RegisterFaults",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Says = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
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

            migrationBuilder.Sql("CREATE VIEW \"HouseholdStates\" AS SELECT \"ActiveAccount\", \"Address\", \"Buffaloes\", \"BuildingGroup\", \"BuildingNumber\", \"Cattle\", \"CheckedOn\", \"Closet\", \"ContentHash\", \"CookingFuel\", \"DeclaredMemberCount\", \"DistrictCode\", \"DrinkingWater\", \"EnumeratedOn\", \"EnumerationResult\", \"EnumeratorCode\", \"EnumeratorName\", \"FamilyCardCode\", \"FamilyCardHash\", \"FamilyCardSealed\", \"FamilyNumber\", \"FieldView\", \"Floor\", \"FloorArea\", \"Goats\", \"HasAirConditioner\", \"HasBicycle\", \"HasBoat\", \"HasCar\", \"HasComputer\", \"HasGasCylinder\", \"HasGold\", \"HasMotorBoat\", \"HasMotorcycle\", \"HasOtherHouse\", \"HasOtherLand\", \"HasRefrigerator\", \"HasSmartphone\", \"HasTelephone\", \"HasTelevision\", \"HasWaterHeater\", \"HeadName\", \"Horses\", \"Id\", \"Internet\", \"Key\", \"LandProof\", \"LandmarkId\", \"Latitude\", \"Lighting\", \"Longitude\", \"MemberCount\", \"MeterPower1\", \"MeterPower2\", \"MeterPower3\", \"Notes\", \"ObservedOn\", \"Pigs\", \"ProvinceCode\", \"ReceivedBltDesa\", \"ReceivedBltDesaMonth\", \"ReceivedBltDesaYear\", \"ReceivedElectricity\", \"ReceivedElectricityMonth\", \"ReceivedElectricityYear\", \"ReceivedFertilizer\", \"ReceivedFertilizerMonth\", \"ReceivedFertilizerYear\", \"ReceivedLocalAid\", \"ReceivedLocalAidMonth\", \"ReceivedLocalAidYear\", \"ReceivedLpg\", \"ReceivedLpgMonth\", \"ReceivedLpgYear\", \"ReceivedPkh\", \"ReceivedPkhMonth\", \"ReceivedPkhYear\", \"ReceivedSembako\", \"ReceivedSembakoMonth\", \"ReceivedSembakoYear\", \"RecordedAt\", \"RegencyCode\", \"RespondentName\", \"RespondentPhone\", \"Roof\", \"Sls\", \"SlsName\", \"Source\", \"SourceId\", \"StatementVersion\", \"SubSls\", \"SupervisorCode\", \"SupervisorName\", \"Tenure\", \"Toilet\", \"ValidFrom\", \"VillageCode\", \"Wall\", \"WasteDisposal\", \"WastePitDistance\", CAST(NULL AS INTEGER) AS \"VersionKey\", CAST(NULL AS TEXT) AS \"ValidTo\", CAST(NULL AS TEXT) AS \"SupersededAt\", CAST('9999-12-31 00:00:00' AS TEXT) AS \"Until\" FROM \"Households\" UNION ALL SELECT \"ActiveAccount\", \"Address\", \"Buffaloes\", \"BuildingGroup\", \"BuildingNumber\", \"Cattle\", \"CheckedOn\", \"Closet\", \"ContentHash\", \"CookingFuel\", \"DeclaredMemberCount\", \"DistrictCode\", \"DrinkingWater\", \"EnumeratedOn\", \"EnumerationResult\", \"EnumeratorCode\", \"EnumeratorName\", \"FamilyCardCode\", \"FamilyCardHash\", \"FamilyCardSealed\", \"FamilyNumber\", \"FieldView\", \"Floor\", \"FloorArea\", \"Goats\", \"HasAirConditioner\", \"HasBicycle\", \"HasBoat\", \"HasCar\", \"HasComputer\", \"HasGasCylinder\", \"HasGold\", \"HasMotorBoat\", \"HasMotorcycle\", \"HasOtherHouse\", \"HasOtherLand\", \"HasRefrigerator\", \"HasSmartphone\", \"HasTelephone\", \"HasTelevision\", \"HasWaterHeater\", \"HeadName\", \"Horses\", \"Id\", \"Internet\", \"Key\", \"LandProof\", \"LandmarkId\", \"Latitude\", \"Lighting\", \"Longitude\", \"MemberCount\", \"MeterPower1\", \"MeterPower2\", \"MeterPower3\", \"Notes\", \"ObservedOn\", \"Pigs\", \"ProvinceCode\", \"ReceivedBltDesa\", \"ReceivedBltDesaMonth\", \"ReceivedBltDesaYear\", \"ReceivedElectricity\", \"ReceivedElectricityMonth\", \"ReceivedElectricityYear\", \"ReceivedFertilizer\", \"ReceivedFertilizerMonth\", \"ReceivedFertilizerYear\", \"ReceivedLocalAid\", \"ReceivedLocalAidMonth\", \"ReceivedLocalAidYear\", \"ReceivedLpg\", \"ReceivedLpgMonth\", \"ReceivedLpgYear\", \"ReceivedPkh\", \"ReceivedPkhMonth\", \"ReceivedPkhYear\", \"ReceivedSembako\", \"ReceivedSembakoMonth\", \"ReceivedSembakoYear\", \"RecordedAt\", \"RegencyCode\", \"RespondentName\", \"RespondentPhone\", \"Roof\", \"Sls\", \"SlsName\", \"Source\", \"SourceId\", \"StatementVersion\", \"SubSls\", \"SupervisorCode\", \"SupervisorName\", \"Tenure\", \"Toilet\", \"ValidFrom\", \"VillageCode\", \"Wall\", \"WasteDisposal\", \"WastePitDistance\", \"VersionKey\", \"ValidTo\", \"SupersededAt\", \"Until\" FROM \"HouseholdVersions\";");

            migrationBuilder.Sql("CREATE VIEW \"PersonStates\" AS SELECT \"Behaviour\", \"BirthDate\", \"BusinessCount\", \"BusinessInternet\", \"BusinessLicence\", \"BusinessSector\", \"BusinessSectorText\", \"Carer\", \"ChronicIllness\", \"Communicating\", \"DeclaredAge\", \"Diploma\", \"EmploymentInsurance\", \"Handling\", \"HealthInsurance\", \"Hearing\", \"HoursWorked\", \"HouseholdKey\", \"Id\", \"IdentityPapers\", \"JobStatus\", \"Key\", \"Learning\", \"MaritalStatus\", \"Name\", \"NikHash\", \"NikSealed\", \"Nutrition\", \"ObservedOn\", \"OrderNumber\", \"OwnsBusiness\", \"PaidWorkers\", \"Pregnant\", \"Presence\", \"ReceivesKur\", \"ReceivesPip\", \"ReceivesPrakerja\", \"ReceivesUmi\", \"RecordedAt\", \"Relation\", \"Remembering\", \"Sadness\", \"SchoolClass\", \"SchoolLevel\", \"SchoolParticipation\", \"Sector\", \"SectorText\", \"Seeing\", \"SelfCare\", \"Sex\", \"Source\", \"TaxNumber\", \"Turnover\", \"UnpaidWorkers\", \"ValidFrom\", \"Walking\", \"Worked\", CAST(NULL AS INTEGER) AS \"VersionKey\", CAST(NULL AS TEXT) AS \"ValidTo\", CAST(NULL AS TEXT) AS \"SupersededAt\", CAST('9999-12-31 00:00:00' AS TEXT) AS \"Until\" FROM \"Persons\" UNION ALL SELECT \"Behaviour\", \"BirthDate\", \"BusinessCount\", \"BusinessInternet\", \"BusinessLicence\", \"BusinessSector\", \"BusinessSectorText\", \"Carer\", \"ChronicIllness\", \"Communicating\", \"DeclaredAge\", \"Diploma\", \"EmploymentInsurance\", \"Handling\", \"HealthInsurance\", \"Hearing\", \"HoursWorked\", \"HouseholdKey\", \"Id\", \"IdentityPapers\", \"JobStatus\", \"Key\", \"Learning\", \"MaritalStatus\", \"Name\", \"NikHash\", \"NikSealed\", \"Nutrition\", \"ObservedOn\", \"OrderNumber\", \"OwnsBusiness\", \"PaidWorkers\", \"Pregnant\", \"Presence\", \"ReceivesKur\", \"ReceivesPip\", \"ReceivesPrakerja\", \"ReceivesUmi\", \"RecordedAt\", \"Relation\", \"Remembering\", \"Sadness\", \"SchoolClass\", \"SchoolLevel\", \"SchoolParticipation\", \"Sector\", \"SectorText\", \"Seeing\", \"SelfCare\", \"Sex\", \"Source\", \"TaxNumber\", \"Turnover\", \"UnpaidWorkers\", \"ValidFrom\", \"Walking\", \"Worked\", \"VersionKey\", \"ValidTo\", \"SupersededAt\", \"Until\" FROM \"PersonVersions\";");
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
