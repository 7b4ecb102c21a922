using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regsosek.Api.Rules;
using Regsosek.Data;

namespace Regsosek.Api.Access;

/// <summary>Population limits are rules of the one language; a family for which the rule is not known to hold is outside.</summary>
public static class Limits
{
    public static PopulationLimit Of(string rule, Facts facts)
    {
        using var json = JsonDocument.Parse(rule);
        var loaded = LoadedRule.Load(json.RootElement, Unit.Family, facts);
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rule))), on => loaded.ForFamilies(on).IsTrue) { Rule = rule };
    }
}
