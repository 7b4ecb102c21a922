IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [AccessEntries] (
    [Sequence] bigint NOT NULL,
    [At] datetime2 NOT NULL,
    [RequestId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AgreementKey] int NOT NULL,
    [Agreement] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Purpose] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [Surface] nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Shape] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Fields] int NOT NULL,
    [Families] int NOT NULL,
    [Persons] int NOT NULL,
    [Subjects] varbinary(max) NOT NULL,
    [Hash] varbinary(32) NOT NULL,
    CONSTRAINT [PK_AccessEntries] PRIMARY KEY ([Sequence])
);

CREATE TABLE [AccessPostings] (
    [Bucket] int NOT NULL,
    [First] bigint NOT NULL,
    [Postings] varbinary(max) NOT NULL,
    CONSTRAINT [PK_AccessPostings] PRIMARY KEY ([Bucket], [First])
);

CREATE TABLE [AccessSegments] (
    [First] bigint NOT NULL,
    [Last] bigint NOT NULL,
    [Root] varbinary(32) NOT NULL,
    [LastHash] varbinary(32) NOT NULL,
    [ClosedAt] datetime2 NOT NULL,
    [ExportedAt] datetime2 NULL,
    [ErasedAt] datetime2 NULL,
    CONSTRAINT [PK_AccessSegments] PRIMARY KEY ([First])
);

CREATE TABLE [AgreementChanges] (
    [Key] int NOT NULL IDENTITY,
    [AgreementKey] int NOT NULL,
    [Version] int NOT NULL,
    [Before] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [By] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [At] datetime2 NOT NULL,
    CONSTRAINT [PK_AgreementChanges] PRIMARY KEY ([Key])
);

CREATE TABLE [AgreementDrafts] (
    [Key] int NOT NULL IDENTITY,
    [Code] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Open] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [BasedOn] int NOT NULL,
    [Content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DraftedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DraftedFor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DraftedAt] datetime2 NOT NULL,
    [State] smallint NOT NULL,
    [DecidedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DecidedFor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DecidedAt] datetime2 NULL,
    CONSTRAINT [PK_AgreementDrafts] PRIMARY KEY ([Key])
);

CREATE TABLE [Assessments] (
    [Key] bigint NOT NULL IDENTITY,
    [Id] uniqueidentifier NOT NULL,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] int NOT NULL,
    [Version] int NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Day] date NOT NULL,
    [RunKey] bigint NOT NULL,
    [Deliveries] int NOT NULL,
    [DeliveredAt] datetime2 NULL,
    [State] smallint NOT NULL,
    [Open] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [After] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [BegunAt] datetime2 NOT NULL,
    [PublishedAt] datetime2 NULL,
    CONSTRAINT [PK_Assessments] PRIMARY KEY ([Key])
);

CREATE TABLE [CaseSteps] (
    [Key] bigint NOT NULL IDENTITY,
    [CaseKey] bigint NOT NULL,
    [At] datetime2 NOT NULL,
    [Did] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Says] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [Note] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [By] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_CaseSteps] PRIMARY KEY ([Key])
);

CREATE TABLE [Cases] (
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] smallint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [PersonKey] bigint NOT NULL,
    [State] smallint NOT NULL,
    [Ground] smallint NULL,
    [Period] int NULL,
    [Owner] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [OpenedAt] datetime2 NOT NULL,
    [Openings] int NOT NULL,
    [DueOn] date NOT NULL,
    [Outcome] smallint NULL,
    [Note] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ObjectBy] date NULL,
    [ClosedAt] datetime2 NULL,
    [ClosedBy] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Cases] PRIMARY KEY ([Key])
);

CREATE TABLE [DeliveredPeriods] (
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] int NOT NULL,
    [Deliveries] int NOT NULL,
    [DeliveredAt] datetime2 NULL,
    CONSTRAINT [PK_DeliveredPeriods] PRIMARY KEY ([Programme], [Period])
);

CREATE TABLE [DeliveredRows] (
    [Key] bigint NOT NULL,
    [PartnerKey] int NOT NULL,
    [Line] bigint NOT NULL,
    [Reason] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [Level] smallint NULL,
    [Kind] smallint NULL,
    [NumberHash] varbinary(16) NULL,
    [NumberSealed] varbinary(800) NULL,
    [DeliveryKey] bigint NOT NULL,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] int NOT NULL,
    [State] smallint NOT NULL,
    [Amount] bigint NULL,
    [HouseholdKey] bigint NULL,
    [PersonKey] bigint NULL,
    [RecordedAt] datetime2 NOT NULL,
    [ReplacedAt] datetime2 NULL,
    CONSTRAINT [PK_DeliveredRows] PRIMARY KEY ([Key])
);

CREATE TABLE [Deliveries] (
    [Key] bigint NOT NULL IDENTITY,
    [Id] uniqueidentifier NOT NULL,
    [PartnerKey] int NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] int NULL,
    [Format] smallint NOT NULL,
    [ContentHash] varbinary(32) NULL,
    [State] smallint NOT NULL,
    [Bytes] bigint NOT NULL,
    [Line] bigint NOT NULL,
    [Added] bigint NOT NULL,
    [Replaced] bigint NOT NULL,
    [Late] bigint NOT NULL,
    [Rejected] bigint NOT NULL,
    [Fault] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ReceivedAt] datetime2 NOT NULL,
    [FinishedAt] datetime2 NULL,
    CONSTRAINT [PK_Deliveries] PRIMARY KEY ([Key])
);

CREATE TABLE [DeliveryParts] (
    [Key] bigint NOT NULL IDENTITY,
    [DeliveryKey] bigint NOT NULL,
    [Number] int NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    CONSTRAINT [PK_DeliveryParts] PRIMARY KEY ([Key])
);

CREATE TABLE [Exports] (
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AgreementKey] int NOT NULL,
    [AgreementVersion] int NOT NULL,
    [Purpose] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [Terms] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RequestId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Reader] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Format] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Gzip] bit NOT NULL,
    [Query] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Groups] int NOT NULL,
    [Day] date NOT NULL,
    [KnownAt] datetime2 NOT NULL,
    [AsOf] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [State] smallint NOT NULL,
    [Open] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Problem] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [Expected] bigint NULL,
    [RecordedAt] datetime2 NOT NULL,
    [EndedAt] datetime2 NULL,
    [ExpiresAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Exports] PRIMARY KEY ([Key])
);

CREATE TABLE [FamilyCards] (
    [Key] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [NumberSealed] varbinary(64) NOT NULL,
    [NumberHash] varbinary(16) NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [RecordedAt] datetime2 NOT NULL,
    [SupersededAt] datetime2 NULL,
    CONSTRAINT [PK_FamilyCards] PRIMARY KEY ([Key])
);

CREATE TABLE [Findings] (
    [Key] bigint NOT NULL,
    [ImportKey] bigint NOT NULL,
    [Line] bigint NOT NULL,
    [HouseholdKey] bigint NULL,
    [Rule] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Severity] smallint NOT NULL,
    CONSTRAINT [PK_Findings] PRIMARY KEY ([Key])
);

