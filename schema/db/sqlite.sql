CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "AccessEntries" (
    "Sequence" INTEGER NOT NULL CONSTRAINT "PK_AccessEntries" PRIMARY KEY,
    "At" TEXT NOT NULL,
    "RequestId" TEXT NOT NULL,
    "Client" TEXT NOT NULL,
    "AgreementKey" INTEGER NOT NULL,
    "Agreement" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "Surface" TEXT NOT NULL,
    "Shape" TEXT NOT NULL,
    "Fields" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Persons" INTEGER NOT NULL,
    "Subjects" BLOB NOT NULL,
    "Hash" BLOB NOT NULL
);

CREATE TABLE "AccessPostings" (
    "Bucket" INTEGER NOT NULL,
    "First" INTEGER NOT NULL,
    "Postings" BLOB NOT NULL,
    CONSTRAINT "PK_AccessPostings" PRIMARY KEY ("Bucket", "First")
);

CREATE TABLE "AccessSegments" (
    "First" INTEGER NOT NULL CONSTRAINT "PK_AccessSegments" PRIMARY KEY,
    "Last" INTEGER NOT NULL,
    "Root" BLOB NOT NULL,
    "LastHash" BLOB NOT NULL,
    "ClosedAt" TEXT NOT NULL,
    "ExportedAt" TEXT NULL,
    "ErasedAt" TEXT NULL
);

CREATE TABLE "AgreementChanges" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_AgreementChanges" PRIMARY KEY AUTOINCREMENT,
    "AgreementKey" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Before" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "AgreementDrafts" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_AgreementDrafts" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Open" TEXT NULL,
    "BasedOn" INTEGER NOT NULL,
    "Content" TEXT NOT NULL,
    "DraftedBy" TEXT NOT NULL,
    "DraftedFor" TEXT NULL,
    "DraftedAt" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedFor" TEXT NULL,
    "DecidedAt" TEXT NULL
);

CREATE TABLE "Assessments" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Assessments" PRIMARY KEY AUTOINCREMENT,
    "Id" TEXT NOT NULL,
    "Programme" TEXT NOT NULL,
    "Period" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "RunKey" INTEGER NOT NULL,
    "Deliveries" INTEGER NOT NULL,
    "DeliveredAt" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Open" TEXT NULL,
    "After" TEXT NOT NULL,
    "Client" TEXT NULL,
    "BegunAt" TEXT NOT NULL,
    "PublishedAt" TEXT NULL
);

CREATE TABLE "CaseSteps" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_CaseSteps" PRIMARY KEY AUTOINCREMENT,
    "CaseKey" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Did" TEXT NOT NULL,
    "Says" TEXT NULL,
    "Note" TEXT NULL,
    "By" TEXT NULL,
    "Client" TEXT NULL,
    "EndUser" TEXT NULL
);

CREATE TABLE "Cases" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Cases" PRIMARY KEY,
    "Id" TEXT NOT NULL,
    "Programme" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "PersonKey" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Ground" INTEGER NULL,
    "Period" INTEGER NULL,
    "Owner" TEXT NULL,
    "OpenedAt" TEXT NOT NULL,
    "Openings" INTEGER NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Outcome" INTEGER NULL,
    "Note" TEXT NULL,
    "ObjectBy" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedBy" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "DeliveredPeriods" (
    "Programme" TEXT NOT NULL,
    "Period" INTEGER NOT NULL,
    "Deliveries" INTEGER NOT NULL,
    "DeliveredAt" TEXT NULL,
    CONSTRAINT "PK_DeliveredPeriods" PRIMARY KEY ("Programme", "Period")
);

CREATE TABLE "DeliveredRows" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_DeliveredRows" PRIMARY KEY,
    "PartnerKey" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "Level" INTEGER NULL,
    "Kind" INTEGER NULL,
    "NumberHash" BLOB NULL,
    "NumberSealed" BLOB NULL,
    "DeliveryKey" INTEGER NOT NULL,
    "Programme" TEXT NOT NULL,
    "Period" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Amount" INTEGER NULL,
    "HouseholdKey" INTEGER NULL,
    "PersonKey" INTEGER NULL,
    "RecordedAt" TEXT NOT NULL,
    "ReplacedAt" TEXT NULL
);

CREATE TABLE "Deliveries" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Deliveries" PRIMARY KEY AUTOINCREMENT,
    "Id" TEXT NOT NULL,
    "PartnerKey" INTEGER NOT NULL,
    "Client" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "Programme" TEXT NOT NULL,
    "Period" INTEGER NULL,
    "Format" INTEGER NOT NULL,
    "ContentHash" BLOB NULL,
    "State" INTEGER NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "Added" INTEGER NOT NULL,
    "Replaced" INTEGER NOT NULL,
    "Late" INTEGER NOT NULL,
    "Rejected" INTEGER NOT NULL,
    "Fault" TEXT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL
);

CREATE TABLE "DeliveryParts" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_DeliveryParts" PRIMARY KEY AUTOINCREMENT,
    "DeliveryKey" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "Sealed" BLOB NOT NULL
);

CREATE TABLE "Exports" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Exports" PRIMARY KEY,
    "Id" TEXT NOT NULL,
    "Client" TEXT NOT NULL,
    "AgreementKey" INTEGER NOT NULL,
    "AgreementVersion" INTEGER NOT NULL,
    "Purpose" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "Terms" TEXT NOT NULL,
    "RequestId" TEXT NOT NULL,
    "Reader" TEXT NOT NULL,
    "Format" TEXT NOT NULL,
    "Gzip" INTEGER NOT NULL,
    "Query" TEXT NOT NULL,
    "Groups" INTEGER NOT NULL,
    "Day" TEXT NOT NULL,
    "KnownAt" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Open" TEXT NULL,
    "Problem" TEXT NULL,
    "Expected" INTEGER NULL,
    "RecordedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "ExpiresAt" TEXT NOT NULL
);

CREATE TABLE "FamilyCards" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_FamilyCards" PRIMARY KEY,
    "HouseholdKey" INTEGER NOT NULL,
    "NumberSealed" BLOB NOT NULL,
    "NumberHash" BLOB NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "SupersededAt" TEXT NULL
);

CREATE TABLE "Findings" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Findings" PRIMARY KEY,
    "ImportKey" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NULL,
    "Rule" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Severity" INTEGER NOT NULL
);

