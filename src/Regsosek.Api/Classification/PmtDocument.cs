namespace Regsosek.Api.Classification;

/// <summary>A linear proxy means test as published: ln(expenditure in rupiah a person a month) = intercept + sum of coefficient × value of the
/// term.</summary>
public sealed record PmtDocument : ModelDocument
{
    public required IReadOnlyList<PmtTerm> Terms { get; init; }

    /// <summary>One is for ID, the nation, and serves every region that has none; the regency's goes before the province's.</summary>
    public required IReadOnlyList<PmtEquation> Equations { get; init; }
}

/// <summary>One explaining variable.</summary>
/// <param name="Transform">indicator: 1 when all of <paramref name="When"/> hold, else 0. number: the answer to <paramref name="Variable"/>.
/// count: members who meet all of <paramref name="Count"/>. share: that count by the members. dependency-ratio: members under 15 or of 65 and over
/// for each one between. log-number, log-count: the natural logarithm, of 0 and below as of 1.</param>
/// <param name="Unknown">What is taken where the answer is not known; the term is then missing.</param>
/// <param name="Least">Lower values are held to it, before any logarithm; so are higher ones to <paramref name="Most"/>.</param>
public sealed record PmtTerm(
    string Term, string En, string Id, string Transform, double Unknown, IReadOnlyList<FormCondition>? When = null, string? Variable = null,
    IReadOnlyList<FormCondition>? Count = null, double? Least = null, double? Most = null);

/// <summary>Coefficients of one region.</summary>
/// <param name="Region">ID, a province or a regency in the coding of the Ministry of Home Affairs.</param>
/// <param name="Coefficients">One for each term.</param>
/// <param name="Sigma">Standard deviation of the residual. With it and the line there is a likelihood: that of a normal residual.</param>
/// <param name="Line">Poverty line in rupiah a person a month.</param>
public sealed record PmtEquation(
    string Region, double Intercept, IReadOnlyDictionary<string, double> Coefficients, double? Sigma = null, double? Line = null);