CREATE TABLE [HouseholdVersions] (
    [VersionKey] bigint NOT NULL IDENTITY,
    [ValidTo] date NOT NULL,
    [SupersededAt] datetime2 NOT NULL,
    [Until] datetime2 NOT NULL,
    [Sls] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [SubSls] nvarchar(2) COLLATE Latin1_General_100_BIN2 NULL,
    [SlsName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [Address] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [BuildingNumber] smallint NULL,
    [FamilyNumber] smallint NULL,
    [FieldView] smallint NULL,
    [DeclaredMemberCount] smallint NULL,
    [LandmarkId] nvarchar(6) COLLATE Latin1_General_100_BIN2 NULL,
    [FamilyCardCode] smallint NULL,
    [EnumeratedOn] date NULL,
    [EnumeratorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [EnumeratorCode] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [CheckedOn] date NULL,
    [SupervisorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [SupervisorCode] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    [EnumerationResult] smallint NULL,
    [StatementVersion] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [Tenure] smallint NULL,
    [LandProof] smallint NULL,
    [FloorArea] smallint NULL,
    [Floor] smallint NULL,
    [Wall] smallint NULL,
    [Roof] smallint NULL,
    [DrinkingWater] smallint NULL,
    [WastePitDistance] smallint NULL,
    [Lighting] smallint NULL,
    [MeterPower1] smallint NULL,
    [MeterPower2] smallint NULL,
    [MeterPower3] smallint NULL,
    [CookingFuel] smallint NULL,
    [Toilet] smallint NULL,
    [Closet] smallint NULL,
    [WasteDisposal] smallint NULL,
    [ReceivedSembako] smallint NULL,
    [ReceivedSembakoMonth] smallint NULL,
    [ReceivedSembakoYear] smallint NULL,
    [ReceivedPkh] smallint NULL,
    [ReceivedPkhMonth] smallint NULL,
    [ReceivedPkhYear] smallint NULL,
    [ReceivedBltDesa] smallint NULL,
    [ReceivedBltDesaMonth] smallint NULL,
    [ReceivedBltDesaYear] smallint NULL,
    [ReceivedElectricity] smallint NULL,
    [ReceivedElectricityMonth] smallint NULL,
    [ReceivedElectricityYear] smallint NULL,
    [ReceivedLocalAid] smallint NULL,
    [ReceivedLocalAidMonth] smallint NULL,
    [ReceivedLocalAidYear] smallint NULL,
    [ReceivedFertilizer] smallint NULL,
    [ReceivedFertilizerMonth] smallint NULL,
    [ReceivedFertilizerYear] smallint NULL,
    [ReceivedLpg] smallint NULL,
    [ReceivedLpgMonth] smallint NULL,
    [ReceivedLpgYear] smallint NULL,
    [HasGasCylinder] smallint NULL,
    [HasRefrigerator] smallint NULL,
    [HasAirConditioner] smallint NULL,
    [HasWaterHeater] smallint NULL,
    [HasTelephone] smallint NULL,
    [HasTelevision] smallint NULL,
    [HasGold] smallint NULL,
    [HasComputer] smallint NULL,
    [HasMotorcycle] smallint NULL,
    [HasBicycle] smallint NULL,
    [HasCar] smallint NULL,
    [HasBoat] smallint NULL,
    [HasMotorBoat] smallint NULL,
    [HasSmartphone] smallint NULL,
    [HasOtherLand] smallint NULL,
    [HasOtherHouse] smallint NULL,
    [Cattle] smallint NULL,
    [Buffaloes] smallint NULL,
    [Horses] smallint NULL,
    [Pigs] smallint NULL,
    [Goats] smallint NULL,
    [Internet] smallint NULL,
    [ActiveAccount] smallint NULL,
    [Notes] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SourceId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [ProvinceCode] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RegencyCode] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DistrictCode] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [VillageCode] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [BuildingGroup] uniqueidentifier NULL,
    [HeadName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [FamilyCardSealed] varbinary(64) NULL,
    [FamilyCardHash] varbinary(16) NULL,
    [RespondentName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [RespondentPhone] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [Latitude] float NULL,
    [Longitude] float NULL,
    [MemberCount] smallint NOT NULL,
    [ObservedOn] date NOT NULL,
    [ValidFrom] date NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_HouseholdVersions] PRIMARY KEY ([VersionKey])
);

CREATE TABLE [Households] (
    [Key] bigint NOT NULL,
    [Sls] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [SubSls] nvarchar(2) COLLATE Latin1_General_100_BIN2 NULL,
    [SlsName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [Address] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [BuildingNumber] smallint NULL,
    [FamilyNumber] smallint NULL,
    [FieldView] smallint NULL,
    [DeclaredMemberCount] smallint NULL,
    [LandmarkId] nvarchar(6) COLLATE Latin1_General_100_BIN2 NULL,
    [FamilyCardCode] smallint NULL,
    [EnumeratedOn] date NULL,
    [EnumeratorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [EnumeratorCode] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [CheckedOn] date NULL,
    [SupervisorName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [SupervisorCode] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    [EnumerationResult] smallint NULL,
    [StatementVersion] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [Tenure] smallint NULL,
    [LandProof] smallint NULL,
    [FloorArea] smallint NULL,
    [Floor] smallint NULL,
    [Wall] smallint NULL,
    [Roof] smallint NULL,
    [DrinkingWater] smallint NULL,
    [WastePitDistance] smallint NULL,
    [Lighting] smallint NULL,
    [MeterPower1] smallint NULL,
    [MeterPower2] smallint NULL,
    [MeterPower3] smallint NULL,
    [CookingFuel] smallint NULL,
    [Toilet] smallint NULL,
    [Closet] smallint NULL,
    [WasteDisposal] smallint NULL,
    [ReceivedSembako] smallint NULL,
    [ReceivedSembakoMonth] smallint NULL,
    [ReceivedSembakoYear] smallint NULL,
    [ReceivedPkh] smallint NULL,
    [ReceivedPkhMonth] smallint NULL,
    [ReceivedPkhYear] smallint NULL,
    [ReceivedBltDesa] smallint NULL,
    [ReceivedBltDesaMonth] smallint NULL,
    [ReceivedBltDesaYear] smallint NULL,
    [ReceivedElectricity] smallint NULL,
    [ReceivedElectricityMonth] smallint NULL,
    [ReceivedElectricityYear] smallint NULL,
    [ReceivedLocalAid] smallint NULL,
    [ReceivedLocalAidMonth] smallint NULL,
    [ReceivedLocalAidYear] smallint NULL,
    [ReceivedFertilizer] smallint NULL,
    [ReceivedFertilizerMonth] smallint NULL,
    [ReceivedFertilizerYear] smallint NULL,
    [ReceivedLpg] smallint NULL,
    [ReceivedLpgMonth] smallint NULL,
    [ReceivedLpgYear] smallint NULL,
    [HasGasCylinder] smallint NULL,
    [HasRefrigerator] smallint NULL,
    [HasAirConditioner] smallint NULL,
    [HasWaterHeater] smallint NULL,
    [HasTelephone] smallint NULL,
    [HasTelevision] smallint NULL,
    [HasGold] smallint NULL,
    [HasComputer] smallint NULL,
    [HasMotorcycle] smallint NULL,
    [HasBicycle] smallint NULL,
    [HasCar] smallint NULL,
    [HasBoat] smallint NULL,
    [HasMotorBoat] smallint NULL,
    [HasSmartphone] smallint NULL,
    [HasOtherLand] smallint NULL,
    [HasOtherHouse] smallint NULL,
    [Cattle] smallint NULL,
    [Buffaloes] smallint NULL,
    [Horses] smallint NULL,
    [Pigs] smallint NULL,
    [Goats] smallint NULL,
    [Internet] smallint NULL,
    [ActiveAccount] smallint NULL,
    [Notes] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [Id] uniqueidentifier NOT NULL,
    [Source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [SourceId] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [ProvinceCode] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RegencyCode] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DistrictCode] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [VillageCode] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [BuildingGroup] uniqueidentifier NULL,
    [HeadName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [FamilyCardSealed] varbinary(64) NULL,
    [FamilyCardHash] varbinary(16) NULL,
    [RespondentName] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [RespondentPhone] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [Latitude] float NULL,
    [Longitude] float NULL,
    [MemberCount] smallint NOT NULL,
    [ObservedOn] date NOT NULL,
    [ValidFrom] date NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Households] PRIMARY KEY ([Key])
);

CREATE TABLE [Imports] (
    [Key] bigint NOT NULL IDENTITY,
    [FileHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Profile] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Line] bigint NOT NULL,
    [Added] bigint NOT NULL,
    [Changed] bigint NOT NULL,
    [Unchanged] bigint NOT NULL,
    [Rejected] bigint NOT NULL,
    [HoldsDemoNumbers] bit NOT NULL,
    [StartedAt] datetime2 NOT NULL,
    [FinishedAt] datetime2 NULL,
    CONSTRAINT [PK_Imports] PRIMARY KEY ([Key])
);

CREATE TABLE [KeptRows] (
    [Key] bigint NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    CONSTRAINT [PK_KeptRows] PRIMARY KEY ([Key])
);

CREATE TABLE [KeyBlocks] (
    [Name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Next] bigint NOT NULL,
    CONSTRAINT [PK_KeyBlocks] PRIMARY KEY ([Name])
);

CREATE TABLE [ListCandidates] (
    [ListKey] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [PersonKey] bigint NOT NULL,
    [Percentile] float NULL,
    [Regency] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [WelfareClass] smallint NULL,
    CONSTRAINT [PK_ListCandidates] PRIMARY KEY ([ListKey], [HouseholdKey], [PersonKey])
);

CREATE TABLE [ListEntries] (
    [ListKey] bigint NOT NULL,
    [Place] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [PersonKey] bigint NULL,
    [Percentile] float NULL,
    [Regency] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [WelfareClass] smallint NULL,
    CONSTRAINT [PK_ListEntries] PRIMARY KEY ([ListKey], [Place])
);

CREATE TABLE [Lists] (
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [AgreementKey] int NOT NULL,
    [AgreementVersion] int NOT NULL,
    [Purpose] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [Terms] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RequestId] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Programme] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [RuleVersion] int NULL,
    [Rule] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RuleHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [OfPersons] bit NOT NULL,
    [Region] nvarchar(13) COLLATE Latin1_General_100_BIN2 NULL,
    [Quota] bigint NULL,
    [ByRank] bit NOT NULL,
    [Fields] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Formats] nvarchar(max) NOT NULL,
    [Gzip] bit NOT NULL,
    [Groups] int NOT NULL,
    [Day] date NOT NULL,
    [KnownAt] datetime2 NOT NULL,
    [AsOf] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RunKey] bigint NOT NULL,
    [State] smallint NOT NULL,
    [Open] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [Problem] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [Entries] bigint NULL,
    [TiedFrom] bigint NULL,
    [TiedTo] bigint NULL,
    [Counts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [AskedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [AskedFor] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [DecidedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [IsApproved] bit NULL,
    [Manifest] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RecordedAt] datetime2 NOT NULL,
    [DraftedAt] datetime2 NULL,
    [FrozenAt] datetime2 NULL,
    [EndedAt] datetime2 NULL,
    [ExpiresAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Lists] PRIMARY KEY ([Key])
);

CREATE TABLE [Memberships] (
    [Key] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [PersonKey] bigint NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [RecordedAt] datetime2 NOT NULL,
    [SupersededAt] datetime2 NULL,
    CONSTRAINT [PK_Memberships] PRIMARY KEY ([Key])
);

CREATE TABLE [Models] (
    [Key] int NOT NULL IDENTITY,
    [Model] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [Kind] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [State] smallint NOT NULL,
    [From] date NULL,
    [DraftedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DraftedFor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DraftedAt] datetime2 NOT NULL,
    [PublishedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [PublishedFor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [PublishedAt] datetime2 NULL,
    CONSTRAINT [PK_Models] PRIMARY KEY ([Key])
);

CREATE TABLE [OpenIddictApplications] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ApplicationType] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [ClientId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [ClientSecret] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [ClientType] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyToken] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [ConsentType] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [DisplayName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DisplayNames] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [JsonWebKeySet] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Permissions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [PostLogoutRedirectUris] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Properties] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RedirectUris] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Requirements] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Settings] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_OpenIddictApplications] PRIMARY KEY ([Id])
);

