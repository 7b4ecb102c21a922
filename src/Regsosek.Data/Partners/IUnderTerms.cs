namespace Regsosek.Data.Partners;

/// <summary>What was made for a client and is kept: it stands on the terms that its agreement had, and lives as long as that allows them.</summary>
public interface IUnderTerms
{
    string Client { get; }
    int AgreementKey { get; }

    /// <summary>Version of the agreement it was asked under.</summary>
    int AgreementVersion { get; }

    string Purpose { get; }
    string? EndUser { get; }

    /// <summary>What the client might see when it asked (JSON).</summary>
    string Terms { get; }
}
