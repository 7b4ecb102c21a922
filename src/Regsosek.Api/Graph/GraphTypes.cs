using System.Reflection;
using GraphQL.Types;
using Regsosek.Api.Access;
using Regsosek.Api.AsOf;
using Regsosek.Api.Households;
using Regsosek.Api.Lists;
using Regsosek.Api.Programmes;
using Regsosek.Data.Households;

namespace Regsosek.Api.Graph;

/// <summary>The graph type of every .NET type that views use. A view becomes an object type of its own name; official codes stay numbers.</summary>
internal sealed class GraphTypes
{
    private static readonly Dictionary<Type, string> Names = new() { [typeof(Standing)] = "Verdict", [typeof(EligibleView)] = "EligibleEntry", [typeof(ListView)] = "TargetedList", [typeof(ListRow)] = "ListEntry", [typeof(DriftView)] = "ListDrift" };

    private readonly XmlDocs _docs = new();
    private readonly Dictionary<Type, IGraphType> _known = new()
    {
        [typeof(string)] = new StringGraphType(),
        [typeof(bool)] = new BooleanGraphType(),
        [typeof(Guid)] = new IdGraphType(),
        [typeof(DateOnly)] = new IsoDate(),
        [typeof(DateTime)] = new DateTimeGraphType(),
        [typeof(int)] = new IntGraphType(),
        [typeof(double)] = new FloatGraphType(),
    };

    public GraphTypes(Fields<HouseholdView> households, Fields<MemberView> members)
    {
        _known[typeof(short)] = _known[typeof(long)] = _known[typeof(int)];
        _known[typeof(decimal)] = _known[typeof(double)];
        _known[typeof(WelfareClass)] = EnumOf(typeof(WelfareClass));
        _known[typeof(Standing)] = EnumOf(typeof(Standing));
        _known[typeof(MemberView)] = new MaskedType<MemberView>("Member", "One member of a family as the caller's agreement shows him.", members.All,
            this, m => new(m.Id, m.Masked));
        _known[typeof(HouseholdView)] = Household =
            new("Household", "One family (keluarga) as the caller's agreement shows it.", households.All, this, h => new(h.Id, h.Masked));
    }

    public MaskedType<HouseholdView> Household { get; }

    public IGraphType String => _known[typeof(string)];
    public IGraphType Boolean => _known[typeof(bool)];
    public IGraphType Int => _known[typeof(int)];
    public IGraphType Id => _known[typeof(Guid)];

    /// <summary>The type of a member of a view, nullable as the member is.</summary>
    public IGraphType Of(PropertyInfo property) => Of(new NullabilityInfoContext().Create(property));

    public ViewType Of<TView>() => (ViewType)Of(typeof(TView));

    /// <summary>Makes the type of a view without members that are added by hand.</summary>
    public ViewType Define<TView>(params IReadOnlyCollection<string> without) => Define(typeof(TView), without);

    /// <summary>As of when a field is read, and what is below it.</summary>
    public IEnumerable<QueryArgument> OfMoments =>
        [GraphFields.Argument(Moments.AsOf, String, Moments.SaysAsOf), GraphFields.Argument(Moments.KnownAt, String, Moments.SaysKnownAt)];

    public static IGraphType Required(IGraphType type) => new NonNullGraphType(type);

    public static IGraphType ListOf(IGraphType type) => new ListGraphType(Required(type));

    private IGraphType Of(NullabilityInfo info)
    {
        var plain = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var type = Element(plain) is { } element ? ListOf(Of(element)) : Of(plain);
        return info.ReadState == NullabilityState.Nullable ? type : Required(type);
    }

    private IGraphType Of(Type type)
    {
        if (_known.TryGetValue(type, out var known)) return known;
        if (type.IsEnum) return Int;
        return Define(type, []);
    }

    private ViewType Define(Type type, IReadOnlyCollection<string> without)
    {
        var view = new ViewType(NameOf(type), _docs.Of(type));
        _known[type] = view;
        view.AddMembers(type.GetProperties().Where(p => !without.Contains(p.Name)), this, _docs);
        return view;
    }

    private EnumerationGraphType EnumOf(Type type)
    {
        var named = new EnumerationGraphType { Name = NameOf(type), Description = _docs.Of(type) };
        foreach (Enum value in Enum.GetValues(type)) named.Add(value.ToString(), value, _docs.Of(value));
        return named;
    }

    private static string NameOf(Type type) =>
        Names.GetValueOrDefault(type) ?? (type.Name.EndsWith("View", StringComparison.Ordinal) ? type.Name[..^4] : type.Name);

    private static Type? Element(Type type) => type == typeof(string) ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
}