CREATE TABLE [OpenIddictScopes] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ConcurrencyToken] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Description] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Descriptions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DisplayName] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [DisplayNames] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Properties] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Resources] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_OpenIddictScopes] PRIMARY KEY ([Id])
);

CREATE TABLE [Partners] (
    [Key] int NOT NULL IDENTITY,
    [Code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_Partners] PRIMARY KEY ([Key])
);

CREATE TABLE [Payloads] (
    [HouseholdKey] bigint NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Payloads] PRIMARY KEY ([HouseholdKey], [ContentHash])
);

CREATE TABLE [PersonVersions] (
    [VersionKey] bigint NOT NULL IDENTITY,
    [ValidTo] date NOT NULL,
    [SupersededAt] datetime2 NOT NULL,
    [Until] datetime2 NOT NULL,
    [OrderNumber] smallint NULL,
    [Presence] smallint NULL,
    [Sex] smallint NULL,
    [DeclaredAge] smallint NULL,
    [MaritalStatus] smallint NULL,
    [Relation] smallint NULL,
    [Pregnant] smallint NULL,
    [IdentityPapers] smallint NULL,
    [SchoolParticipation] smallint NULL,
    [SchoolLevel] smallint NULL,
    [SchoolClass] smallint NULL,
    [Diploma] smallint NULL,
    [Worked] smallint NULL,
    [HoursWorked] smallint NULL,
    [Sector] smallint NULL,
    [SectorText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [JobStatus] smallint NULL,
    [TaxNumber] smallint NULL,
    [OwnsBusiness] smallint NULL,
    [BusinessCount] smallint NULL,
    [BusinessSector] smallint NULL,
    [BusinessSectorText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [PaidWorkers] smallint NULL,
    [UnpaidWorkers] smallint NULL,
    [BusinessLicence] smallint NULL,
    [Turnover] smallint NULL,
    [BusinessInternet] smallint NULL,
    [Nutrition] smallint NULL,
    [Seeing] smallint NULL,
    [Hearing] smallint NULL,
    [Walking] smallint NULL,
    [Handling] smallint NULL,
    [Learning] smallint NULL,
    [Behaviour] smallint NULL,
    [Communicating] smallint NULL,
    [SelfCare] smallint NULL,
    [Remembering] smallint NULL,
    [Sadness] smallint NULL,
    [Carer] smallint NULL,
    [ChronicIllness] smallint NULL,
    [HealthInsurance] smallint NULL,
    [ReceivesPrakerja] smallint NULL,
    [ReceivesKur] smallint NULL,
    [ReceivesUmi] smallint NULL,
    [ReceivesPip] smallint NULL,
    [EmploymentInsurance] smallint NULL,
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [Source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [NikSealed] varbinary(64) NULL,
    [NikHash] varbinary(16) NULL,
    [BirthDate] date NULL,
    [ObservedOn] date NOT NULL,
    [ValidFrom] date NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_PersonVersions] PRIMARY KEY ([VersionKey])
);

CREATE TABLE [ProgrammeDocuments] (
    [Key] int NOT NULL IDENTITY,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [Document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [State] smallint NOT NULL,
    [Open] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [Name] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [DraftedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DraftedFor] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [DraftedAt] datetime2 NOT NULL,
    [DecidedBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [DecidedFor] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [DecidedAt] datetime2 NULL,
    [SimulationKey] bigint NULL,
    CONSTRAINT [PK_ProgrammeDocuments] PRIMARY KEY ([Key])
);

CREATE TABLE [Ranks] (
    [RunKey] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [ProvinceCode] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RegencyCode] nvarchar(5) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DistrictCode] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [VillageCode] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Position] bigint NULL,
    [Percentile] float NULL,
    [Decile] smallint NULL,
    [WelfareClass] smallint NULL,
    [Score] smallint NULL,
    CONSTRAINT [PK_Ranks] PRIMARY KEY ([RunKey], [HouseholdKey])
);

CREATE TABLE [ReceiptTotals] (
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Period] int NOT NULL,
    [Region] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Level] smallint NOT NULL,
    [Families] bigint NOT NULL,
    [Recipients] bigint NOT NULL,
    [Amount] bigint NOT NULL,
    CONSTRAINT [PK_ReceiptTotals] PRIMARY KEY ([Programme], [Period], [Region])
);

