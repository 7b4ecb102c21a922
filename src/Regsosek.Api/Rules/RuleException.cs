namespace Regsosek.Api.Rules;

/// <summary>A rule document that says something the hub cannot execute, with the place in the document.</summary>
public sealed class RuleException(string at, string says) : Exception($"{at}: {says}")
{
    public string At => at;
    public string Says => says;
}