CREATE TABLE "HouseholdVersions" (
    "VersionKey" INTEGER NOT NULL CONSTRAINT "PK_HouseholdVersions" PRIMARY KEY AUTOINCREMENT,
    "ValidTo" TEXT NOT NULL,
    "SupersededAt" TEXT NOT NULL,
    "Until" TEXT NOT NULL,
    "Sls" TEXT NULL,
    "SubSls" TEXT NULL,
    "SlsName" TEXT NULL,
    "Address" TEXT NULL,
    "BuildingNumber" INTEGER NULL,
    "FamilyNumber" INTEGER NULL,
    "FieldView" INTEGER NULL,
    "DeclaredMemberCount" INTEGER NULL,
    "LandmarkId" TEXT NULL,
    "FamilyCardCode" INTEGER NULL,
    "EnumeratedOn" TEXT NULL,
    "EnumeratorName" TEXT NULL,
    "EnumeratorCode" TEXT NULL,
    "CheckedOn" TEXT NULL,
    "SupervisorName" TEXT NULL,
    "SupervisorCode" TEXT NULL,
    "EnumerationResult" INTEGER NULL,
    "StatementVersion" TEXT NULL,
    "Tenure" INTEGER NULL,
    "LandProof" INTEGER NULL,
    "FloorArea" INTEGER NULL,
    "Floor" INTEGER NULL,
    "Wall" INTEGER NULL,
    "Roof" INTEGER NULL,
    "DrinkingWater" INTEGER NULL,
    "WastePitDistance" INTEGER NULL,
    "Lighting" INTEGER NULL,
    "MeterPower1" INTEGER NULL,
    "MeterPower2" INTEGER NULL,
    "MeterPower3" INTEGER NULL,
    "CookingFuel" INTEGER NULL,
    "Toilet" INTEGER NULL,
    "Closet" INTEGER NULL,
    "WasteDisposal" INTEGER NULL,
    "ReceivedSembako" INTEGER NULL,
    "ReceivedSembakoMonth" INTEGER NULL,
    "ReceivedSembakoYear" INTEGER NULL,
    "ReceivedPkh" INTEGER NULL,
    "ReceivedPkhMonth" INTEGER NULL,
    "ReceivedPkhYear" INTEGER NULL,
    "ReceivedBltDesa" INTEGER NULL,
    "ReceivedBltDesaMonth" INTEGER NULL,
    "ReceivedBltDesaYear" INTEGER NULL,
    "ReceivedElectricity" INTEGER NULL,
    "ReceivedElectricityMonth" INTEGER NULL,
    "ReceivedElectricityYear" INTEGER NULL,
    "ReceivedLocalAid" INTEGER NULL,
    "ReceivedLocalAidMonth" INTEGER NULL,
    "ReceivedLocalAidYear" INTEGER NULL,
    "ReceivedFertilizer" INTEGER NULL,
    "ReceivedFertilizerMonth" INTEGER NULL,
    "ReceivedFertilizerYear" INTEGER NULL,
    "ReceivedLpg" INTEGER NULL,
    "ReceivedLpgMonth" INTEGER NULL,
    "ReceivedLpgYear" INTEGER NULL,
    "HasGasCylinder" INTEGER NULL,
    "HasRefrigerator" INTEGER NULL,
    "HasAirConditioner" INTEGER NULL,
    "HasWaterHeater" INTEGER NULL,
    "HasTelephone" INTEGER NULL,
    "HasTelevision" INTEGER NULL,
    "HasGold" INTEGER NULL,
    "HasComputer" INTEGER NULL,
    "HasMotorcycle" INTEGER NULL,
    "HasBicycle" INTEGER NULL,
    "HasCar" INTEGER NULL,
    "HasBoat" INTEGER NULL,
    "HasMotorBoat" INTEGER NULL,
    "HasSmartphone" INTEGER NULL,
    "HasOtherLand" INTEGER NULL,
    "HasOtherHouse" INTEGER NULL,
    "Cattle" INTEGER NULL,
    "Buffaloes" INTEGER NULL,
    "Horses" INTEGER NULL,
    "Pigs" INTEGER NULL,
    "Goats" INTEGER NULL,
    "Internet" INTEGER NULL,
    "ActiveAccount" INTEGER NULL,
    "Notes" TEXT NULL,
    "Key" INTEGER NOT NULL,
    "Id" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "SourceId" TEXT NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "ProvinceCode" TEXT NOT NULL,
    "RegencyCode" TEXT NOT NULL,
    "DistrictCode" TEXT NOT NULL,
    "VillageCode" TEXT NOT NULL,
    "BuildingGroup" TEXT NULL,
    "HeadName" TEXT NULL,
    "FamilyCardSealed" BLOB NULL,
    "FamilyCardHash" BLOB NULL,
    "RespondentName" TEXT NULL,
    "RespondentPhone" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "MemberCount" INTEGER NOT NULL,
    "ObservedOn" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL
);

CREATE TABLE "Households" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Households" PRIMARY KEY,
    "Sls" TEXT NULL,
    "SubSls" TEXT NULL,
    "SlsName" TEXT NULL,
    "Address" TEXT NULL,
    "BuildingNumber" INTEGER NULL,
    "FamilyNumber" INTEGER NULL,
    "FieldView" INTEGER NULL,
    "DeclaredMemberCount" INTEGER NULL,
    "LandmarkId" TEXT NULL,
    "FamilyCardCode" INTEGER NULL,
    "EnumeratedOn" TEXT NULL,
    "EnumeratorName" TEXT NULL,
    "EnumeratorCode" TEXT NULL,
    "CheckedOn" TEXT NULL,
    "SupervisorName" TEXT NULL,
    "SupervisorCode" TEXT NULL,
    "EnumerationResult" INTEGER NULL,
    "StatementVersion" TEXT NULL,
    "Tenure" INTEGER NULL,
    "LandProof" INTEGER NULL,
    "FloorArea" INTEGER NULL,
    "Floor" INTEGER NULL,
    "Wall" INTEGER NULL,
    "Roof" INTEGER NULL,
    "DrinkingWater" INTEGER NULL,
    "WastePitDistance" INTEGER NULL,
    "Lighting" INTEGER NULL,
    "MeterPower1" INTEGER NULL,
    "MeterPower2" INTEGER NULL,
    "MeterPower3" INTEGER NULL,
    "CookingFuel" INTEGER NULL,
    "Toilet" INTEGER NULL,
    "Closet" INTEGER NULL,
    "WasteDisposal" INTEGER NULL,
    "ReceivedSembako" INTEGER NULL,
    "ReceivedSembakoMonth" INTEGER NULL,
    "ReceivedSembakoYear" INTEGER NULL,
    "ReceivedPkh" INTEGER NULL,
    "ReceivedPkhMonth" INTEGER NULL,
    "ReceivedPkhYear" INTEGER NULL,
    "ReceivedBltDesa" INTEGER NULL,
    "ReceivedBltDesaMonth" INTEGER NULL,
    "ReceivedBltDesaYear" INTEGER NULL,
    "ReceivedElectricity" INTEGER NULL,
    "ReceivedElectricityMonth" INTEGER NULL,
    "ReceivedElectricityYear" INTEGER NULL,
    "ReceivedLocalAid" INTEGER NULL,
    "ReceivedLocalAidMonth" INTEGER NULL,
    "ReceivedLocalAidYear" INTEGER NULL,
    "ReceivedFertilizer" INTEGER NULL,
    "ReceivedFertilizerMonth" INTEGER NULL,
    "ReceivedFertilizerYear" INTEGER NULL,
    "ReceivedLpg" INTEGER NULL,
    "ReceivedLpgMonth" INTEGER NULL,
    "ReceivedLpgYear" INTEGER NULL,
    "HasGasCylinder" INTEGER NULL,
    "HasRefrigerator" INTEGER NULL,
    "HasAirConditioner" INTEGER NULL,
    "HasWaterHeater" INTEGER NULL,
    "HasTelephone" INTEGER NULL,
    "HasTelevision" INTEGER NULL,
    "HasGold" INTEGER NULL,
    "HasComputer" INTEGER NULL,
    "HasMotorcycle" INTEGER NULL,
    "HasBicycle" INTEGER NULL,
    "HasCar" INTEGER NULL,
    "HasBoat" INTEGER NULL,
    "HasMotorBoat" INTEGER NULL,
    "HasSmartphone" INTEGER NULL,
    "HasOtherLand" INTEGER NULL,
    "HasOtherHouse" INTEGER NULL,
    "Cattle" INTEGER NULL,
    "Buffaloes" INTEGER NULL,
    "Horses" INTEGER NULL,
    "Pigs" INTEGER NULL,
    "Goats" INTEGER NULL,
    "Internet" INTEGER NULL,
    "ActiveAccount" INTEGER NULL,
    "Notes" TEXT NULL,
    "Id" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "SourceId" TEXT NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "ProvinceCode" TEXT NOT NULL,
    "RegencyCode" TEXT NOT NULL,
    "DistrictCode" TEXT NOT NULL,
    "VillageCode" TEXT NOT NULL,
    "BuildingGroup" TEXT NULL,
    "HeadName" TEXT NULL,
    "FamilyCardSealed" BLOB NULL,
    "FamilyCardHash" BLOB NULL,
    "RespondentName" TEXT NULL,
    "RespondentPhone" TEXT NULL,
    "Latitude" REAL NULL,
    "Longitude" REAL NULL,
    "MemberCount" INTEGER NOT NULL,
    "ObservedOn" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL
);

