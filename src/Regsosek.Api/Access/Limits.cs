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

        // Who exists for a partner must not hang on what another partner sends.
        if (loaded.Root.Facts().FirstOrDefault(f => f.HeldBy is not null) is { } other)
            throw new RuleException("", $"'{other.Name}' is of another register, which a limit may not name");
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rule))), on => loaded.ForFamilies(on).IsTrue) { Rule = rule };
    }
}
