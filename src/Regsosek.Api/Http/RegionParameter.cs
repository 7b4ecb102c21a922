using System.Text.RegularExpressions;

namespace Regsosek.Api.Http;

/// <summary>A region in a query: a Kemendagri code at any level, or ID for the nation. Anything else is refused, so that nothing else gets
/// into a log either.</summary>
public static partial class RegionParameter
{
    /// <returns>0 for the nation, then 1 (province) to 4 (village).</returns>
    public static int Level(string code, string parameter = "region") =>
        code == "ID" ? 0
            : Code().IsMatch(code) ? code.Count(c => c == '.') + 1
            : throw new ProblemException(Problems.Invalid(parameter, "is not a Kemendagri code."));

    public static bool IsCode(string code) => Code().IsMatch(code);

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
