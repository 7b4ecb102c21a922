using Quartz;
using Regsosek.Api.Classification.Replay;
using Regsosek.Api.Classification.Runs;
using Regsosek.Api.Exports;
using Regsosek.Api.Lists;
using Regsosek.Api.Participation.Intake;
using Regsosek.Api.Registers.Intake;
using Regsosek.Api.Targeting.Assessing;
using Regsosek.Data.Providers;

namespace Regsosek.Api.Operations;

/// <summary>Work in the background, kept in the hub's own database: what a crash cut short is taken up again. Nodes on one PostgreSQL or SQL Server share it;
/// SQLite has one node.</summary>
internal static class Jobs
{
    /// <summary>After which a statement that met another writer's is tried again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(250);

    /// <summary>Hands a piece of work to the scheduler, once: what is there already under its name stays. After a crash it is begun again.</summary>
    public static async Task Begin<TJob, TKey>(this ISchedulerFactory schedulers, TKey key, string name, CancellationToken stop)
        where TJob : IJob<TKey> =>
        await (await schedulers.GetScheduler(stop)).ScheduleJob<TJob, TKey>(key, TimeSpan.Zero,
            new() { Name = name, RequestRecovery = true, OnConflict = TriggerConflict.Keep }, stop);

    public static void AddJobs(this IServiceCollection services, Engine engine, string connection, ClassificationSettings classification, ExportSettings exports)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store => Keep(store, engine, connection));
            quartz.ScheduleJob<ResumeDeliveries>(trigger => trigger.WithIdentity("resume deliveries")
                .WithCronSchedule(ResumeDeliveries.Often, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            quartz.ScheduleJob<DueAssessments>(trigger => trigger.WithIdentity("due assessments")
                .WithCronSchedule(DueAssessments.Often, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            quartz.ScheduleJob<ForgetFacts>(trigger => trigger.WithIdentity("forget")
                .WithCronSchedule(ForgetFacts.Nightly, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            quartz.ScheduleJob<SweepJob>(trigger => trigger.WithIdentity("sweep exports")
                .WithCronSchedule(exports.SweepAt, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            quartz.ScheduleJob<SweepListsJob>(trigger => trigger.WithIdentity("sweep lists")
                .WithCronSchedule(exports.SweepAt, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            if (classification.ReplaySample > 0)
            {
                quartz.ScheduleJob<ReplayJob>(trigger => trigger.WithIdentity("replay")
                    .WithCronSchedule(classification.ReplayAt, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            }
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = false);
    }

    private static void Keep(IPersistentStoreBuilder store, Engine engine, string connection)
    {
        store.ProvisionSchema();
        store.ConfigureStore(o =>
        {
            o.UseBackgroundThreads = true;
            (o.TransientRetryInterval, o.DbRetryInterval) = (Again, Again);
        });
        switch (engine)
        {
            case Engine.Sqlite:
                store.UseSqlite(connection);
                break;
            case Engine.PostgreSql:
                store.UsePostgres(connection);
                store.UseClustering();
                break;
            default:
                store.UseSqlServer(connection);
                store.UseClustering();
                break;
        }
    }
}