CREATE TABLE "Imports" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Imports" PRIMARY KEY AUTOINCREMENT,
    "FileHash" TEXT NOT NULL,
    "Profile" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Line" INTEGER NOT NULL,
    "Added" INTEGER NOT NULL,
    "Changed" INTEGER NOT NULL,
    "Unchanged" INTEGER NOT NULL,
    "Rejected" INTEGER NOT NULL,
    "HoldsDemoNumbers" INTEGER NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL
);

CREATE TABLE "KeptRows" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_KeptRows" PRIMARY KEY,
    "ContentHash" BLOB NOT NULL,
    "Sealed" BLOB NOT NULL
);

CREATE TABLE "KeyBlocks" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_KeyBlocks" PRIMARY KEY,
    "Next" INTEGER NOT NULL
);

CREATE TABLE "ListCandidates" (
    "ListKey" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "PersonKey" INTEGER NOT NULL,
    "Percentile" REAL NULL,
    "Regency" TEXT NOT NULL,
    "WelfareClass" INTEGER NULL,
    CONSTRAINT "PK_ListCandidates" PRIMARY KEY ("ListKey", "HouseholdKey", "PersonKey")
);

CREATE TABLE "ListEntries" (
    "ListKey" INTEGER NOT NULL,
    "Place" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "PersonKey" INTEGER NULL,
    "Percentile" REAL NULL,
    "Regency" TEXT NOT NULL,
    "WelfareClass" INTEGER NULL,
    CONSTRAINT "PK_ListEntries" PRIMARY KEY ("ListKey", "Place")
);

CREATE TABLE "Lists" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Lists" PRIMARY KEY,
    "Id" TEXT NOT NULL,
    "Client" TEXT NOT NULL,
    "AgreementKey" INTEGER NOT NULL,
    "AgreementVersion" INTEGER NOT NULL,
    "Purpose" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "Terms" TEXT NOT NULL,
    "RequestId" TEXT NOT NULL,
    "Programme" TEXT NULL,
    "RuleVersion" INTEGER NULL,
    "Rule" TEXT NULL,
    "RuleHash" TEXT NOT NULL,
    "OfPersons" INTEGER NOT NULL,
    "Region" TEXT NULL,
    "Quota" INTEGER NULL,
    "ByRank" INTEGER NOT NULL,
    "Fields" TEXT NULL,
    "Formats" TEXT NOT NULL,
    "Gzip" INTEGER NOT NULL,
    "Groups" INTEGER NOT NULL,
    "Day" TEXT NOT NULL,
    "KnownAt" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "RunKey" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Open" TEXT NULL,
    "Problem" TEXT NULL,
    "Entries" INTEGER NULL,
    "TiedFrom" INTEGER NULL,
    "TiedTo" INTEGER NULL,
    "Counts" TEXT NULL,
    "AskedBy" TEXT NULL,
    "AskedFor" TEXT NULL,
    "DecidedBy" TEXT NULL,
    "IsApproved" INTEGER NULL,
    "Manifest" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "DraftedAt" TEXT NULL,
    "FrozenAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "ExpiresAt" TEXT NOT NULL
);

CREATE TABLE "Memberships" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Memberships" PRIMARY KEY,
    "HouseholdKey" INTEGER NOT NULL,
    "PersonKey" INTEGER NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "SupersededAt" TEXT NULL
);

CREATE TABLE "Models" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Models" PRIMARY KEY AUTOINCREMENT,
    "Model" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Document" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "From" TEXT NULL,
    "DraftedBy" TEXT NOT NULL,
    "DraftedFor" TEXT NULL,
    "DraftedAt" TEXT NOT NULL,
    "PublishedBy" TEXT NULL,
    "PublishedFor" TEXT NULL,
    "PublishedAt" TEXT NULL
);

CREATE TABLE "OpenIddictApplications" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OpenIddictApplications" PRIMARY KEY,
    "ApplicationType" TEXT NULL,
    "ClientId" TEXT NULL,
    "ClientSecret" TEXT NULL,
    "ClientType" TEXT NULL,
    "ConcurrencyToken" TEXT NULL,
    "ConsentType" TEXT NULL,
    "DisplayName" TEXT NULL,
    "DisplayNames" TEXT NULL,
    "JsonWebKeySet" TEXT NULL,
    "Permissions" TEXT NULL,
    "PostLogoutRedirectUris" TEXT NULL,
    "Properties" TEXT NULL,
    "RedirectUris" TEXT NULL,
    "Requirements" TEXT NULL,
    "Settings" TEXT NULL
);

CREATE TABLE "OpenIddictScopes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OpenIddictScopes" PRIMARY KEY,
    "ConcurrencyToken" TEXT NULL,
    "Description" TEXT NULL,
    "Descriptions" TEXT NULL,
    "DisplayName" TEXT NULL,
    "DisplayNames" TEXT NULL,
    "Name" TEXT NULL,
    "Properties" TEXT NULL,
    "Resources" TEXT NULL
);

CREATE TABLE "Partners" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Partners" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "Name" TEXT NOT NULL
);

CREATE TABLE "Payloads" (
    "HouseholdKey" INTEGER NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "Sealed" BLOB NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    CONSTRAINT "PK_Payloads" PRIMARY KEY ("HouseholdKey", "ContentHash")
);

