using GraphQL;
using GraphQLParser.AST;
using Regsosek.Api.AccessLog;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Api.Graph;

/// <summary>One request in execution: who asks, the readers it goes through, what it costs, what was masked.</summary>
internal sealed class GraphRequest(IServiceProvider services, KnownDocument document) : Dictionary<string, object?>
{
    public IReadOnlyDictionary<GraphQLField, RowPlan> Plans { get; } = document.Plans;

    /// <summary>Known once the document and the variables have been found to fit.</summary>
    public double? Cost { get; set; }

    public Caller Caller { get; } = services.GetRequiredService<Caller>();
    public MaskedFields Masked { get; } = new();
    public DateOnly Today => Get<TimeProvider>().Today();
    public Standings Standings { get; } = new();

    public static GraphRequest Of(IResolveFieldContext context) => (GraphRequest)context.UserContext;

    /// <summary>What follows from the document alone, worked out once for it: so only where no directive decides below the field.</summary>
    public T Kept<T>(IResolveFieldContext context, Func<T> make)
        where T : class =>
        document.Plans.ContainsKey(context.FieldAst) ? (T)document.Kept.GetOrAdd(context.FieldAst, _ => make()) : make();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Tells the access log through what is read: the field, and parameters that are not personal.</summary>
    public void Reads(string field, string shape = "")
    {
        var reading = Get<ReadContext>();
        (reading.Surface, reading.Shape) = ($"GraphQL {field}", shape);
    }

    public static Guid Id(IResolveFieldContext context, string argument) =>
        Guid.TryParseExact(context.GetArgument<string>(argument), "D", out var id)
            ? id
            : throw new ProblemException(Problems.Invalid(argument, "is not an id."));
}
