using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Data;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.Access;

/// <summary>Readers for somebody whose request is not at hand: services with his caller and his moment, by the same path as a request's.</summary>
public sealed class ReadingScopes(IServiceScopeFactory scopes)
{
    /// <param name="moment">As of when; null for the present.</param>
    /// <param name="about">What the access log says of what is read: request, surface and shape.</param>
    public AsyncServiceScope For(Caller caller, Moment? moment, ReadContext about)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerSlot>().Caller = caller;
        scope.ServiceProvider.GetRequiredService<MomentSlot>().Moment = moment;
        var reading = scope.ServiceProvider.GetRequiredService<ReadContext>();
        (reading.RequestId, reading.Surface, reading.Shape) = (about.RequestId, about.Surface, about.Shape);
        return scope;
    }
}