CREATE TABLE "PersonVersions" (
    "VersionKey" INTEGER NOT NULL CONSTRAINT "PK_PersonVersions" PRIMARY KEY AUTOINCREMENT,
    "ValidTo" TEXT NOT NULL,
    "SupersededAt" TEXT NOT NULL,
    "Until" TEXT NOT NULL,
    "OrderNumber" INTEGER NULL,
    "Presence" INTEGER NULL,
    "Sex" INTEGER NULL,
    "DeclaredAge" INTEGER NULL,
    "MaritalStatus" INTEGER NULL,
    "Relation" INTEGER NULL,
    "Pregnant" INTEGER NULL,
    "IdentityPapers" INTEGER NULL,
    "SchoolParticipation" INTEGER NULL,
    "SchoolLevel" INTEGER NULL,
    "SchoolClass" INTEGER NULL,
    "Diploma" INTEGER NULL,
    "Worked" INTEGER NULL,
    "HoursWorked" INTEGER NULL,
    "Sector" INTEGER NULL,
    "SectorText" TEXT NULL,
    "JobStatus" INTEGER NULL,
    "TaxNumber" INTEGER NULL,
    "OwnsBusiness" INTEGER NULL,
    "BusinessCount" INTEGER NULL,
    "BusinessSector" INTEGER NULL,
    "BusinessSectorText" TEXT NULL,
    "PaidWorkers" INTEGER NULL,
    "UnpaidWorkers" INTEGER NULL,
    "BusinessLicence" INTEGER NULL,
    "Turnover" INTEGER NULL,
    "BusinessInternet" INTEGER NULL,
    "Nutrition" INTEGER NULL,
    "Seeing" INTEGER NULL,
    "Hearing" INTEGER NULL,
    "Walking" INTEGER NULL,
    "Handling" INTEGER NULL,
    "Learning" INTEGER NULL,
    "Behaviour" INTEGER NULL,
    "Communicating" INTEGER NULL,
    "SelfCare" INTEGER NULL,
    "Remembering" INTEGER NULL,
    "Sadness" INTEGER NULL,
    "Carer" INTEGER NULL,
    "ChronicIllness" INTEGER NULL,
    "HealthInsurance" INTEGER NULL,
    "ReceivesPrakerja" INTEGER NULL,
    "ReceivesKur" INTEGER NULL,
    "ReceivesUmi" INTEGER NULL,
    "ReceivesPip" INTEGER NULL,
    "EmploymentInsurance" INTEGER NULL,
    "Key" INTEGER NOT NULL,
    "Id" TEXT NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Name" TEXT NULL,
    "NikSealed" BLOB NULL,
    "NikHash" BLOB NULL,
    "BirthDate" TEXT NULL,
    "ObservedOn" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL
);

CREATE TABLE "ProgrammeDocuments" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_ProgrammeDocuments" PRIMARY KEY AUTOINCREMENT,
    "Programme" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Document" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Open" TEXT NULL,
    "Name" TEXT NULL,
    "DraftedBy" TEXT NOT NULL,
    "DraftedFor" TEXT NULL,
    "DraftedAt" TEXT NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedFor" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "SimulationKey" INTEGER NULL
);

CREATE TABLE "Ranks" (
    "RunKey" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "ProvinceCode" TEXT NOT NULL,
    "RegencyCode" TEXT NOT NULL,
    "DistrictCode" TEXT NOT NULL,
    "VillageCode" TEXT NOT NULL,
    "Position" INTEGER NULL,
    "Percentile" REAL NULL,
    "Decile" INTEGER NULL,
    "WelfareClass" INTEGER NULL,
    "Score" INTEGER NULL,
    CONSTRAINT "PK_Ranks" PRIMARY KEY ("RunKey", "HouseholdKey")
);

CREATE TABLE "ReceiptTotals" (
    "Programme" TEXT NOT NULL,
    "Period" INTEGER NOT NULL,
    "Region" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Recipients" INTEGER NOT NULL,
    "Amount" INTEGER NOT NULL,
    CONSTRAINT "PK_ReceiptTotals" PRIMARY KEY ("Programme", "Period", "Region")
);

CREATE TABLE "RegionCodes" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_RegionCodes" PRIMARY KEY,
    "System" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL
);

CREATE TABLE "Regions" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Regions" PRIMARY KEY,
    "Level" INTEGER NOT NULL,
    "ParentCode" TEXT NULL,
    "Name" TEXT NOT NULL,
    "NameKey" TEXT NOT NULL,
    "Kind" INTEGER NULL,
    "ProvinceCode" TEXT NOT NULL,
    "RegencyCode" TEXT NULL,
    "DistrictCode" TEXT NULL,
    "ChildCount" INTEGER NOT NULL
);

CREATE TABLE "RejectedRows" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_RejectedRows" PRIMARY KEY AUTOINCREMENT,
    "ImportKey" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "Sealed" BLOB NOT NULL,
    "RecordedAt" TEXT NOT NULL
);

CREATE TABLE "Runs" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Runs" PRIMARY KEY,
    "Id" TEXT NOT NULL,
    "Model" TEXT NOT NULL,
    "ModelVersion" TEXT NOT NULL,
    "ModelHash" TEXT NOT NULL,
    "Scheme" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "Coverage" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "KnownAt" TEXT NOT NULL,
    "Demonstration" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Persons" INTEGER NOT NULL,
    "Seed" TEXT NOT NULL,
    "Ties" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "Open" TEXT NULL,
    "Expected" INTEGER NOT NULL,
    "LastKey" INTEGER NOT NULL,
    "ScoredTo" INTEGER NOT NULL,
    "Scored" INTEGER NOT NULL,
    "Ranked" INTEGER NOT NULL,
    "StartedBy" TEXT NOT NULL,
    "StartedFor" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "PublishedAt" TEXT NULL,
    "ReplayedAt" TEXT NULL,
    "Replayed" INTEGER NOT NULL,
    "ReplayedDifferently" INTEGER NOT NULL
);

CREATE TABLE "Scores" (
    "RunKey" INTEGER NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "VillageCode" TEXT NOT NULL,
    "Persons" INTEGER NOT NULL,
    "Criterion" INTEGER NOT NULL,
    "DependencyRatio" REAL NOT NULL,
    "Ticket" BLOB NOT NULL,
    "Score" INTEGER NULL,
    "Likelihood" REAL NULL,
    "Expenditure" INTEGER NULL,
    "Missing" INTEGER NOT NULL,
    "Assumed" INTEGER NOT NULL,
    "Inputs" BLOB NOT NULL,
    "Counted" INTEGER NOT NULL,
    "CountedOfMembers" INTEGER NOT NULL,
    CONSTRAINT "PK_Scores" PRIMARY KEY ("RunKey", "HouseholdKey")
);

CREATE TABLE "Simulations" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Simulations" PRIMARY KEY,
    "Id" TEXT NOT NULL,
    "Programme" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Hash" TEXT NOT NULL,
    "PartnerKey" INTEGER NOT NULL,
    "Client" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "EndUser" TEXT NULL,
    "Terms" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "RunKey" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Counted" INTEGER NOT NULL,
    "Report" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL
);

CREATE TABLE "Summaries" (
    "RunKey" INTEGER NOT NULL,
    "Cube" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "First" INTEGER NOT NULL,
    "Second" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Persons" INTEGER NOT NULL,
    "Held" INTEGER NOT NULL,
    "Likelihood" INTEGER NULL,
    CONSTRAINT "PK_Summaries" PRIMARY KEY ("RunKey", "Cube", "Region", "First", "Second")
);

CREATE TABLE "TargetingCells" (
    "AssessmentKey" INTEGER NOT NULL,
    "Dimension" TEXT NOT NULL,
    "Region" TEXT NOT NULL,
    "Code" INTEGER NOT NULL,
    "Outcome" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Persons" INTEGER NOT NULL,
    "Hidden" INTEGER NOT NULL,
    CONSTRAINT "PK_TargetingCells" PRIMARY KEY ("AssessmentKey", "Dimension", "Region", "Code", "Outcome")
);

CREATE TABLE "UsedAssertions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_UsedAssertions" PRIMARY KEY,
    "ExpiresAt" TEXT NOT NULL
);

