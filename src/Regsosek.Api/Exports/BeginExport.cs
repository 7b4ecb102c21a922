using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regsosek.Api.Access;
using Regsosek.Api.AccessLog;
using Regsosek.Api.AsOf;
using Regsosek.Api.Http;
using Regsosek.Data;
using Regsosek.Data.Exports;

namespace Regsosek.Api.Exports;

/// <summary>A client has a list made into files. What it may see now, and the instant, are kept with it; the job makes the rest.</summary>
public static class BeginExport
{
    public static async Task<IResult> Handle(
        ExportRequest request, HttpContext http, Registries registries, ReadingScopes scopes, Caller caller, ReadContext reading, AccessLogWriter log,
        ExportSchedule schedule, ExportSettings settings, TimeProvider clock, CancellationToken stop)
    {
        if (request.Fault() is { } fault) return fault;
        if (!caller.Scopes.Contains(HouseholdExport.Scope)) return Problems.Scope(HouseholdExport.Scope);
        var moment = Moments.Of(request.Query.GetValueOrDefault(Moments.AsOf), request.Query.GetValueOrDefault(Moments.KnownAt), Moments.Whole(clock.GetUtcNow()), clock);
        FieldGroups groups;
        await using (var scope = scopes.For(caller, moment, reading))
            groups = await scope.ServiceProvider.GetRequiredService<HouseholdExport>().Check(request.Texts, ExportRequest.Formats[request.Format], stop);
        if (await log.Used(caller.AgreementKey) >= caller.Budget) return Problems.BudgetExhausted;

        var (export, problem) = await Write(registries, request, caller, reading.RequestId, groups, settings, clock, stop);
        if (export is null) return problem!;
        await schedule.CarryOn(export, stop);
        return ExportEndpoints.Begun(http, ExportView.Of(export));
    }

    /// <summary>While its row is written nobody changes families, so that what is known at its instant is what is there.</summary>
    private static async Task<(Export? Export, Problem? Problem)> Write(
        Registries registries, ExportRequest request, Caller caller, string requestId, FieldGroups groups, ExportSettings settings, TimeProvider clock,
        CancellationToken stop)
    {
        await using var registry = registries.For(Caller.System("exports"));
        await using var transaction = await registry.Database.BeginTransactionAsync(stop);
        await KeyBlocks.Take(registry, KeyBlocks.Families, 1, stop);
        var key = await KeyBlocks.Take(registry, "exports", 1, stop);
        var mark = request.Mark(caller.ClientId, caller.AgreementKey, caller.Purpose, caller.EndUser);
        if (await registry.Exports.AsNoTracking().Include(x => x.Parts).SingleOrDefaultAsync(x => x.Open == mark, stop) is { } same) return (same, null);
        var now = Moments.Whole(clock.GetUtcNow());
        if (await registry.Exports.CountAsync(x => x.Client == caller.ClientId && (x.ExpiresAt > now.UtcDateTime || x.State == ExportState.Building), stop) >= settings.PerClient)
            return (null, Problems.TooManyExports);
        var texts = request.Query;
        var moment = Moments.Of(texts.GetValueOrDefault(Moments.AsOf), texts.GetValueOrDefault(Moments.KnownAt), now, clock);
        var export = new Export
        {
            Key = key,
            Id = Guid.CreateVersion7(now),
            Client = caller.ClientId,
            AgreementKey = caller.AgreementKey,
            AgreementVersion = caller.AgreementVersion,
            Purpose = caller.Purpose,
            EndUser = caller.EndUser,
            Terms = ExportTerms.Of(caller, Scopes.ExportsRead, HouseholdExport.Scope).Write(),
            RequestId = requestId,
            Reader = request.Reader,
            Format = request.Format,
            Gzip = request.Gzip,
            Query = JsonSerializer.Serialize(request.Texts),
            Groups = groups,
            Day = moment.Day,
            KnownAt = moment.KnownAt,
            AsOf = moment.Named,
            Open = mark,
            RecordedAt = now.UtcDateTime,
            ExpiresAt = (now + settings.KeepFor).UtcDateTime,
        };
        registry.Exports.Add(export);
        await registry.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (export, null);
    }
}
