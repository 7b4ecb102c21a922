using Regsosek.Api.Http;

namespace Regsosek.Api.Lists;

/// <summary>Gives up a list that is being built, or deletes one, frozen or not. Who carries it on sees so at the next step, which it then can't write.</summary>
public static class DeleteList
{
    public static async Task<IResult> Handle(Guid id, ListReader lists, EndList end, CancellationToken stop)
    {
        if (await lists.Find(id, stop) is not { } list) return Problems.NotFound;
        await end.Delete(list, stop);
        return Results.NoContent();
    }
}