CREATE TABLE "ExportParts" (
    "ExportKey" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "After" INTEGER NOT NULL,
    "To" INTEGER NOT NULL,
    "Expected" INTEGER NOT NULL,
    "Families" INTEGER NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "Hash" BLOB NULL,
    "Subjects" BLOB NOT NULL,
    CONSTRAINT "PK_ExportParts" PRIMARY KEY ("ExportKey", "Number"),
    CONSTRAINT "FK_ExportParts_Exports_ExportKey" FOREIGN KEY ("ExportKey") REFERENCES "Exports" ("Key") ON DELETE CASCADE
);

CREATE TABLE "Persons" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Persons" PRIMARY KEY,
    "OrderNumber" INTEGER NULL,
    "Presence" INTEGER NULL,
    "Sex" INTEGER NULL,
    "DeclaredAge" INTEGER NULL,
    "MaritalStatus" INTEGER NULL,
    "Relation" INTEGER NULL,
    "Pregnant" INTEGER NULL,
    "IdentityPapers" INTEGER NULL,
    "SchoolParticipation" INTEGER NULL,
    "SchoolLevel" INTEGER NULL,
    "SchoolClass" INTEGER NULL,
    "Diploma" INTEGER NULL,
    "Worked" INTEGER NULL,
    "HoursWorked" INTEGER NULL,
    "Sector" INTEGER NULL,
    "SectorText" TEXT NULL,
    "JobStatus" INTEGER NULL,
    "TaxNumber" INTEGER NULL,
    "OwnsBusiness" INTEGER NULL,
    "BusinessCount" INTEGER NULL,
    "BusinessSector" INTEGER NULL,
    "BusinessSectorText" TEXT NULL,
    "PaidWorkers" INTEGER NULL,
    "UnpaidWorkers" INTEGER NULL,
    "BusinessLicence" INTEGER NULL,
    "Turnover" INTEGER NULL,
    "BusinessInternet" INTEGER NULL,
    "Nutrition" INTEGER NULL,
    "Seeing" INTEGER NULL,
    "Hearing" INTEGER NULL,
    "Walking" INTEGER NULL,
    "Handling" INTEGER NULL,
    "Learning" INTEGER NULL,
    "Behaviour" INTEGER NULL,
    "Communicating" INTEGER NULL,
    "SelfCare" INTEGER NULL,
    "Remembering" INTEGER NULL,
    "Sadness" INTEGER NULL,
    "Carer" INTEGER NULL,
    "ChronicIllness" INTEGER NULL,
    "HealthInsurance" INTEGER NULL,
    "ReceivesPrakerja" INTEGER NULL,
    "ReceivesKur" INTEGER NULL,
    "ReceivesUmi" INTEGER NULL,
    "ReceivesPip" INTEGER NULL,
    "EmploymentInsurance" INTEGER NULL,
    "Id" TEXT NOT NULL,
    "HouseholdKey" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "Name" TEXT NULL,
    "NikSealed" BLOB NULL,
    "NikHash" BLOB NULL,
    "BirthDate" TEXT NULL,
    "ObservedOn" TEXT NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    CONSTRAINT "FK_Persons_Households_HouseholdKey" FOREIGN KEY ("HouseholdKey") REFERENCES "Households" ("Key") ON DELETE RESTRICT
);

CREATE TABLE "ListNotices" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_ListNotices" PRIMARY KEY,
    "ListKey" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "IsRecall" INTEGER NOT NULL,
    "Places" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Client" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_ListNotices_Lists_ListKey" FOREIGN KEY ("ListKey") REFERENCES "Lists" ("Key") ON DELETE CASCADE
);

CREATE TABLE "ListParts" (
    "ListKey" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Format" TEXT NOT NULL,
    "From" INTEGER NOT NULL,
    "To" INTEGER NOT NULL,
    "Entries" INTEGER NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "Hash" BLOB NULL,
    "Subjects" BLOB NOT NULL,
    CONSTRAINT "PK_ListParts" PRIMARY KEY ("ListKey", "Number"),
    CONSTRAINT "FK_ListParts_Lists_ListKey" FOREIGN KEY ("ListKey") REFERENCES "Lists" ("Key") ON DELETE CASCADE
);

CREATE TABLE "ListReceipts" (
    "ListKey" INTEGER NOT NULL,
    "Part" INTEGER NOT NULL,
    "Client" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "PK_ListReceipts" PRIMARY KEY ("ListKey", "Part", "Client"),
    CONSTRAINT "FK_ListReceipts_Lists_ListKey" FOREIGN KEY ("ListKey") REFERENCES "Lists" ("Key") ON DELETE CASCADE
);

CREATE TABLE "ListStretches" (
    "ListKey" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "After" INTEGER NOT NULL,
    "To" INTEGER NOT NULL,
    "Expected" INTEGER NOT NULL,
    "Found" INTEGER NULL,
    CONSTRAINT "PK_ListStretches" PRIMARY KEY ("ListKey", "Number"),
    CONSTRAINT "FK_ListStretches_Lists_ListKey" FOREIGN KEY ("ListKey") REFERENCES "Lists" ("Key") ON DELETE CASCADE
);

CREATE TABLE "OpenIddictAuthorizations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OpenIddictAuthorizations" PRIMARY KEY,
    "ApplicationId" TEXT NULL,
    "ConcurrencyToken" TEXT NULL,
    "CreationDate" TEXT NULL,
    "Properties" TEXT NULL,
    "Scopes" TEXT NULL,
    "Status" TEXT NULL,
    "Subject" TEXT NULL,
    "Type" TEXT NULL,
    CONSTRAINT "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "OpenIddictApplications" ("Id")
);

CREATE TABLE "Agreements" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Agreements" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "PartnerKey" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "LegalBasis" TEXT NOT NULL,
    "Purposes" TEXT NOT NULL,
    "Regions" TEXT NOT NULL,
    "Fields" INTEGER NOT NULL,
    "Programmes" TEXT NOT NULL,
    "Scopes" TEXT NOT NULL,
    "Limit" TEXT NULL,
    "Budget" INTEGER NOT NULL,
    "RequiresEndUser" INTEGER NOT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "Status" INTEGER NOT NULL,
    "ChangedAt" TEXT NULL,
    CONSTRAINT "FK_Agreements_Partners_PartnerKey" FOREIGN KEY ("PartnerKey") REFERENCES "Partners" ("Key") ON DELETE CASCADE
);

CREATE TABLE "Registers" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Registers" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "PartnerKey" INTEGER NOT NULL,
    "Facts" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    "RetainUntil" TEXT NOT NULL,
    "DeclaredBy" TEXT NOT NULL,
    "DeclaredAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Registers_Partners_PartnerKey" FOREIGN KEY ("PartnerKey") REFERENCES "Partners" ("Key") ON DELETE CASCADE
);

CREATE TABLE "RegisteredFacts" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_RegisteredFacts" PRIMARY KEY,
    "RegisterKey" INTEGER NOT NULL,
    "Fact" TEXT NOT NULL,
    "NikSealed" BLOB NOT NULL,
    "NikHash" BLOB NOT NULL,
    "PersonKey" INTEGER NULL,
    "Number" REAL NULL,
    "Text" TEXT NULL,
    "ObservedOn" TEXT NOT NULL,
    "ValidTo" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "SupersededAt" TEXT NULL,
    "RetainUntil" TEXT NOT NULL,
    CONSTRAINT "FK_RegisteredFacts_Persons_PersonKey" FOREIGN KEY ("PersonKey") REFERENCES "Persons" ("Key") ON DELETE SET NULL
);