CREATE TABLE [RegionCodes] (
    [Key] int NOT NULL,
    [System] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Region] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ValidFrom] date NULL,
    [ValidTo] date NULL,
    CONSTRAINT [PK_RegionCodes] PRIMARY KEY ([Key])
);

CREATE TABLE [Regions] (
    [Code] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Level] smallint NOT NULL,
    [ParentCode] nvarchar(8) COLLATE Latin1_General_100_BIN2 NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NameKey] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Kind] smallint NULL,
    [ProvinceCode] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RegencyCode] nvarchar(5) COLLATE Latin1_General_100_BIN2 NULL,
    [DistrictCode] nvarchar(8) COLLATE Latin1_General_100_BIN2 NULL,
    [ChildCount] int NOT NULL,
    CONSTRAINT [PK_Regions] PRIMARY KEY ([Code])
);

CREATE TABLE [RejectedRows] (
    [Key] bigint NOT NULL IDENTITY,
    [ImportKey] bigint NOT NULL,
    [Line] bigint NOT NULL,
    [ContentHash] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_RejectedRows] PRIMARY KEY ([Key])
);

CREATE TABLE [Runs] (
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Model] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ModelVersion] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ModelHash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Scheme] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Stage] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Scope] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Coverage] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Date] date NOT NULL,
    [KnownAt] datetime2 NOT NULL,
    [Demonstration] bit NOT NULL,
    [Families] bigint NOT NULL,
    [Persons] bigint NOT NULL,
    [Seed] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Ties] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [State] smallint NOT NULL,
    [Open] nvarchar(13) COLLATE Latin1_General_100_BIN2 NULL,
    [Expected] bigint NOT NULL,
    [LastKey] bigint NOT NULL,
    [ScoredTo] bigint NOT NULL,
    [Scored] bigint NOT NULL,
    [Ranked] bigint NOT NULL,
    [StartedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [StartedFor] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RecordedAt] datetime2 NOT NULL,
    [PublishedAt] datetime2 NULL,
    [ReplayedAt] datetime2 NULL,
    [Replayed] bigint NOT NULL,
    [ReplayedDifferently] bigint NOT NULL,
    CONSTRAINT [PK_Runs] PRIMARY KEY ([Key])
);

CREATE TABLE [Scores] (
    [RunKey] bigint NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [VillageCode] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Persons] smallint NOT NULL,
    [Criterion] int NOT NULL,
    [DependencyRatio] float NOT NULL,
    [Ticket] varbinary(16) NOT NULL,
    [Score] smallint NULL,
    [Likelihood] float NULL,
    [Expenditure] bigint NULL,
    [Missing] bigint NOT NULL,
    [Assumed] bigint NOT NULL,
    [Inputs] varbinary(16) NOT NULL,
    [Counted] bigint NOT NULL,
    [CountedOfMembers] bigint NOT NULL,
    CONSTRAINT [PK_Scores] PRIMARY KEY ([RunKey], [HouseholdKey])
);

CREATE TABLE [Simulations] (
    [Key] bigint NOT NULL,
    [Id] uniqueidentifier NOT NULL,
    [Programme] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Version] int NOT NULL,
    [Hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PartnerKey] int NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Purpose] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [EndUser] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [Terms] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Day] date NOT NULL,
    [RunKey] bigint NOT NULL,
    [State] smallint NOT NULL,
    [Counted] bigint NOT NULL,
    [Report] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RecordedAt] datetime2 NOT NULL,
    [EndedAt] datetime2 NULL,
    CONSTRAINT [PK_Simulations] PRIMARY KEY ([Key])
);

CREATE TABLE [Summaries] (
    [RunKey] bigint NOT NULL,
    [Cube] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Region] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [First] smallint NOT NULL,
    [Second] smallint NOT NULL,
    [Level] smallint NOT NULL,
    [Families] bigint NOT NULL,
    [Persons] bigint NOT NULL,
    [Held] bigint NOT NULL,
    [Likelihood] bigint NULL,
    CONSTRAINT [PK_Summaries] PRIMARY KEY ([RunKey], [Cube], [Region], [First], [Second])
);

CREATE TABLE [TargetingCells] (
    [AssessmentKey] bigint NOT NULL,
    [Dimension] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Region] nvarchar(13) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Code] smallint NOT NULL,
    [Outcome] smallint NOT NULL,
    [Level] smallint NOT NULL,
    [Families] bigint NOT NULL,
    [Persons] bigint NOT NULL,
    [Hidden] bit NOT NULL,
    CONSTRAINT [PK_TargetingCells] PRIMARY KEY ([AssessmentKey], [Dimension], [Region], [Code], [Outcome])
);

CREATE TABLE [UsedAssertions] (
    [Id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ExpiresAt] datetime2 NOT NULL,
    CONSTRAINT [PK_UsedAssertions] PRIMARY KEY ([Id])
);

