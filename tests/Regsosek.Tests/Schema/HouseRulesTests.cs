using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Regsosek.Api.Access;
using Regsosek.Api.Http;
using Regsosek.Data;

namespace Regsosek.Tests.Schema;

/// <summary>Rules about the code itself: who may take the registry, what an endpoint says.</summary>
[Collection(SharedHub.Name)]
public sealed class HouseRulesTests(TestHub hub)
{
    /// <summary>The hub's own work, under its own name and not a partner's: the start, the access log; and in folders of their own imports, rankings, assessments.</summary>
    private static readonly string[] OwnWork = ["FirstStart", "SummariseRun", "AccessLogWriter", "VerifyAccessLog"];
    private static readonly string[] OwnFolders = ["Regsosek.Api.Enumeration", "Regsosek.Api.Classification.Runs", "Regsosek.Api.Classification.Replay",
        "Regsosek.Api.Registers.Intake", "Regsosek.Api.Participation.Intake", "Regsosek.Api.Targeting.Assessing"];

    /// <summary>Parts of a verb, which hands its registry on to them.</summary>
    private static readonly string[] OfAVerb = ["AgreementFaults", "NewPartner"];

    [Fact]
    public void Only_readers_and_verbs_take_the_registry()
    {
        var takers = typeof(Api.Hub).Assembly.GetTypes().Where(Takes<Registry>).Select(Written).Distinct().ToList();
        Assert.Contains(takers, t => t.Name == "HouseholdReader");
        Assert.Contains(takers, t => t.Name == "ChangeAgreement");
        Assert.Empty(takers.Where(t => !MayTake(t)).Select(t => t.FullName));
    }

    private static bool MayTake(Type type) =>
        type.Name.EndsWith("Reader", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal)
        || (type is { IsAbstract: true, IsSealed: true } && type.GetMethod("Handle") is not null)
        || OwnFolders.Contains(type.Namespace) || OwnWork.Contains(type.Name) || OfAVerb.Contains(type.Name);

    /// <summary>Whether a constructor or a method of it, lambdas included, has such a parameter.</summary>
    private static bool Takes<T>(Type type)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetMembers(Any | BindingFlags.DeclaredOnly).OfType<MethodBase>()
            .SelectMany(m => m.GetParameters()).Any(p => typeof(T).IsAssignableFrom(p.ParameterType));
    }

    /// <summary>The type as it is written: the compiler puts lambdas into types of its own.</summary>
    private static Type Written(Type type) =>
        type.DeclaringType is { } outer && type.IsDefined(typeof(CompilerGeneratedAttribute)) ? Written(outer) : type;

    /// <summary>The rule can fail: an endpoint that takes the registry is told.</summary>
    [Fact]
    public void An_endpoint_that_takes_the_registry_is_told()
    {
        Assert.True(Takes<Registry>(typeof(PlantedEndpoints)));
        Assert.False(MayTake(typeof(PlantedEndpoints)));
    }

    private static class PlantedEndpoints
    {
        public static Task<int> Get(Registry registry) => Task.FromResult(registry.Households.Count());
    }

    [Fact]
    public void Every_endpoint_says_whom_it_needs_its_name_and_its_problems()
    {
        var endpoints = hub.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 15);
        Assert.All(endpoints, Says);
        Assert.Distinct(endpoints.Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName));
    }

    private static void Says(RouteEndpoint endpoint)
    {
        var needed = endpoint.Metadata.GetMetadata<Routes.Needed>();
        var problems = endpoint.Metadata.GetOrderedMetadata<Routes.Failing>().SelectMany(f => f.Problems).ToList();
        Assert.True(needed is null != endpoint.Metadata.GetMetadata<Routes.OpenToAll>() is null, "it needs a scope or is open");
        Assert.False(string.IsNullOrEmpty(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName), "it has a name");
        Assert.False(string.IsNullOrEmpty(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary), "it has a summary");
        Assert.Subset(Problems.All.ToHashSet(), problems.ToHashSet());
        if (needed is not null)
        {
            Assert.True(needed.Scope.Length == 0 || Scopes.All.Contains(needed.Scope), needed.Scope);
            Assert.Superset(new HashSet<Problem> { Problems.TokenMissing, Problems.ScopeMissing, Problems.TooManyRequests }, problems.ToHashSet());
        }

        // What every address with a name in it, and every address that takes a body, may answer.
        if (endpoint.RoutePattern.Parameters.Count > 0) Assert.Contains(Problems.NotFound, problems);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null) Assert.Contains(Problems.InvalidBody, problems);

        // What gives out families is charged, and on record or not given; models and runs are of nobody.
        if (!endpoint.RoutePattern.RawText!.StartsWith("/api/v1/classification/", StringComparison.Ordinal) && needed?.Scope is Scopes.RegistryRead or Scopes.EligibilityRead)
            Assert.Superset(new HashSet<Problem> { Problems.BudgetExhausted, Problems.LogUnavailable }, problems.ToHashSet());
    }
}