CREATE TABLE "OpenIddictTokens" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OpenIddictTokens" PRIMARY KEY,
    "ApplicationId" TEXT NULL,
    "AuthorizationId" TEXT NULL,
    "ConcurrencyToken" TEXT NULL,
    "CreationDate" TEXT NULL,
    "ExpirationDate" TEXT NULL,
    "Payload" TEXT NULL,
    "Properties" TEXT NULL,
    "RedemptionDate" TEXT NULL,
    "ReferenceId" TEXT NULL,
    "Status" TEXT NULL,
    "Subject" TEXT NULL,
    "Type" TEXT NULL,
    CONSTRAINT "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId" FOREIGN KEY ("ApplicationId") REFERENCES "OpenIddictApplications" ("Id"),
    CONSTRAINT "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId" FOREIGN KEY ("AuthorizationId") REFERENCES "OpenIddictAuthorizations" ("Id")
);

CREATE TABLE "Clients" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_Clients" PRIMARY KEY AUTOINCREMENT,
    "ClientId" TEXT NULL,
    "AgreementKey" INTEGER NOT NULL,
    "SuspendedAt" TEXT NULL,
    "SuspendedBecause" TEXT NULL,
    "IsDemo" INTEGER NOT NULL,
    "OnlyListedDocuments" INTEGER NOT NULL,
    CONSTRAINT "FK_Clients_Agreements_AgreementKey" FOREIGN KEY ("AgreementKey") REFERENCES "Agreements" ("Key") ON DELETE CASCADE
);

CREATE TABLE "RegisterDeliveries" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_RegisterDeliveries" PRIMARY KEY AUTOINCREMENT,
    "RegisterKey" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Line" INTEGER NOT NULL,
    "Added" INTEGER NOT NULL,
    "Changed" INTEGER NOT NULL,
    "Unchanged" INTEGER NOT NULL,
    "Rejected" INTEGER NOT NULL,
    "SentBy" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "FinishedAt" TEXT NULL,
    "ContentHash" BLOB NULL,
    CONSTRAINT "FK_RegisterDeliveries_Registers_RegisterKey" FOREIGN KEY ("RegisterKey") REFERENCES "Registers" ("Key") ON DELETE CASCADE
);

CREATE TABLE "ListedDocuments" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_ListedDocuments" PRIMARY KEY AUTOINCREMENT,
    "ClientKey" INTEGER NOT NULL,
    "DocumentId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ListedBy" TEXT NOT NULL,
    "ListedAt" TEXT NOT NULL,
    CONSTRAINT "FK_ListedDocuments_Clients_ClientKey" FOREIGN KEY ("ClientKey") REFERENCES "Clients" ("Key") ON DELETE CASCADE
);

CREATE TABLE "RegisterFaults" (
    "Key" INTEGER NOT NULL CONSTRAINT "PK_RegisterFaults" PRIMARY KEY AUTOINCREMENT,
    "DeliveryKey" INTEGER NOT NULL,
    "Line" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Says" TEXT NOT NULL,
    "Sealed" BLOB NOT NULL,
    CONSTRAINT "FK_RegisterFaults_RegisterDeliveries_DeliveryKey" FOREIGN KEY ("DeliveryKey") REFERENCES "RegisterDeliveries" ("Key") ON DELETE CASCADE
);

CREATE INDEX "IX_AccessEntries_At" ON "AccessEntries" ("At");

CREATE INDEX "IX_AccessEntries_RequestId" ON "AccessEntries" ("RequestId");

CREATE UNIQUE INDEX "IX_AgreementChanges_AgreementKey_Version" ON "AgreementChanges" ("AgreementKey", "Version");

CREATE INDEX "IX_AgreementDrafts_Code" ON "AgreementDrafts" ("Code");

CREATE UNIQUE INDEX "IX_AgreementDrafts_Open" ON "AgreementDrafts" ("Open");

CREATE UNIQUE INDEX "IX_Agreements_Code" ON "Agreements" ("Code");

CREATE INDEX "IX_Agreements_PartnerKey" ON "Agreements" ("PartnerKey");

CREATE UNIQUE INDEX "IX_Assessments_Id" ON "Assessments" ("Id");

CREATE UNIQUE INDEX "IX_Assessments_Open" ON "Assessments" ("Open");

CREATE INDEX "IX_Assessments_Programme_Period_State" ON "Assessments" ("Programme", "Period", "State");

CREATE INDEX "IX_CaseSteps_CaseKey" ON "CaseSteps" ("CaseKey");

CREATE INDEX "IX_Cases_HouseholdKey" ON "Cases" ("HouseholdKey");

CREATE UNIQUE INDEX "IX_Cases_Id" ON "Cases" ("Id");

CREATE UNIQUE INDEX "IX_Cases_Programme_Kind_HouseholdKey_PersonKey" ON "Cases" ("Programme", "Kind", "HouseholdKey", "PersonKey");

CREATE INDEX "IX_Cases_Programme_State_Key" ON "Cases" ("Programme", "State", "Key");

CREATE INDEX "IX_Clients_AgreementKey" ON "Clients" ("AgreementKey");

CREATE UNIQUE INDEX "IX_Clients_ClientId" ON "Clients" ("ClientId");

CREATE UNIQUE INDEX "IX_DeliveredRows_DeliveryKey_Line" ON "DeliveredRows" ("DeliveryKey", "Line");

CREATE INDEX "IX_DeliveredRows_HouseholdKey" ON "DeliveredRows" ("HouseholdKey");

CREATE INDEX "IX_DeliveredRows_NumberHash_Programme_Period" ON "DeliveredRows" ("NumberHash", "Programme", "Period");

CREATE INDEX "IX_DeliveredRows_Programme_Period_HouseholdKey" ON "DeliveredRows" ("Programme", "Period", "HouseholdKey");

CREATE UNIQUE INDEX "IX_Deliveries_Id" ON "Deliveries" ("Id");

CREATE UNIQUE INDEX "IX_Deliveries_PartnerKey_ContentHash" ON "Deliveries" ("PartnerKey", "ContentHash");

CREATE INDEX "IX_Deliveries_State" ON "Deliveries" ("State");

CREATE UNIQUE INDEX "IX_DeliveryParts_DeliveryKey_Number" ON "DeliveryParts" ("DeliveryKey", "Number");

CREATE INDEX "IX_Exports_Client" ON "Exports" ("Client");

CREATE UNIQUE INDEX "IX_Exports_Id" ON "Exports" ("Id");

CREATE UNIQUE INDEX "IX_Exports_Open" ON "Exports" ("Open");

CREATE INDEX "IX_FamilyCards_HouseholdKey" ON "FamilyCards" ("HouseholdKey");

CREATE INDEX "IX_FamilyCards_NumberHash" ON "FamilyCards" ("NumberHash");

CREATE INDEX "IX_Findings_ImportKey_Line" ON "Findings" ("ImportKey", "Line");

CREATE INDEX "IX_HouseholdVersions_DistrictCode_Key_Until" ON "HouseholdVersions" ("DistrictCode", "Key", "Until");

CREATE INDEX "IX_HouseholdVersions_Id" ON "HouseholdVersions" ("Id");

