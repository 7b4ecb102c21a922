using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.Graph;

/// <summary>What fields of one moment read through: a registry serves one moment, so readers do.</summary>
internal sealed class Reading(IServiceProvider services)
{
    public Standings Standings { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Tells the access log through what is read: the field, and parameters that are not personal.</summary>
    public void Reads(string field, string shape = "")
    {
        var reading = Get<ReadContext>();
        (reading.Surface, reading.Shape) = ($"GraphQL {field}", shape);
    }

    /// <summary>Of another moment, for the same caller in the same request.</summary>
    public Reading At(Moment moment, IServiceProvider own)
    {
        own.GetRequiredService<CallerSlot>().Caller = Get<Caller>();
        own.GetRequiredService<MomentSlot>().Moment = moment;
        own.GetRequiredService<ReadContext>().RequestId = Get<ReadContext>().RequestId;
        return new(own);
    }
}
