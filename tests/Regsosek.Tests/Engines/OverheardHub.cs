using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Regsosek.Tests.Engines;

/// <summary>A hub whose SQL is heard. It is heard from the start: EF Core asks only now and then whether anybody listens.</summary>
public abstract class OverheardHub : TestHub, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly List<IDisposable> _hearing = [];

    protected OverheardHub() => _hearing.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>A command of this hub, before it is sent.</summary>
    protected abstract void Hear(DbCommand command);

    /// <summary>Whether a connection is to this hub's database: other hubs are heard too.</summary>
    protected virtual bool Owns(DbConnection connection) => Database.Owns(connection);

    public override ValueTask DisposeAsync()
    {
        foreach (var hearing in _hearing) hearing.Dispose();
        return base.DisposeAsync();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _hearing.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && Database is not null && Owns(data.Command.Connection!))
            Hear(data.Command);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
