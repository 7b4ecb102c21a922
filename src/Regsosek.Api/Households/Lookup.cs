using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data.Households;

namespace Regsosek.Api.Households;

/// <summary>The front desk's question: is this NIK in the hub, in which class and decile? The NIK comes in the body, never in a URL.</summary>
public static class Lookup
{
    public const int MaxBatch = 10_000;

    /// <summary>A NIK, 16 digits; spaces, dots and dashes are dropped.</summary>
    public sealed record Request(string Nik);

    /// <summary>Up to 10,000 NIKs.</summary>
    public sealed record BatchRequest(IReadOnlyList<string> Niks);

    /// <summary>What is known of one NIK within the caller's scope. The answer for "nowhere" and for "not for you" is the same.</summary>
    public sealed record Answer(
        bool Found, WelfareClass? WelfareClass = null, short? Decile = null, ClassificationView? Classification = null,
        Guid? HouseholdId = null, Guid? PersonId = null);

    /// <summary>Answers in the order of the NIKs asked.</summary>
    public sealed record BatchAnswer(IReadOnlyList<Answer> Items);

    public static async Task<IResult> One(Request request, LookupReader reader, ReadContext reading, CancellationToken stop)
    {
        reading.Shape = "one nik";
        return Results.Json((await reader.Find([Normalised(request.Nik, "nik")], stop))[0], Json.Web);
    }

    public static async Task<IResult> Batch(BatchRequest request, LookupReader reader, ReadContext reading, CancellationToken stop)
    {
        if (request.Niks.Count is 0 or > MaxBatch) throw new ProblemException(Problems.Invalid("niks", $"between 1 and {MaxBatch} NIKs."));
        reading.Shape = $"{request.Niks.Count} niks";
        return Results.Json(new BatchAnswer(await reader.Find([.. request.Niks.Select((n, i) => Normalised(n, $"niks/{i}"))], stop)), Json.Web);
    }

    /// <summary>A number of the wrong form is the client's mistake; the answer says so without repeating it.</summary>
    public static string Normalised(string? nik, string parameter)
    {
        var digits = new string([.. (nik ?? "").Where(c => c is not (' ' or '.' or '-'))]);
        return digits.Length == 16 && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new ProblemException(Problems.Invalid(parameter, "is not 16 digits."));
    }
}