CREATE INDEX "IX_HouseholdVersions_Key_Until" ON "HouseholdVersions" ("Key", "Until");

CREATE INDEX "IX_HouseholdVersions_ProvinceCode_Key_Until" ON "HouseholdVersions" ("ProvinceCode", "Key", "Until");

CREATE INDEX "IX_HouseholdVersions_RegencyCode_Key_Until" ON "HouseholdVersions" ("RegencyCode", "Key", "Until");

CREATE INDEX "IX_HouseholdVersions_VillageCode_Key_Until" ON "HouseholdVersions" ("VillageCode", "Key", "Until");

CREATE INDEX "IX_Households_DistrictCode_Key" ON "Households" ("DistrictCode", "Key");

CREATE INDEX "IX_Households_FamilyCardHash" ON "Households" ("FamilyCardHash");

CREATE UNIQUE INDEX "IX_Households_Id" ON "Households" ("Id");

CREATE INDEX "IX_Households_ProvinceCode_Key" ON "Households" ("ProvinceCode", "Key");

CREATE INDEX "IX_Households_RegencyCode_Key" ON "Households" ("RegencyCode", "Key");

CREATE UNIQUE INDEX "IX_Households_Source_SourceId" ON "Households" ("Source", "SourceId");

CREATE INDEX "IX_Households_VillageCode_Key" ON "Households" ("VillageCode", "Key");

CREATE UNIQUE INDEX "IX_Imports_FileHash_Profile_Source" ON "Imports" ("FileHash", "Profile", "Source");

CREATE INDEX "IX_ListEntries_ListKey_HouseholdKey" ON "ListEntries" ("ListKey", "HouseholdKey");

CREATE UNIQUE INDEX "IX_ListNotices_ListKey_Number" ON "ListNotices" ("ListKey", "Number");

CREATE UNIQUE INDEX "IX_ListedDocuments_ClientKey_DocumentId" ON "ListedDocuments" ("ClientKey", "DocumentId");

CREATE INDEX "IX_Lists_AgreementKey" ON "Lists" ("AgreementKey");

CREATE UNIQUE INDEX "IX_Lists_Id" ON "Lists" ("Id");

CREATE UNIQUE INDEX "IX_Lists_Open" ON "Lists" ("Open");

CREATE INDEX "IX_Memberships_HouseholdKey" ON "Memberships" ("HouseholdKey");

CREATE INDEX "IX_Memberships_PersonKey" ON "Memberships" ("PersonKey");

CREATE UNIQUE INDEX "IX_Models_Model_From" ON "Models" ("Model", "From");

CREATE UNIQUE INDEX "IX_Models_Model_Version" ON "Models" ("Model", "Version");

CREATE UNIQUE INDEX "IX_OpenIddictApplications_ClientId" ON "OpenIddictApplications" ("ClientId");

CREATE INDEX "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type" ON "OpenIddictAuthorizations" ("ApplicationId", "Status", "Subject", "Type");

CREATE UNIQUE INDEX "IX_OpenIddictScopes_Name" ON "OpenIddictScopes" ("Name");

CREATE INDEX "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type" ON "OpenIddictTokens" ("ApplicationId", "Status", "Subject", "Type");

CREATE INDEX "IX_OpenIddictTokens_AuthorizationId" ON "OpenIddictTokens" ("AuthorizationId");

CREATE UNIQUE INDEX "IX_OpenIddictTokens_ReferenceId" ON "OpenIddictTokens" ("ReferenceId");

CREATE UNIQUE INDEX "IX_Partners_Code" ON "Partners" ("Code");

CREATE INDEX "IX_PersonVersions_HouseholdKey" ON "PersonVersions" ("HouseholdKey");

CREATE INDEX "IX_PersonVersions_Key" ON "PersonVersions" ("Key");

CREATE INDEX "IX_PersonVersions_NikHash" ON "PersonVersions" ("NikHash");

CREATE INDEX "IX_Persons_HouseholdKey" ON "Persons" ("HouseholdKey");

CREATE UNIQUE INDEX "IX_Persons_Id" ON "Persons" ("Id");

CREATE INDEX "IX_Persons_NikHash" ON "Persons" ("NikHash");

CREATE UNIQUE INDEX "IX_ProgrammeDocuments_Name" ON "ProgrammeDocuments" ("Name");

CREATE UNIQUE INDEX "IX_ProgrammeDocuments_Open" ON "ProgrammeDocuments" ("Open");

CREATE INDEX "IX_ProgrammeDocuments_Programme" ON "ProgrammeDocuments" ("Programme");

CREATE INDEX "IX_Ranks_RunKey_DistrictCode_Percentile_HouseholdKey" ON "Ranks" ("RunKey", "DistrictCode", "Percentile", "HouseholdKey");

CREATE INDEX "IX_Ranks_RunKey_Percentile_HouseholdKey" ON "Ranks" ("RunKey", "Percentile", "HouseholdKey");

CREATE INDEX "IX_Ranks_RunKey_ProvinceCode_Percentile_HouseholdKey" ON "Ranks" ("RunKey", "ProvinceCode", "Percentile", "HouseholdKey");

CREATE INDEX "IX_Ranks_RunKey_RegencyCode_Percentile_HouseholdKey" ON "Ranks" ("RunKey", "RegencyCode", "Percentile", "HouseholdKey");

CREATE INDEX "IX_Ranks_RunKey_VillageCode_Percentile_HouseholdKey" ON "Ranks" ("RunKey", "VillageCode", "Percentile", "HouseholdKey");

CREATE INDEX "IX_RegionCodes_Region" ON "RegionCodes" ("Region");

CREATE INDEX "IX_RegionCodes_System_Code" ON "RegionCodes" ("System", "Code");

CREATE INDEX "IX_Regions_Level" ON "Regions" ("Level");

CREATE INDEX "IX_Regions_ParentCode" ON "Regions" ("ParentCode");

CREATE UNIQUE INDEX "IX_RegisterDeliveries_RegisterKey_Name" ON "RegisterDeliveries" ("RegisterKey", "Name");

CREATE INDEX "IX_RegisterFaults_DeliveryKey_Line" ON "RegisterFaults" ("DeliveryKey", "Line");

CREATE INDEX "IX_RegisteredFacts_NikHash_RegisterKey" ON "RegisteredFacts" ("NikHash", "RegisterKey");

CREATE INDEX "IX_RegisteredFacts_PersonKey_Fact" ON "RegisteredFacts" ("PersonKey", "Fact");

CREATE INDEX "IX_RegisteredFacts_RetainUntil" ON "RegisteredFacts" ("RetainUntil");

CREATE UNIQUE INDEX "IX_Registers_Code" ON "Registers" ("Code");

CREATE INDEX "IX_Registers_PartnerKey" ON "Registers" ("PartnerKey");

CREATE UNIQUE INDEX "IX_RejectedRows_ImportKey_Line" ON "RejectedRows" ("ImportKey", "Line");

CREATE UNIQUE INDEX "IX_Runs_Id" ON "Runs" ("Id");

CREATE UNIQUE INDEX "IX_Runs_Open" ON "Runs" ("Open");

CREATE UNIQUE INDEX "IX_Simulations_Id" ON "Simulations" ("Id");

CREATE INDEX "IX_Simulations_Programme_Version" ON "Simulations" ("Programme", "Version");

CREATE INDEX "IX_UsedAssertions_ExpiresAt" ON "UsedAssertions" ("ExpiresAt");

