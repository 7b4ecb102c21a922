namespace Regsosek.Api.Seeding;

// The villages of the region, drawn by size. Sorted, so that the order in which they come does not matter.
internal sealed class Settlement
{
    private readonly Village[] _villages;
    private readonly int[] _upTo;

    public Settlement(IReadOnlyList<VillageSeat> seats)
    {
        _villages = [.. seats.OrderBy(seat => seat.Code, StringComparer.Ordinal).Select(seat => new Village(seat))];
        _upTo = new int[_villages.Length];
        var sum = 0;
        for (var i = 0; i < _villages.Length; i++) _upTo[i] = sum += _villages[i].Size;
    }

    public Village Draw(Chance chance)
    {
        var place = Array.BinarySearch(_upTo, chance.Between(1, _upTo[^1]));
        return _villages[place < 0 ? ~place : place];
    }
}
