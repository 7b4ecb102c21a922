using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Timeouts;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Api.Cases;
using Regsosek.Api.Classification;
using Regsosek.Api.Classification.Compare;
using Regsosek.Api.Classification.Explain;
using Regsosek.Api.Classification.Replay;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Exports;
using Regsosek.Api.Graph;
using Regsosek.Api.Households;
using Regsosek.Api.Http;
using Regsosek.Api.Lists;
using Regsosek.Api.Operations;
using Regsosek.Api.Participation;
using Regsosek.Api.Participation.Intake;
using Regsosek.Api.Partners;
using Regsosek.Api.Programmes;
using Regsosek.Api.Programmes.Publication;
using Regsosek.Api.Protection;
using Regsosek.Api.Reference;
using Regsosek.Api.Regions;
using Regsosek.Api.Registers;
using Regsosek.Api.Rules;
using Regsosek.Api.Seeding;
using Regsosek.Api.Settings;
using Regsosek.Api.Statistics;
using Regsosek.Api.Targeting;
using Regsosek.Data;
using Regsosek.Data.Protection;
using Regsosek.Data.Providers;

namespace Regsosek.Api;

/// <summary>The hub put together: what it needs, and the order in which a request passes.</summary>
public static class Hub
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The reference documents, beside the binary.</summary>
    public static string Schema => Path.Combine(AppContext.BaseDirectory, "schema");

    /// <param name="also">Services of a program that runs a hub of its own, such as the benchmarks.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultUrl);
        var settings = HubSettings.Read(builder.Configuration);
        builder.WebHost.UseHardenedKestrel(settings.Of<LimitSettings>());
        builder.AddOperations(settings.Of<OperationsSettings>());
        Add(builder.Services, settings, builder.Environment);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        app.Services.StartTelemetry();

        // A reference document that is wrong stops the start, not the first request.
        _ = (app.Services.GetRequiredService<ProgrammeCatalogue>(), app.Services.GetRequiredService<HouseholdFilters>(), app.Services.GetRequiredService<TargetingFlags>());
        Use(app);
        return app;
    }

    private static void Add(IServiceCollection services, HubSettings settings, IHostEnvironment environment)
    {
        settings.AddTo(services);
        var keys = Keys.Load(settings.Of<KeySettings>(), environment);
        var engine = settings.Of<DatabaseSettings>().Provider;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(keys);
        services.AddSingleton(_ => new Seal(keys));
        services.AddHostedService<KeyWatch>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<Cursors>();
        services.AddSingleton(sp => new Registries(engine, Database.Connection(settings), sp.GetRequiredService<TimeProvider>(), o =>
        {
            o.AddInterceptors(SqlTelemetry.Instance);
            if (settings.Of<DatabaseSettings>().MaxBatchSize is { } most) o.Batches(engine, most);
        }));
        services.AddTokens(settings.Of<AuthSettings>(), engine, environment);
        services.AddScoped(engine.RegistryType(), sp => sp.GetRequiredService<Registries>().For(Caller.System("token server")));

        // Reference documents, read and checked once.
        services.AddSingleton(DataDictionary.Load(Schema));
        services.AddSingleton(Facts.Load(Schema));
        services.AddSingleton(sp => ProgrammeCatalogue.Load(Path.Combine(Schema, "programmes"), sp.GetRequiredService<Facts>()));
        services.AddSingleton(sp => new ModelDocuments(Schema, sp.GetRequiredService<DataDictionary>()));
        services.AddSingleton<PublishedModels>();
        services.AddSingleton<IReadOnlyList<WelfareScheme>>(
            [WelfareScheme.Load(Path.Combine(Schema, "scoring", "schemes", "regsosek-1.json")),
                WelfareScheme.Load(Path.Combine(Schema, "scoring", "schemes", "seed-3.json"))]);
        services.AddSingleton(sp => new Fields<HouseholdView>(sp.GetRequiredService<DataDictionary>(), "family"));
        services.AddSingleton(sp => new Fields<MemberView>(sp.GetRequiredService<DataDictionary>(), "person"));
        services.AddSingleton<HouseholdFilters>();

        // The caller of a request, and what he reads through.
        services.AddSingleton<CurrentClients>();
        services.AddSingleton<Callers>();
        services.AddScoped<CallerSlot>();
        services.AddScoped(sp => sp.GetRequiredService<CallerSlot>().Caller);
        services.AddScoped<MomentSlot>();
        services.AddScoped(sp => sp.GetRequiredService<Registries>().For(sp.GetRequiredService<Caller>(), sp.GetRequiredService<MomentSlot>().Lease()));
        services.AddScoped<Identities>();
        services.AddScoped<Disclosure>();
        services.AddScoped<ReadContext>();
        services.AddSingleton<AccessLogWriter>();
        services.AddHostedService(sp => sp.GetRequiredService<AccessLogWriter>());
        services.AddSingleton<ExportAccessLog>();
        services.AddSingleton<ArchiveAccessLog>();
        services.AddHostedService(sp => sp.GetRequiredService<ArchiveAccessLog>());
        services.AddSingleton<RunReader>();
        services.AddSingleton<KnownRegions>();
        services.AddSingleton<MissGuard>();
        services.AddSingleton<SeedRegion>();
        services.AddScoped<HouseholdReader>();
        services.AddScoped<MemberReader>();
        services.AddSingleton<CompiledQueries>();
        services.AddScoped<HouseholdQueries>();
        services.AddScoped<LookupReader>();
        services.AddScoped<RegionReader>();
        services.AddScoped<MeReader>();
        services.AddScoped<AgreementReader>();
        services.AddScoped<EffectReader>();
        services.AddScoped<ClassificationReader>();
        services.AddScoped<ExplanationReader>();
        services.AddScoped<ModelReader>();
        services.AddScoped<RunListReader>();
        services.AddSingleton<ComparisonReader>();
        services.AddSingleton<RunSchedule>();
        services.AddHostedService<ResumeRuns>();
        services.AddExports();
        services.AddPublication();
        services.AddLists();
        services.AddJobs(engine, Database.Connection(settings), settings.Of<ClassificationSettings>(), settings.Of<ExportSettings>());
        services.AddScoped<FamilyReader>();
        services.AddScoped<EligibilityReader>();
        services.AddSingleton<EligibleShape>();
        services.AddSingleton<EligiblePlaceQueries>();
        services.AddScoped<EligibleReader>();
        services.AddScoped<RegisterReader>();
        services.AddScoped<AccessLogReader>();
        services.AddSingleton<Classify>();
        services.AddSingleton<ReplayRun>();
        services.AddSingleton<Dimensions>();
        services.AddSingleton<Rounding>();
        services.AddSingleton<CountedAnswers>();
        services.AddSingleton<SummariseRun>();
        services.AddSingleton<ProvinceMap>();
        services.AddScoped<StatisticsReader>();

        services.AddScoped<ParticipationRights>();
        services.AddScoped<DeliveryReader>();
        services.AddScoped<ReceiptReader>();
        services.AddScoped<TotalsReader>();
        services.AddSingleton<TakeIn>();
        services.AddSingleton<DeliverySchedule>();
        services.AddHostedService<ResumeDeliveries>();
        services.AddTargeting();
        services.AddCases();

        services.AddSingleton<RateLimits>();
        services.AddOpenApi();
        services.AddGraph();

        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddProblemDetails();
        services.AddExceptionHandler<Failures>();
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in Json.Web.Converters) json.SerializerOptions.Converters.Add(converter);
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.AddProxies(settings.Of<ProxySettings>());
        services.AddCrossOrigin(settings.Of<CorsSettings>());
        services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = settings.Of<LimitSettings>().Timeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Of<LimitSettings>().StopWithin);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    private static void Use(WebApplication app)
    {
        app.UseProxies();
        app.UseRequestIds();
        app.UseTraces();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(Failures.Bare);
        app.RequireHttps();
        app.UseAddressLimit(app.Services.GetRequiredService<LimitSettings>());
        app.UseHead();
        app.Use(GraphPage.ForBrowsers);
        app.UseRouting();
        app.UseCrossOrigin();
        app.UsePatience(TimeProvider.System);
        app.UseRequestTimeouts();
        app.Use(app.Services.GetRequiredService<RateLimits>().Apply);

        // The token endpoint and the public keys answer here, so that all of the above holds for them too.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/connect") || http.Request.Path.StartsWithSegments("/.well-known"), tokens => tokens.UseAuthentication());

        // The gate asks the bearer scheme itself: the token server need not look at every request, which the host would have it do.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseMiddleware<Gate>();
        app.Use(ReadContext.Of);
        app.Use(MomentRoutes.Read);

        app.MapHealth();
        app.MapRegions();
        app.MapReference();
        app.MapMe();
        app.MapHouseholds();
        app.MapClassifications();
        app.MapModels();
        app.MapRuns();
        app.MapStatistics();
        app.MapLookup();
        app.MapParticipation();
        app.MapTargeting();
        app.MapCases();
        app.MapProgrammes();
        app.MapPublication();
        app.MapRegisters();
        app.MapExports();
        app.MapLists();
        app.MapAgreements();
        app.MapAccessLog();
        app.MapGraph();
        app.RefuseUndeclared();
        app.UseOpenApi();
    }
}