CREATE TABLE [ExportParts] (
    [ExportKey] bigint NOT NULL,
    [Number] int NOT NULL,
    [After] bigint NOT NULL,
    [To] bigint NOT NULL,
    [Expected] bigint NOT NULL,
    [Families] bigint NOT NULL,
    [Bytes] bigint NOT NULL,
    [Hash] varbinary(32) NULL,
    [Subjects] varbinary(max) NOT NULL,
    CONSTRAINT [PK_ExportParts] PRIMARY KEY ([ExportKey], [Number]),
    CONSTRAINT [FK_ExportParts_Exports_ExportKey] FOREIGN KEY ([ExportKey]) REFERENCES [Exports] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [Persons] (
    [Key] bigint NOT NULL,
    [OrderNumber] smallint NULL,
    [Presence] smallint NULL,
    [Sex] smallint NULL,
    [DeclaredAge] smallint NULL,
    [MaritalStatus] smallint NULL,
    [Relation] smallint NULL,
    [Pregnant] smallint NULL,
    [IdentityPapers] smallint NULL,
    [SchoolParticipation] smallint NULL,
    [SchoolLevel] smallint NULL,
    [SchoolClass] smallint NULL,
    [Diploma] smallint NULL,
    [Worked] smallint NULL,
    [HoursWorked] smallint NULL,
    [Sector] smallint NULL,
    [SectorText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [JobStatus] smallint NULL,
    [TaxNumber] smallint NULL,
    [OwnsBusiness] smallint NULL,
    [BusinessCount] smallint NULL,
    [BusinessSector] smallint NULL,
    [BusinessSectorText] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [PaidWorkers] smallint NULL,
    [UnpaidWorkers] smallint NULL,
    [BusinessLicence] smallint NULL,
    [Turnover] smallint NULL,
    [BusinessInternet] smallint NULL,
    [Nutrition] smallint NULL,
    [Seeing] smallint NULL,
    [Hearing] smallint NULL,
    [Walking] smallint NULL,
    [Handling] smallint NULL,
    [Learning] smallint NULL,
    [Behaviour] smallint NULL,
    [Communicating] smallint NULL,
    [SelfCare] smallint NULL,
    [Remembering] smallint NULL,
    [Sadness] smallint NULL,
    [Carer] smallint NULL,
    [ChronicIllness] smallint NULL,
    [HealthInsurance] smallint NULL,
    [ReceivesPrakerja] smallint NULL,
    [ReceivesKur] smallint NULL,
    [ReceivesUmi] smallint NULL,
    [ReceivesPip] smallint NULL,
    [EmploymentInsurance] smallint NULL,
    [Id] uniqueidentifier NOT NULL,
    [HouseholdKey] bigint NOT NULL,
    [Source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [NikSealed] varbinary(64) NULL,
    [NikHash] varbinary(16) NULL,
    [BirthDate] date NULL,
    [ObservedOn] date NOT NULL,
    [ValidFrom] date NOT NULL,
    [RecordedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_Persons] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_Persons_Households_HouseholdKey] FOREIGN KEY ([HouseholdKey]) REFERENCES [Households] ([Key]) ON DELETE NO ACTION
);

CREATE TABLE [ListNotices] (
    [Key] bigint NOT NULL,
    [ListKey] bigint NOT NULL,
    [Number] int NOT NULL,
    [IsRecall] bit NOT NULL,
    [Places] nvarchar(max) NOT NULL,
    [Reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] datetime2 NOT NULL,
    CONSTRAINT [PK_ListNotices] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_ListNotices_Lists_ListKey] FOREIGN KEY ([ListKey]) REFERENCES [Lists] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [ListParts] (
    [ListKey] bigint NOT NULL,
    [Number] int NOT NULL,
    [Format] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [From] bigint NOT NULL,
    [To] bigint NOT NULL,
    [Entries] bigint NOT NULL,
    [Bytes] bigint NOT NULL,
    [Hash] varbinary(32) NULL,
    [Subjects] varbinary(max) NOT NULL,
    CONSTRAINT [PK_ListParts] PRIMARY KEY ([ListKey], [Number]),
    CONSTRAINT [FK_ListParts_Lists_ListKey] FOREIGN KEY ([ListKey]) REFERENCES [Lists] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [ListReceipts] (
    [ListKey] bigint NOT NULL,
    [Part] int NOT NULL,
    [Client] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [At] datetime2 NOT NULL,
    CONSTRAINT [PK_ListReceipts] PRIMARY KEY ([ListKey], [Part], [Client]),
    CONSTRAINT [FK_ListReceipts_Lists_ListKey] FOREIGN KEY ([ListKey]) REFERENCES [Lists] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [ListStretches] (
    [ListKey] bigint NOT NULL,
    [Number] int NOT NULL,
    [After] bigint NOT NULL,
    [To] bigint NOT NULL,
    [Expected] bigint NOT NULL,
    [Found] bigint NULL,
    CONSTRAINT [PK_ListStretches] PRIMARY KEY ([ListKey], [Number]),
    CONSTRAINT [FK_ListStretches_Lists_ListKey] FOREIGN KEY ([ListKey]) REFERENCES [Lists] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [OpenIddictAuthorizations] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ApplicationId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyToken] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [CreationDate] datetime2 NULL,
    [Properties] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Scopes] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Status] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Type] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_OpenIddictAuthorizations] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [OpenIddictApplications] ([Id])
);

CREATE TABLE [Agreements] (
    [Key] int NOT NULL IDENTITY,
    [Code] nvarchar(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PartnerKey] int NOT NULL,
    [Version] int NOT NULL,
    [LegalBasis] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Purposes] nvarchar(max) NOT NULL,
    [Regions] nvarchar(max) NOT NULL,
    [Fields] int NOT NULL,
    [Programmes] nvarchar(max) NOT NULL,
    [Scopes] nvarchar(max) NOT NULL,
    [Limit] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Budget] int NOT NULL,
    [RequiresEndUser] bit NOT NULL,
    [ValidFrom] date NOT NULL,
    [ValidTo] date NULL,
    [Status] smallint NOT NULL,
    [ChangedAt] datetime2 NULL,
    CONSTRAINT [PK_Agreements] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_Agreements_Partners_PartnerKey] FOREIGN KEY ([PartnerKey]) REFERENCES [Partners] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [Registers] (
    [Key] int NOT NULL IDENTITY,
    [Code] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [PartnerKey] int NOT NULL,
    [Facts] nvarchar(max) NOT NULL,
    [Purpose] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [RetainUntil] date NOT NULL,
    [DeclaredBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [DeclaredAt] datetime2 NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Registers] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_Registers_Partners_PartnerKey] FOREIGN KEY ([PartnerKey]) REFERENCES [Partners] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [RegisteredFacts] (
    [Key] bigint NOT NULL,
    [RegisterKey] int NOT NULL,
    [Fact] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [NikSealed] varbinary(64) NOT NULL,
    [NikHash] varbinary(16) NOT NULL,
    [PersonKey] bigint NULL,
    [Number] float NULL,
    [Text] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [ObservedOn] date NOT NULL,
    [ValidTo] date NULL,
    [RecordedAt] datetime2 NOT NULL,
    [SupersededAt] datetime2 NULL,
    [RetainUntil] date NOT NULL,
    CONSTRAINT [PK_RegisteredFacts] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_RegisteredFacts_Persons_PersonKey] FOREIGN KEY ([PersonKey]) REFERENCES [Persons] ([Key]) ON DELETE SET NULL
);

