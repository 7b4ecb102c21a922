using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Partners;

/// <summary>Terms as a steward sends them; what is left out stays as it is.</summary>
public abstract record TermsRequest
{
    /// <summary>draft, active, suspended or ended.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string>? Purposes { get; init; }
    public IReadOnlyList<string>? Regions { get; init; }
    public IReadOnlyList<string>? Fields { get; init; }
    public IReadOnlyList<string>? Programmes { get; init; }
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Population limit as a rule; null takes it away.</summary>
    public JsonElement Limit { get; init; }

    /// <summary>Distinct persons in any 24 hours.</summary>
    public int? Budget { get; init; }

    public bool? RequiresEndUser { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <exception cref="ProblemException">A value is none of those that can stand there.</exception>
    internal virtual AgreementTerms On(AgreementTerms terms) => terms with
    {
        Status = Status is null ? terms.Status : EnumNames.Parse<AgreementStatus>(Status) ?? throw Wrong("status", "draft, active, suspended or ended."),
        Purposes = Purposes ?? terms.Purposes,
        Regions = Regions ?? terms.Regions,
        Fields = Fields is null || Fields.All(f => f is not null && FieldGroupNames.All.Contains(f))
            ? Fields ?? terms.Fields
            : throw Wrong("fields", $"of {string.Join(", ", FieldGroupNames.All)}."),
        Programmes = Programmes ?? terms.Programmes,
        Scopes = Scopes ?? terms.Scopes,
        Limit = Limit.ValueKind switch
        {
            JsonValueKind.Undefined => terms.Limit,
            JsonValueKind.Null => null,
            _ => Limit.GetRawText(),
        },
        Budget = Budget ?? terms.Budget,
        RequiresEndUser = RequiresEndUser ?? terms.RequiresEndUser,
        ValidTo = ValidTo ?? terms.ValidTo,
    };

    private static ProblemException Wrong(string parameter, string says) => new(Problems.Invalid(parameter, says));
}