CREATE VIEW "HouseholdStates" AS SELECT "ActiveAccount", "Address", "Buffaloes", "BuildingGroup", "BuildingNumber", "Cattle", "CheckedOn", "Closet", "ContentHash", "CookingFuel", "DeclaredMemberCount", "DistrictCode", "DrinkingWater", "EnumeratedOn", "EnumerationResult", "EnumeratorCode", "EnumeratorName", "FamilyCardCode", "FamilyCardHash", "FamilyCardSealed", "FamilyNumber", "FieldView", "Floor", "FloorArea", "Goats", "HasAirConditioner", "HasBicycle", "HasBoat", "HasCar", "HasComputer", "HasGasCylinder", "HasGold", "HasMotorBoat", "HasMotorcycle", "HasOtherHouse", "HasOtherLand", "HasRefrigerator", "HasSmartphone", "HasTelephone", "HasTelevision", "HasWaterHeater", "HeadName", "Horses", "Id", "Internet", "Key", "LandProof", "LandmarkId", "Latitude", "Lighting", "Longitude", "MemberCount", "MeterPower1", "MeterPower2", "MeterPower3", "Notes", "ObservedOn", "Pigs", "ProvinceCode", "ReceivedBltDesa", "ReceivedBltDesaMonth", "ReceivedBltDesaYear", "ReceivedElectricity", "ReceivedElectricityMonth", "ReceivedElectricityYear", "ReceivedFertilizer", "ReceivedFertilizerMonth", "ReceivedFertilizerYear", "ReceivedLocalAid", "ReceivedLocalAidMonth", "ReceivedLocalAidYear", "ReceivedLpg", "ReceivedLpgMonth", "ReceivedLpgYear", "ReceivedPkh", "ReceivedPkhMonth", "ReceivedPkhYear", "ReceivedSembako", "ReceivedSembakoMonth", "ReceivedSembakoYear", "RecordedAt", "RegencyCode", "RespondentName", "RespondentPhone", "Roof", "Sls", "SlsName", "Source", "SourceId", "StatementVersion", "SubSls", "SupervisorCode", "SupervisorName", "Tenure", "Toilet", "ValidFrom", "VillageCode", "Wall", "WasteDisposal", "WastePitDistance", CAST(NULL AS INTEGER) AS "VersionKey", CAST(NULL AS TEXT) AS "ValidTo", CAST(NULL AS TEXT) AS "SupersededAt", CAST('9999-12-31 00:00:00' AS TEXT) AS "Until" FROM "Households" UNION ALL SELECT "ActiveAccount", "Address", "Buffaloes", "BuildingGroup", "BuildingNumber", "Cattle", "CheckedOn", "Closet", "ContentHash", "CookingFuel", "DeclaredMemberCount", "DistrictCode", "DrinkingWater", "EnumeratedOn", "EnumerationResult", "EnumeratorCode", "EnumeratorName", "FamilyCardCode", "FamilyCardHash", "FamilyCardSealed", "FamilyNumber", "FieldView", "Floor", "FloorArea", "Goats", "HasAirConditioner", "HasBicycle", "HasBoat", "HasCar", "HasComputer", "HasGasCylinder", "HasGold", "HasMotorBoat", "HasMotorcycle", "HasOtherHouse", "HasOtherLand", "HasRefrigerator", "HasSmartphone", "HasTelephone", "HasTelevision", "HasWaterHeater", "HeadName", "Horses", "Id", "Internet", "Key", "LandProof", "LandmarkId", "Latitude", "Lighting", "Longitude", "MemberCount", "MeterPower1", "MeterPower2", "MeterPower3", "Notes", "ObservedOn", "Pigs", "ProvinceCode", "ReceivedBltDesa", "ReceivedBltDesaMonth", "ReceivedBltDesaYear", "ReceivedElectricity", "ReceivedElectricityMonth", "ReceivedElectricityYear", "ReceivedFertilizer", "ReceivedFertilizerMonth", "ReceivedFertilizerYear", "ReceivedLocalAid", "ReceivedLocalAidMonth", "ReceivedLocalAidYear", "ReceivedLpg", "ReceivedLpgMonth", "ReceivedLpgYear", "ReceivedPkh", "ReceivedPkhMonth", "ReceivedPkhYear", "ReceivedSembako", "ReceivedSembakoMonth", "ReceivedSembakoYear", "RecordedAt", "RegencyCode", "RespondentName", "RespondentPhone", "Roof", "Sls", "SlsName", "Source", "SourceId", "StatementVersion", "SubSls", "SupervisorCode", "SupervisorName", "Tenure", "Toilet", "ValidFrom", "VillageCode", "Wall", "WasteDisposal", "WastePitDistance", "VersionKey", "ValidTo", "SupersededAt", "Until" FROM "HouseholdVersions";

CREATE VIEW "PersonStates" AS SELECT "Behaviour", "BirthDate", "BusinessCount", "BusinessInternet", "BusinessLicence", "BusinessSector", "BusinessSectorText", "Carer", "ChronicIllness", "Communicating", "DeclaredAge", "Diploma", "EmploymentInsurance", "Handling", "HealthInsurance", "Hearing", "HoursWorked", "HouseholdKey", "Id", "IdentityPapers", "JobStatus", "Key", "Learning", "MaritalStatus", "Name", "NikHash", "NikSealed", "Nutrition", "ObservedOn", "OrderNumber", "OwnsBusiness", "PaidWorkers", "Pregnant", "Presence", "ReceivesKur", "ReceivesPip", "ReceivesPrakerja", "ReceivesUmi", "RecordedAt", "Relation", "Remembering", "Sadness", "SchoolClass", "SchoolLevel", "SchoolParticipation", "Sector", "SectorText", "Seeing", "SelfCare", "Sex", "Source", "TaxNumber", "Turnover", "UnpaidWorkers", "ValidFrom", "Walking", "Worked", CAST(NULL AS INTEGER) AS "VersionKey", CAST(NULL AS TEXT) AS "ValidTo", CAST(NULL AS TEXT) AS "SupersededAt", CAST('9999-12-31 00:00:00' AS TEXT) AS "Until" FROM "Persons" UNION ALL SELECT "Behaviour", "BirthDate", "BusinessCount", "BusinessInternet", "BusinessLicence", "BusinessSector", "BusinessSectorText", "Carer", "ChronicIllness", "Communicating", "DeclaredAge", "Diploma", "EmploymentInsurance", "Handling", "HealthInsurance", "Hearing", "HoursWorked", "HouseholdKey", "Id", "IdentityPapers", "JobStatus", "Key", "Learning", "MaritalStatus", "Name", "NikHash", "NikSealed", "Nutrition", "ObservedOn", "OrderNumber", "OwnsBusiness", "PaidWorkers", "Pregnant", "Presence", "ReceivesKur", "ReceivesPip", "ReceivesPrakerja", "ReceivesUmi", "RecordedAt", "Relation", "Remembering", "Sadness", "SchoolClass", "SchoolLevel", "SchoolParticipation", "Sector", "SectorText", "Seeing", "SelfCare", "Sex", "Source", "TaxNumber", "Turnover", "UnpaidWorkers", "ValidFrom", "Walking", "Worked", "VersionKey", "ValidTo", "SupersededAt", "Until" FROM "PersonVersions";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128064833_Initial', '10.0.15');

COMMIT;