CREATE TABLE [OpenIddictTokens] (
    [Id] nvarchar(450) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ApplicationId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NULL,
    [AuthorizationId] nvarchar(450) COLLATE Latin1_General_100_BIN2 NULL,
    [ConcurrencyToken] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [CreationDate] datetime2 NULL,
    [ExpirationDate] datetime2 NULL,
    [Payload] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [Properties] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [RedemptionDate] datetime2 NULL,
    [ReferenceId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [Status] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [Subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [Type] nvarchar(150) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_OpenIddictTokens] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_OpenIddictTokens_OpenIddictApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [OpenIddictApplications] ([Id]),
    CONSTRAINT [FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId] FOREIGN KEY ([AuthorizationId]) REFERENCES [OpenIddictAuthorizations] ([Id])
);

CREATE TABLE [Clients] (
    [Key] int NOT NULL IDENTITY,
    [ClientId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [AgreementKey] int NOT NULL,
    [SuspendedAt] datetime2 NULL,
    [SuspendedBecause] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [IsDemo] bit NOT NULL,
    [OnlyListedDocuments] bit NOT NULL,
    CONSTRAINT [PK_Clients] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_Clients_Agreements_AgreementKey] FOREIGN KEY ([AgreementKey]) REFERENCES [Agreements] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [RegisterDeliveries] (
    [Key] bigint NOT NULL IDENTITY,
    [RegisterKey] int NOT NULL,
    [Name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Line] bigint NOT NULL,
    [Added] bigint NOT NULL,
    [Changed] bigint NOT NULL,
    [Unchanged] bigint NOT NULL,
    [Rejected] bigint NOT NULL,
    [SentBy] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [StartedAt] datetime2 NOT NULL,
    [FinishedAt] datetime2 NULL,
    [ContentHash] varbinary(32) NULL,
    CONSTRAINT [PK_RegisterDeliveries] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_RegisterDeliveries_Registers_RegisterKey] FOREIGN KEY ([RegisterKey]) REFERENCES [Registers] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [ListedDocuments] (
    [Key] int NOT NULL IDENTITY,
    [ClientKey] int NOT NULL,
    [DocumentId] nvarchar(71) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ListedBy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ListedAt] datetime2 NOT NULL,
    CONSTRAINT [PK_ListedDocuments] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_ListedDocuments_Clients_ClientKey] FOREIGN KEY ([ClientKey]) REFERENCES [Clients] ([Key]) ON DELETE CASCADE
);

CREATE TABLE [RegisterFaults] (
    [Key] bigint NOT NULL IDENTITY,
    [DeliveryKey] bigint NOT NULL,
    [Line] bigint NOT NULL,
    [At] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Says] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    CONSTRAINT [PK_RegisterFaults] PRIMARY KEY ([Key]),
    CONSTRAINT [FK_RegisterFaults_RegisterDeliveries_DeliveryKey] FOREIGN KEY ([DeliveryKey]) REFERENCES [RegisterDeliveries] ([Key]) ON DELETE CASCADE
);

CREATE INDEX [IX_AccessEntries_At] ON [AccessEntries] ([At]);

CREATE INDEX [IX_AccessEntries_RequestId] ON [AccessEntries] ([RequestId]);

CREATE UNIQUE INDEX [IX_AgreementChanges_AgreementKey_Version] ON [AgreementChanges] ([AgreementKey], [Version]);

CREATE INDEX [IX_AgreementDrafts_Code] ON [AgreementDrafts] ([Code]);

CREATE UNIQUE INDEX [IX_AgreementDrafts_Open] ON [AgreementDrafts] ([Open]) WHERE [Open] IS NOT NULL;

CREATE UNIQUE INDEX [IX_Agreements_Code] ON [Agreements] ([Code]);

CREATE INDEX [IX_Agreements_PartnerKey] ON [Agreements] ([PartnerKey]);

CREATE UNIQUE INDEX [IX_Assessments_Id] ON [Assessments] ([Id]);

CREATE UNIQUE INDEX [IX_Assessments_Open] ON [Assessments] ([Open]) WHERE [Open] IS NOT NULL;

CREATE INDEX [IX_Assessments_Programme_Period_State] ON [Assessments] ([Programme], [Period], [State]);

CREATE INDEX [IX_CaseSteps_CaseKey] ON [CaseSteps] ([CaseKey]);

CREATE INDEX [IX_Cases_HouseholdKey] ON [Cases] ([HouseholdKey]);

CREATE UNIQUE INDEX [IX_Cases_Id] ON [Cases] ([Id]);

CREATE UNIQUE INDEX [IX_Cases_Programme_Kind_HouseholdKey_PersonKey] ON [Cases] ([Programme], [Kind], [HouseholdKey], [PersonKey]);

CREATE INDEX [IX_Cases_Programme_State_Key] ON [Cases] ([Programme], [State], [Key]);

CREATE INDEX [IX_Clients_AgreementKey] ON [Clients] ([AgreementKey]);

CREATE UNIQUE INDEX [IX_Clients_ClientId] ON [Clients] ([ClientId]) WHERE [ClientId] IS NOT NULL;

CREATE UNIQUE INDEX [IX_DeliveredRows_DeliveryKey_Line] ON [DeliveredRows] ([DeliveryKey], [Line]);

CREATE INDEX [IX_DeliveredRows_HouseholdKey] ON [DeliveredRows] ([HouseholdKey]);

CREATE INDEX [IX_DeliveredRows_NumberHash_Programme_Period] ON [DeliveredRows] ([NumberHash], [Programme], [Period]);

CREATE INDEX [IX_DeliveredRows_Programme_Period_HouseholdKey] ON [DeliveredRows] ([Programme], [Period], [HouseholdKey]);

CREATE UNIQUE INDEX [IX_Deliveries_Id] ON [Deliveries] ([Id]);

CREATE UNIQUE INDEX [IX_Deliveries_PartnerKey_ContentHash] ON [Deliveries] ([PartnerKey], [ContentHash]) WHERE [ContentHash] IS NOT NULL;

CREATE INDEX [IX_Deliveries_State] ON [Deliveries] ([State]);

CREATE UNIQUE INDEX [IX_DeliveryParts_DeliveryKey_Number] ON [DeliveryParts] ([DeliveryKey], [Number]);

CREATE INDEX [IX_Exports_Client] ON [Exports] ([Client]);

CREATE UNIQUE INDEX [IX_Exports_Id] ON [Exports] ([Id]);

CREATE UNIQUE INDEX [IX_Exports_Open] ON [Exports] ([Open]) WHERE [Open] IS NOT NULL;

CREATE INDEX [IX_FamilyCards_HouseholdKey] ON [FamilyCards] ([HouseholdKey]);

CREATE INDEX [IX_FamilyCards_NumberHash] ON [FamilyCards] ([NumberHash]);

CREATE INDEX [IX_Findings_ImportKey_Line] ON [Findings] ([ImportKey], [Line]);

CREATE INDEX [IX_HouseholdVersions_DistrictCode_Key_Until] ON [HouseholdVersions] ([DistrictCode], [Key], [Until]);

CREATE INDEX [IX_HouseholdVersions_Id] ON [HouseholdVersions] ([Id]);

CREATE INDEX [IX_HouseholdVersions_Key_Until] ON [HouseholdVersions] ([Key], [Until]);

CREATE INDEX [IX_HouseholdVersions_ProvinceCode_Key_Until] ON [HouseholdVersions] ([ProvinceCode], [Key], [Until]);

CREATE INDEX [IX_HouseholdVersions_RegencyCode_Key_Until] ON [HouseholdVersions] ([RegencyCode], [Key], [Until]);

CREATE INDEX [IX_HouseholdVersions_VillageCode_Key_Until] ON [HouseholdVersions] ([VillageCode], [Key], [Until]);

CREATE INDEX [IX_Households_DistrictCode_Key] ON [Households] ([DistrictCode], [Key]);

