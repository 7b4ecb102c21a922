using System.Text.Json;
using Regsosek.Api.Http;
using Regsosek.Data.Cases;

namespace Regsosek.Api.Cases;

/// <summary>The words of kinds, states, grounds and outcomes: wrong-data for WrongData. And the notes that an answer may carry: codes, so that nothing personal is written.</summary>
internal static class CaseWords
{
    public static readonly IReadOnlyList<string> Notes =
    [
        "verified-at-home", "decided-by-village-forum", "quota-used-up", "already-on-list", "refused-by-family", "not-found-at-address", "moved-away", "deceased", "double-record",
        "register-corrected", "delivery-corrected", "condition-changed", "still-entitled", "other",
    ];

    /// <summary>On what a programme that was lost is asked back.</summary>
    public static IReadOnlyList<string> Grounds { get; } = [.. Enum.GetValues<CaseGround>().Select(Of)];

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <exception cref="ProblemException">There is no such word.</exception>
    public static T Read<T>(string text, string parameter)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Of(v) == text).Select(v => (T?)v).FirstOrDefault()
            ?? throw new ProblemException(Problems.Invalid(parameter, $"one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}."));
}
