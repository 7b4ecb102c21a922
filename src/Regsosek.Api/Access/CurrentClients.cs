using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regsosek.Data;
using Regsosek.Data.Partners;

namespace Regsosek.Api.Access;

/// <summary>A client with its agreement as they are now. Requests of one client that wait while a read is under way share the next one, never the
/// one that began before they came: a change holds from the next request on, whichever process made it.</summary>
public sealed class CurrentClients(Registries registries)
{
    private static readonly Caller Reading = Caller.System("find the agreement");
    private static readonly ConditionalWeakTable<IModel, Func<Registry, string, Task<Client?>>> Compiled = [];
    private readonly ConcurrentDictionary<string, Line> _lines = new();

    /// <summary>Null when there is none. What is given is shared: nobody may change it.</summary>
    public async Task<Client?> Find(string clientId)
    {
        var line = _lines.GetOrAdd(clientId, _ => new());
        if (line.Join() is { } shared) return await shared;
        try
        {
            return await Read(clientId);
        }
        finally
        {
            if (line.Leave() is { } waiting) _ = Serve(clientId, line, waiting);
        }
    }

    private async Task Serve(string clientId, Line line, TaskCompletionSource<Client?> waiting)
    {
        for (TaskCompletionSource<Client?>? next = waiting; next is not null; next = line.Leave())
        {
            try
            {
                next.SetResult(await Read(clientId));
            }
            catch (Exception fault)
            {
                next.SetException(fault);
            }
        }
    }

    private async Task<Client?> Read(string clientId)
    {
        await using var registry = registries.For(Reading);
        return await Compiled.GetValue(registry.Model, static _ => EF.CompileAsyncQuery((Registry db, string id) =>
            db.Clients.AsNoTracking().Include(c => c.Agreement.Partner).FirstOrDefault(c => c.ClientId == id)))(registry, clientId);
    }

    /// <summary>Who waits for the next read of one client.</summary>
    private sealed class Line
    {
        private readonly Lock _gate = new();
        private bool _reading;
        private TaskCompletionSource<Client?>? _next;

        /// <summary>The read to wait for; null when there is none under way, and the one who asks begins it.</summary>
        public Task<Client?>? Join()
        {
            lock (_gate)
            {
                if (_reading) return (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                _reading = true;
                return null;
            }
        }

        /// <summary>A read has ended: those who waited for the next one, if any.</summary>
        public TaskCompletionSource<Client?>? Leave()
        {
            lock (_gate)
            {
                var waiting = _next;
                _next = null;
                _reading = waiting is not null;
                return waiting;
            }
        }
    }
}