CREATE INDEX [IX_Households_FamilyCardHash] ON [Households] ([FamilyCardHash]);

CREATE UNIQUE INDEX [IX_Households_Id] ON [Households] ([Id]);

CREATE INDEX [IX_Households_ProvinceCode_Key] ON [Households] ([ProvinceCode], [Key]);

CREATE INDEX [IX_Households_RegencyCode_Key] ON [Households] ([RegencyCode], [Key]);

CREATE UNIQUE INDEX [IX_Households_Source_SourceId] ON [Households] ([Source], [SourceId]);

CREATE INDEX [IX_Households_VillageCode_Key] ON [Households] ([VillageCode], [Key]);

CREATE UNIQUE INDEX [IX_Imports_FileHash_Profile_Source] ON [Imports] ([FileHash], [Profile], [Source]);

CREATE INDEX [IX_ListEntries_ListKey_HouseholdKey] ON [ListEntries] ([ListKey], [HouseholdKey]);

CREATE UNIQUE INDEX [IX_ListNotices_ListKey_Number] ON [ListNotices] ([ListKey], [Number]);

CREATE UNIQUE INDEX [IX_ListedDocuments_ClientKey_DocumentId] ON [ListedDocuments] ([ClientKey], [DocumentId]);

CREATE INDEX [IX_Lists_AgreementKey] ON [Lists] ([AgreementKey]);

CREATE UNIQUE INDEX [IX_Lists_Id] ON [Lists] ([Id]);

CREATE UNIQUE INDEX [IX_Lists_Open] ON [Lists] ([Open]) WHERE [Open] IS NOT NULL;

CREATE INDEX [IX_Memberships_HouseholdKey] ON [Memberships] ([HouseholdKey]);

CREATE INDEX [IX_Memberships_PersonKey] ON [Memberships] ([PersonKey]);

CREATE UNIQUE INDEX [IX_Models_Model_From] ON [Models] ([Model], [From]) WHERE [From] IS NOT NULL;

CREATE UNIQUE INDEX [IX_Models_Model_Version] ON [Models] ([Model], [Version]);

CREATE UNIQUE INDEX [IX_OpenIddictApplications_ClientId] ON [OpenIddictApplications] ([ClientId]) WHERE [ClientId] IS NOT NULL;

CREATE INDEX [IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type] ON [OpenIddictAuthorizations] ([ApplicationId], [Status], [Subject], [Type]);

CREATE UNIQUE INDEX [IX_OpenIddictScopes_Name] ON [OpenIddictScopes] ([Name]) WHERE [Name] IS NOT NULL;

CREATE INDEX [IX_OpenIddictTokens_ApplicationId_Status_Subject_Type] ON [OpenIddictTokens] ([ApplicationId], [Status], [Subject], [Type]);

CREATE INDEX [IX_OpenIddictTokens_AuthorizationId] ON [OpenIddictTokens] ([AuthorizationId]);

CREATE UNIQUE INDEX [IX_OpenIddictTokens_ReferenceId] ON [OpenIddictTokens] ([ReferenceId]) WHERE [ReferenceId] IS NOT NULL;

CREATE UNIQUE INDEX [IX_Partners_Code] ON [Partners] ([Code]);

CREATE INDEX [IX_PersonVersions_HouseholdKey] ON [PersonVersions] ([HouseholdKey]);

CREATE INDEX [IX_PersonVersions_Key] ON [PersonVersions] ([Key]);

CREATE INDEX [IX_PersonVersions_NikHash] ON [PersonVersions] ([NikHash]);

CREATE INDEX [IX_Persons_HouseholdKey] ON [Persons] ([HouseholdKey]);

CREATE UNIQUE INDEX [IX_Persons_Id] ON [Persons] ([Id]);

CREATE INDEX [IX_Persons_NikHash] ON [Persons] ([NikHash]);

CREATE UNIQUE INDEX [IX_ProgrammeDocuments_Name] ON [ProgrammeDocuments] ([Name]) WHERE [Name] IS NOT NULL;

CREATE UNIQUE INDEX [IX_ProgrammeDocuments_Open] ON [ProgrammeDocuments] ([Open]) WHERE [Open] IS NOT NULL;

CREATE INDEX [IX_ProgrammeDocuments_Programme] ON [ProgrammeDocuments] ([Programme]);

CREATE INDEX [IX_Ranks_RunKey_DistrictCode_Percentile_HouseholdKey] ON [Ranks] ([RunKey], [DistrictCode], [Percentile], [HouseholdKey]);

CREATE INDEX [IX_Ranks_RunKey_Percentile_HouseholdKey] ON [Ranks] ([RunKey], [Percentile], [HouseholdKey]);

CREATE INDEX [IX_Ranks_RunKey_ProvinceCode_Percentile_HouseholdKey] ON [Ranks] ([RunKey], [ProvinceCode], [Percentile], [HouseholdKey]);

CREATE INDEX [IX_Ranks_RunKey_RegencyCode_Percentile_HouseholdKey] ON [Ranks] ([RunKey], [RegencyCode], [Percentile], [HouseholdKey]);

CREATE INDEX [IX_Ranks_RunKey_VillageCode_Percentile_HouseholdKey] ON [Ranks] ([RunKey], [VillageCode], [Percentile], [HouseholdKey]);

CREATE INDEX [IX_RegionCodes_Region] ON [RegionCodes] ([Region]);

CREATE INDEX [IX_RegionCodes_System_Code] ON [RegionCodes] ([System], [Code]);

CREATE INDEX [IX_Regions_Level] ON [Regions] ([Level]);

CREATE INDEX [IX_Regions_ParentCode] ON [Regions] ([ParentCode]);

CREATE UNIQUE INDEX [IX_RegisterDeliveries_RegisterKey_Name] ON [RegisterDeliveries] ([RegisterKey], [Name]);

CREATE INDEX [IX_RegisterFaults_DeliveryKey_Line] ON [RegisterFaults] ([DeliveryKey], [Line]);

CREATE INDEX [IX_RegisteredFacts_NikHash_RegisterKey] ON [RegisteredFacts] ([NikHash], [RegisterKey]);

CREATE INDEX [IX_RegisteredFacts_PersonKey_Fact] ON [RegisteredFacts] ([PersonKey], [Fact]);

CREATE INDEX [IX_RegisteredFacts_RetainUntil] ON [RegisteredFacts] ([RetainUntil]);

CREATE UNIQUE INDEX [IX_Registers_Code] ON [Registers] ([Code]);

CREATE INDEX [IX_Registers_PartnerKey] ON [Registers] ([PartnerKey]);

CREATE UNIQUE INDEX [IX_RejectedRows_ImportKey_Line] ON [RejectedRows] ([ImportKey], [Line]);

CREATE UNIQUE INDEX [IX_Runs_Id] ON [Runs] ([Id]);

CREATE UNIQUE INDEX [IX_Runs_Open] ON [Runs] ([Open]) WHERE [Open] IS NOT NULL;

CREATE UNIQUE INDEX [IX_Simulations_Id] ON [Simulations] ([Id]);

CREATE INDEX [IX_Simulations_Programme_Version] ON [Simulations] ([Programme], [Version]);

CREATE INDEX [IX_UsedAssertions_ExpiresAt] ON [UsedAssertions] ([ExpiresAt]);

