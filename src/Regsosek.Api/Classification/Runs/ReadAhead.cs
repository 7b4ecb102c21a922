using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Regsosek.Api.Classification.Runs;

/// <summary>Reads on another task, a little ahead, so that who reads and who writes do not wait for each other.</summary>
internal static class ReadAhead
{
    /// <param name="most">Items that may wait to be taken.</param>
    public static async IAsyncEnumerable<T> Of<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> source, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        var items = Channel.CreateBounded<T>(most);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var reading = Task.Run(() => Fill(source(ended.Token), items.Writer, ended.Token), CancellationToken.None);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(stop)) yield return item;
        }
        finally
        {
            await ended.CancelAsync();
            await reading;
        }
    }

    private static async Task Fill<T>(IAsyncEnumerable<T> source, ChannelWriter<T> to, CancellationToken stop)
    {
        try
        {
            await foreach (var item in source.WithCancellation(stop)) await to.WriteAsync(item, stop);
            to.Complete();
        }
        catch (Exception fault)
        {
            to.Complete(fault);
        }
    }
}
