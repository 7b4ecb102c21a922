using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.AccessLog;

/// <summary>What a reader passes before it gives anything out: the read is on record, and inside the budget, or it does not happen.</summary>
public class Disclosure(AccessLogWriter log, ReadContext reading, Caller caller, MomentSlot asOf)
{
    /// <summary>Records a read of families (key to persons charged) and of asked numbers (negative subjects).</summary>
    /// <param name="read">Field groups the answer holds, as far as they are granted.</param>
    /// <param name="stop">A caller who has gone is not charged.</param>
    public virtual Task Record(IReadOnlyDictionary<long, int> subjects, int families, FieldGroups read, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return log.Append(new AccessRead(caller, reading.RequestId, reading.Surface, Shape, read & caller.Fields, families, subjects)).WaitAsync(stop);
    }

    /// <summary>As of when first: what is too long is cut at its end.</summary>
    private string Shape => asOf.Moment is not { } moment ? reading.Shape : reading.Shape.Length == 0 ? moment.Named : $"{moment.Named}&{reading.Shape}";

    public Task Record(IEnumerable<(long Family, int Persons)> families, FieldGroups read, CancellationToken stop)
    {
        var subjects = new Dictionary<long, int>();
        foreach (var (family, persons) in families) subjects[family] = persons;
        return Record(subjects, subjects.Count, read, stop);
    }
}

/// <summary>Through what the request reads: set by the surface, written by <see cref="Disclosure"/>. Holds parameter names and values that
/// are not personal.</summary>
public sealed class ReadContext
{
    public string RequestId { get; set; } = "";
    public string Surface { get; set; } = "";
    public string Shape { get; set; } = "";

    /// <summary>Names the route of the request; the surface may say more.</summary>
    public static Task Of(HttpContext http, RequestDelegate next)
    {
        var reading = http.RequestServices.GetRequiredService<ReadContext>();
        reading.RequestId = http.RequestId();
        reading.Surface = $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
        return next(http);
    }
}
