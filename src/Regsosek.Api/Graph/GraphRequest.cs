using GraphQL;
using GraphQLParser.AST;
using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Graph;

/// <summary>One request in execution: who asks, the readers it goes through, what it costs, what was masked.</summary>
internal sealed class GraphRequest(IServiceProvider services, KnownDocument document) : Dictionary<string, object?>, IAsyncDisposable
{
    private readonly Reading _present = new(services);
    private readonly Dictionary<string, (Reading Reading, AsyncServiceScope Scope)> _ofMoments = [];

    public IReadOnlyDictionary<GraphQLField, RowPlan> Plans { get; } = document.Plans;

    /// <summary>Known once the document and the variables have been found to fit.</summary>
    public double? Cost { get; set; }

    public Caller Caller { get; } = services.GetRequiredService<Caller>();
    public MaskedFields Masked { get; } = new();
    public DateOnly Today => Get<TimeProvider>().Today();

    public static GraphRequest Of(IResolveFieldContext context) => (GraphRequest)context.UserContext;

    /// <summary>What follows from the document alone, worked out once for it: so only where no directive decides below the field.</summary>
    public T Kept<T>(IResolveFieldContext context, Func<T> make)
        where T : class =>
        document.Plans.ContainsKey(context.FieldAst) ? (T)document.Kept.GetOrAdd(context.FieldAst, _ => make()) : make();

    public T Get<T>()
        where T : notnull => _present.Get<T>();

    /// <summary>What a field reads through: of the moment that it names, or the field it is below.</summary>
    public Reading At(IResolveFieldContext context)
    {
        for (IResolveFieldContext? field = context; field is not null; field = field.Parent)
        {
            if (Moments.Read(Text(field, Moments.AsOf), Text(field, Moments.KnownAt), Get<TimeProvider>()) is not { } moment) continue;
            if (_ofMoments.TryGetValue(moment.Named, out var known)) return known.Reading;
            var scope = services.CreateAsyncScope();
            return (_ofMoments[moment.Named] = (_present.At(moment, scope.ServiceProvider), scope)).Reading;
        }

        return _present;
    }

    public static Guid Id(IResolveFieldContext context, string argument) =>
        Guid.TryParseExact(context.GetArgument<string>(argument), "D", out var id)
            ? id
            : throw new ProblemException(Problems.Invalid(argument, "is not an id."));

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, scope) in _ofMoments.Values) await scope.DisposeAsync();
    }

    private static string? Text(IResolveFieldContext field, string name) =>
        field.Arguments is { } given && given.TryGetValue(name, out var value) ? value.Value as string : null;
}
