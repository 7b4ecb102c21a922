using Regsosek.Api.Http;
using Regsosek.Data.AsOf;

namespace Regsosek.Api.AsOf;

/// <summary>As of when this request is read: set before its registry is leased, which is then of that moment.</summary>
public sealed class MomentSlot
{
    private bool _isLeased;

    /// <summary>Null: the present.</summary>
    /// <exception cref="InvalidOperationException">The registry is leased already, of another moment.</exception>
    public Moment? Moment
    {
        get;
        set => field = _isLeased ? throw new InvalidOperationException("The registry of this request is leased already.") : value;
    }

    public Moment? Lease()
    {
        _isLeased = true;
        return Moment;
    }
}

/// <summary>Routes that can be read as of a moment.</summary>
public static class MomentRoutes
{
    public sealed record Taking;

    /// <summary>The route takes <c>asOf</c> and <c>knownAt</c>.</summary>
    public static RouteHandlerBuilder TakesMoment(this RouteHandlerBuilder route) => route.WithMetadata(new Taking()).Fails(Problems.InvalidParameter);

    /// <summary>Reads them before anything of the request is: what reads is made for the moment.</summary>
    public static Task Read(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Taking>() is null) return next(http);
        var slot = http.RequestServices.GetRequiredService<MomentSlot>();
        slot.Moment = Moments.Read(Once(http, Moments.AsOf), Once(http, Moments.KnownAt), http.RequestServices.GetRequiredService<TimeProvider>());
        return next(http);
    }

    private static string? Once(HttpContext http, string name) => !http.Request.Query.TryGetValue(name, out var given) ? null
        : given.Count == 1 ? given.ToString() : throw new ProblemException(Problems.Invalid(name, "is given once."));
}