EXEC(N'CREATE VIEW [HouseholdStates] AS SELECT [ActiveAccount], [Address], [Buffaloes], [BuildingGroup], [BuildingNumber], [Cattle], [CheckedOn], [Closet], [ContentHash], [CookingFuel], [DeclaredMemberCount], [DistrictCode], [DrinkingWater], [EnumeratedOn], [EnumerationResult], [EnumeratorCode], [EnumeratorName], [FamilyCardCode], [FamilyCardHash], [FamilyCardSealed], [FamilyNumber], [FieldView], [Floor], [FloorArea], [Goats], [HasAirConditioner], [HasBicycle], [HasBoat], [HasCar], [HasComputer], [HasGasCylinder], [HasGold], [HasMotorBoat], [HasMotorcycle], [HasOtherHouse], [HasOtherLand], [HasRefrigerator], [HasSmartphone], [HasTelephone], [HasTelevision], [HasWaterHeater], [HeadName], [Horses], [Id], [Internet], [Key], [LandProof], [LandmarkId], [Latitude], [Lighting], [Longitude], [MemberCount], [MeterPower1], [MeterPower2], [MeterPower3], [Notes], [ObservedOn], [Pigs], [ProvinceCode], [ReceivedBltDesa], [ReceivedBltDesaMonth], [ReceivedBltDesaYear], [ReceivedElectricity], [ReceivedElectricityMonth], [ReceivedElectricityYear], [ReceivedFertilizer], [ReceivedFertilizerMonth], [ReceivedFertilizerYear], [ReceivedLocalAid], [ReceivedLocalAidMonth], [ReceivedLocalAidYear], [ReceivedLpg], [ReceivedLpgMonth], [ReceivedLpgYear], [ReceivedPkh], [ReceivedPkhMonth], [ReceivedPkhYear], [ReceivedSembako], [ReceivedSembakoMonth], [ReceivedSembakoYear], [RecordedAt], [RegencyCode], [RespondentName], [RespondentPhone], [Roof], [Sls], [SlsName], [Source], [SourceId], [StatementVersion], [SubSls], [SupervisorCode], [SupervisorName], [Tenure], [Toilet], [ValidFrom], [VillageCode], [Wall], [WasteDisposal], [WastePitDistance], CAST(NULL AS bigint) AS [VersionKey], CAST(NULL AS date) AS [ValidTo], CAST(NULL AS datetime2) AS [SupersededAt], CAST(''9999-12-31'' AS datetime2) AS [Until] FROM [Households] UNION ALL SELECT [ActiveAccount], [Address], [Buffaloes], [BuildingGroup], [BuildingNumber], [Cattle], [CheckedOn], [Closet], [ContentHash], [CookingFuel], [DeclaredMemberCount], [DistrictCode], [DrinkingWater], [EnumeratedOn], [EnumerationResult], [EnumeratorCode], [EnumeratorName], [FamilyCardCode], [FamilyCardHash], [FamilyCardSealed], [FamilyNumber], [FieldView], [Floor], [FloorArea], [Goats], [HasAirConditioner], [HasBicycle], [HasBoat], [HasCar], [HasComputer], [HasGasCylinder], [HasGold], [HasMotorBoat], [HasMotorcycle], [HasOtherHouse], [HasOtherLand], [HasRefrigerator], [HasSmartphone], [HasTelephone], [HasTelevision], [HasWaterHeater], [HeadName], [Horses], [Id], [Internet], [Key], [LandProof], [LandmarkId], [Latitude], [Lighting], [Longitude], [MemberCount], [MeterPower1], [MeterPower2], [MeterPower3], [Notes], [ObservedOn], [Pigs], [ProvinceCode], [ReceivedBltDesa], [ReceivedBltDesaMonth], [ReceivedBltDesaYear], [ReceivedElectricity], [ReceivedElectricityMonth], [ReceivedElectricityYear], [ReceivedFertilizer], [ReceivedFertilizerMonth], [ReceivedFertilizerYear], [ReceivedLocalAid], [ReceivedLocalAidMonth], [ReceivedLocalAidYear], [ReceivedLpg], [ReceivedLpgMonth], [ReceivedLpgYear], [ReceivedPkh], [ReceivedPkhMonth], [ReceivedPkhYear], [ReceivedSembako], [ReceivedSembakoMonth], [ReceivedSembakoYear], [RecordedAt], [RegencyCode], [RespondentName], [RespondentPhone], [Roof], [Sls], [SlsName], [Source], [SourceId], [StatementVersion], [SubSls], [SupervisorCode], [SupervisorName], [Tenure], [Toilet], [ValidFrom], [VillageCode], [Wall], [WasteDisposal], [WastePitDistance], [VersionKey], [ValidTo], [SupersededAt], [Until] FROM [HouseholdVersions]');

EXEC(N'CREATE VIEW [PersonStates] AS SELECT [Behaviour], [BirthDate], [BusinessCount], [BusinessInternet], [BusinessLicence], [BusinessSector], [BusinessSectorText], [Carer], [ChronicIllness], [Communicating], [DeclaredAge], [Diploma], [EmploymentInsurance], [Handling], [HealthInsurance], [Hearing], [HoursWorked], [HouseholdKey], [Id], [IdentityPapers], [JobStatus], [Key], [Learning], [MaritalStatus], [Name], [NikHash], [NikSealed], [Nutrition], [ObservedOn], [OrderNumber], [OwnsBusiness], [PaidWorkers], [Pregnant], [Presence], [ReceivesKur], [ReceivesPip], [ReceivesPrakerja], [ReceivesUmi], [RecordedAt], [Relation], [Remembering], [Sadness], [SchoolClass], [SchoolLevel], [SchoolParticipation], [Sector], [SectorText], [Seeing], [SelfCare], [Sex], [Source], [TaxNumber], [Turnover], [UnpaidWorkers], [ValidFrom], [Walking], [Worked], CAST(NULL AS bigint) AS [VersionKey], CAST(NULL AS date) AS [ValidTo], CAST(NULL AS datetime2) AS [SupersededAt], CAST(''9999-12-31'' AS datetime2) AS [Until] FROM [Persons] UNION ALL SELECT [Behaviour], [BirthDate], [BusinessCount], [BusinessInternet], [BusinessLicence], [BusinessSector], [BusinessSectorText], [Carer], [ChronicIllness], [Communicating], [DeclaredAge], [Diploma], [EmploymentInsurance], [Handling], [HealthInsurance], [Hearing], [HoursWorked], [HouseholdKey], [Id], [IdentityPapers], [JobStatus], [Key], [Learning], [MaritalStatus], [Name], [NikHash], [NikSealed], [Nutrition], [ObservedOn], [OrderNumber], [OwnsBusiness], [PaidWorkers], [Pregnant], [Presence], [ReceivesKur], [ReceivesPip], [ReceivesPrakerja], [ReceivesUmi], [RecordedAt], [Relation], [Remembering], [Sadness], [SchoolClass], [SchoolLevel], [SchoolParticipation], [Sector], [SectorText], [Seeing], [SelfCare], [Sex], [Source], [TaxNumber], [Turnover], [UnpaidWorkers], [ValidFrom], [Walking], [Worked], [VersionKey], [ValidTo], [SupersededAt], [Until] FROM [PersonVersions]');

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261128064854_Initial', N'10.0.15');

COMMIT;
GO

