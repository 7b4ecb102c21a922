namespace Regsosek.Api.Access;

/// <summary>What a token may be for. An agreement grants some; a token may ask for fewer.</summary>
public static class Scopes
{
    /// <summary>Households, members, classifications, look-ups.</summary>
    public const string RegistryRead = "registry.read";

    /// <summary>Programme eligibility.</summary>
    public const string EligibilityRead = "eligibility.read";

    /// <summary>Beside a verdict, which register entry would turn it over; never for villages and their officers.</summary>
    public const string EligibilityAdvise = "eligibility.advise";

    /// <summary>Targeted lists: looked at, pulled, acknowledged; what is in them needs its own scope too.</summary>
    public const string ListsRead = "lists.read";

    /// <summary>Targeted lists: drafted, frozen, approved, deleted, noticed.</summary>
    public const string ListsWrite = "lists.write";

    /// <summary>Who read what.</summary>
    public const string AccessLogRead = "accesslog.read";

    /// <summary>Agreements, drafts of them, clients.</summary>
    public const string PartnersManage = "partners.manage";

    /// <summary>Drafts of others put in force.</summary>
    public const string PartnersApprove = "partners.approve";

    /// <summary>Scoring models: drafts of them, published.</summary>
    public const string ModelsWrite = "models.write";

    /// <summary>Rankings: begun, given up.</summary>
    public const string RunsWrite = "runs.write";

    /// <summary>Figures of districts and villages; those above are public.</summary>
    public const string StatisticsRead = "statistics.read";

    /// <summary>Registers of the partner's own: declared, filled.</summary>
    public const string RegistersWrite = "registers.write";

    /// <summary>Who really receives: delivered by the ministry whose programme it is.</summary>
    public const string ParticipationWrite = "participation.write";

    /// <summary>Versions of the ministry's own programmes: drafted, simulated, published.</summary>
    public const string ProgrammesWrite = "programmes.write";

    /// <summary>Whole lists as files; what is in them needs its own scope too.</summary>
    public const string ExportsRead = "exports.read";

    /// <summary>Cases: errors of targeting, each a family or person that somebody has to answer.</summary>
    public const string CasesRead = "cases.read";

    /// <summary>Cases answered, handed on; reactivations opened.</summary>
    public const string CasesWrite = "cases.write";

    public static readonly IReadOnlyList<string> All =
    [
        RegistryRead, EligibilityRead, EligibilityAdvise, ListsRead, AccessLogRead, PartnersManage, PartnersApprove, ModelsWrite, RunsWrite, StatisticsRead,
        RegistersWrite, ParticipationWrite, ProgrammesWrite, ExportsRead, ListsWrite, CasesRead, CasesWrite,
    ];
}
