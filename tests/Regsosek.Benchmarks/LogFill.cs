using System.CommandLine;
using System.Diagnostics;
using Regsosek.Api.AccessLog;
using Regsosek.Data;
using Regsosek.Data.AccessLog;
using Regsosek.Data.Providers;

namespace Regsosek.Benchmarks;

/// <summary>log-fill: makes a long access log through the chain and the store of the hub, for the verb accesslog verify to be measured on.</summary>
internal static class LogFill
{
    private const int Batch = 8192;

    public static Command Command()
    {
        var engine = new Option<Engine>("--engine") { Required = true };
        var connection = new Option<string>("--connection") { Required = true };
        var entries = new Option<long>("--entries") { DefaultValueFactory = _ => 10_000_000 };
        var command = new Command("log-fill", "Adds entries to an access log: nine of ten of one family, one of ten a page of fifty.")
        { engine, connection, entries };
        command.SetAction(parsed =>
        {
            var start = Stopwatch.GetTimestamp();
            using var store = AccessStore.Open(
                new Registries(parsed.GetValue(engine), parsed.GetValue(connection)!, TimeProvider.System), TimeSpan.FromSeconds(1));
            var segment = new OpenSegment(store.Tail());
            for (long left = parsed.GetValue(entries), i = 0; left > 0; left -= Batch)
            {
                var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(i);
                var batch = new List<AccessEntry>(Batch);
                List<ClosedSegment> closed = [];
                for (var n = Math.Min(left, Batch); n > 0; n--, i++)
                {
                    batch.Add(Entry(i));
                    if (segment.Add(batch[^1], now) is { } full) closed.Add(full);
                }

                store.Append(batch, closed);
            }

            Console.WriteLine($"{parsed.GetValue(entries):N0} entries in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        });
        return command;
    }

    private static AccessEntry Entry(long i)
    {
        var families = i % 10 == 0 ? 50 : 1;
        var first = (i * 7919 % 1_000_000) + 1;
        var subjects = Enumerable.Range(0, families).ToDictionary(n => first + n, _ => 4);
        return new()
        {
            RequestId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMilliseconds(i)).ToString("n"),
            Client = "kemensos",
            AgreementKey = 1,
            Agreement = "kemensos@3",
            Purpose = "social-assistance",
            Surface = families == 1 ? "GET /api/v1/households/{id:guid}" : "GET /api/v1/households/",
            Shape = families == 1 ? "" : "limit=50 region=91.71",
            Fields = FieldGroups.All,
            Families = families,
            Persons = families * 4,
            Subjects = PackedSubjects.Pack(subjects),
            Hash = [],
        };
    }
}
