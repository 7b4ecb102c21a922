using Regsosek.Data.Households;

namespace Regsosek.Api.Enumeration;

/// <summary>A check between the answers of a family; the finding points at the variable.</summary>
public sealed record FamilyRule(Check Check, string Variable, Func<Interviewed, bool> IsBroken);

/// <summary>A check of one member against himself and his family.</summary>
public sealed record MemberRule(Check Check, string Variable, Func<Person, Interviewed, bool> IsBroken);
