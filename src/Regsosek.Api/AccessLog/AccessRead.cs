using Regsosek.Data;
using Regsosek.Data.AccessLog;

namespace Regsosek.Api.AccessLog;

/// <summary>One read on its way into the log: who, through what, and which subjects (family keys, or hashes of asked NIKs) with the persons
/// each stands for.</summary>
internal sealed record AccessRead(
    Caller Caller, string RequestId, string Surface, string Shape, FieldGroups Fields, int Families, IReadOnlyDictionary<long, int> Subjects)
{
    public static readonly IReadOnlyDictionary<long, int> Nothing = new Dictionary<long, int>();

    // The request goes on by itself: the writer has other reads to write.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks only what is used of the budget; leaves no entry.</summary>
    public bool IsQuestion => Surface.Length == 0;

    /// <summary>Persons the agreement had been charged before this read.</summary>
    public long Used { get; set; }

    /// <summary>Completes when the entry is durable; fails when it is not, and then nothing may leave.</summary>
    public Task Durable => _done.Task;

    /// <summary>Made where the request runs, so that the one writer has less to do; it lacks what only the writer knows.</summary>
    public AccessEntry Entry { get; } = new()
    {
        RequestId = RequestId,
        Client = Caller.ClientId,
        AgreementKey = Caller.AgreementKey,
        Agreement = $"{Caller.AgreementCode}@{Caller.AgreementVersion}",
        Purpose = Caller.Purpose,
        EndUser = Caller.EndUser,
        Surface = Surface,
        Shape = Shape.Length > 2000 ? Shape[..2000] : Shape,
        Fields = Fields,
        Families = Families,
        Persons = Subjects.Values.Sum(),
        Subjects = PackedSubjects.Pack(Subjects),
        Hash = [],
    };

    public void Done() => _done.TrySetResult();

    public void Fail(Exception why) => _done.TrySetException(why);
}
