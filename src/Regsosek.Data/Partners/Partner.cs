namespace Regsosek.Data.Partners;

/// <summary>A party that uses the hub: a ministry, a province, a city, a kampung, the statistics office, an auditor.</summary>
public sealed class Partner
{
    public int Key { get; set; }
    public required string Code { get; set; }
    public required string Name { get; set; }
    public List<Agreement> Agreements { get; set; } = [];
}

/// <summary>A data-sharing agreement (perjanjian berbagi pakai data): what one partner may see, of whom, and what for.</summary>
public sealed class Agreement
{
    public int Key { get; set; }
    public required string Code { get; set; }
    public int PartnerKey { get; set; }
    public Partner Partner { get; set; } = null!;
    public int Version { get; set; } = 1;
    public required string LegalBasis { get; set; }
    public List<string> Purposes { get; set; } = [];

    /// <summary>Kemendagri codes at any level; ID is the whole nation. Empty means nowhere.</summary>
    public List<string> Regions { get; set; } = [];

    public FieldGroups Fields { get; set; }
    public List<string> Programmes { get; set; } = [];
    public List<string> Scopes { get; set; } = [];

    /// <summary>Population limit as a rule document (JSON); a family for which it is not true is outside. Null: no limit.</summary>
    public string? Limit { get; set; }

    /// <summary>Distinct persons in any 24 hours.</summary>
    public int Budget { get; set; }

    public bool RequiresEndUser { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public AgreementStatus Status { get; set; }

    /// <summary>When its present version came into force; null for the first. Tokens issued before are narrower (see AgreementChange).</summary>
    public DateTime? ChangedAt { get; set; }

    public List<Client> Clients { get; set; } = [];

    public bool InForce(DateOnly on) => Status == AgreementStatus.Active && ValidFrom <= on && (ValidTo is null || ValidTo >= on);
}

/// <summary>State of an agreement; only an active one opens anything.</summary>
public enum AgreementStatus : short
{
    /// <summary>Written, not yet in force.</summary>
    Draft = 1,

    /// <summary>In force between its dates.</summary>
    Active = 2,

    /// <summary>Stopped for now.</summary>
    Suspended = 3,

    /// <summary>Over.</summary>
    Ended = 4,
}

/// <summary>A machine of a partner that asks for tokens; it belongs to one agreement.</summary>
public sealed class Client
{
    public int Key { get; set; }
    public required string ClientId { get; set; }
    public int AgreementKey { get; set; }
    public Agreement Agreement { get; set; } = null!;

    /// <summary>Set when the hub itself stopped the client, for example after too many look-ups that found nobody.</summary>
    public DateTime? SuspendedAt { get; set; }

    public string? SuspendedBecause { get; set; }

    /// <summary>Known secret of the demonstration; refused outside Development.</summary>
    public bool IsDemo { get; set; }

    /// <summary>By GraphQL the client runs no other documents than those listed for it.</summary>
    public bool OnlyListedDocuments { get; set; }

    public List<ListedDocument> Documents { get; set; } = [];
}

/// <summary>A GraphQL document a steward has listed for a client.</summary>
public sealed class ListedDocument
{
    public int Key { get; set; }
    public int ClientKey { get; set; }
    public Client Client { get; set; } = null!;

    /// <summary>sha256: and the hash of the text in UTF-8, 64 hexadecimal digits.</summary>
    public required string DocumentId { get; set; }

    public required string Text { get; set; }

    /// <summary>The steward's client.</summary>
    public required string ListedBy { get; set; }

    public DateTime ListedAt { get; set; }
}

/// <summary>An agreement as it was before a change, and who changed it.</summary>
public sealed class AgreementChange
{
    public int Key { get; set; }
    public int AgreementKey { get; set; }

    /// <summary>The version that was replaced.</summary>
    public int Version { get; set; }

    /// <summary>The replaced version (JSON).</summary>
    public required string Before { get; set; }

    public required string By { get; set; }
    public string? EndUser { get; set; }
    public DateTime At { get; set; }
}

/// <summary>A client assertion that was used; the same one is never accepted again.</summary>
public sealed class UsedAssertion
{
    public required string Id { get; set; }
    public DateTime ExpiresAt { get; set; }
}
