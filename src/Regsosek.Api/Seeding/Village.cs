using System.Globalization;
using Regsosek.Data.Regions;

namespace Regsosek.Api.Seeding;

// A village as far as the demonstration needs one: its means and its size follow from its code alone.
internal sealed class Village
{
    private const int FamiliesPerSls = 90;
    private int _families;
    private int _buildings;
    private Building _building = new();
    private int _rooms;

    public Village(VillageSeat seat)
    {
        Hash = Chance.Hash(seat.Code);
        var chance = Chance.Of(Hash, 0);
        var isCity = seat.Code[3] >= '7';
        Seat = seat;
        Parts = seat.Code.Split('.');
        IsUrban = seat.Kind == RegionKind.Kelurahan;
        IsPapua = int.Parse(Parts[0], CultureInfo.InvariantCulture) >= 91;
        IsFishing = !IsUrban && chance.Happens(0.3);
        Size = IsUrban ? chance.Between(30, 90) : chance.Between(8, 30);
        Learning = (IsUrban ? 0.35 : -0.5) + (isCity ? 0.15 : -0.1);
        Welfare = (IsUrban ? 0.1 : IsPapua ? -0.4 : -0.2) + (isCity ? 0.1 : -0.1) - (IsPapua ? 0.15 : 0) + (0.2 * chance.Normal());
    }

    public VillageSeat Seat { get; }
    public ulong Hash { get; }
    public string[] Parts { get; }
    public string Regency => Parts[0] + Parts[1];
    public bool IsUrban { get; }
    public bool IsPapua { get; }

    // Lives of the water: sea, lake, river or pond, which the code does not tell.
    public bool IsFishing { get; }
    public int Size { get; }
    public double Learning { get; }
    public double Welfare { get; }

    // The next door along the street: mostly a house of its own, sometimes shared, in town at times one of a row of rooms to let.
    public Door Open(Chance chance)
    {
        var place = _families++;
        if (place % FamiliesPerSls == 0) (_buildings, _rooms) = (0, 0);
        if (_rooms-- <= 0)
        {
            _buildings++;
            _building = new Building { IsBoardingHouse = IsUrban && chance.Happens(0.012) };
            _rooms = _building.IsBoardingHouse ? chance.Between(2, 7) : chance.Happens(0.05) ? 1 : 0;
        }
        return new Door((place / FamiliesPerSls) + 1, (place % FamiliesPerSls) + 1, _buildings, _building);
    }
}

// 105, 110, 109 and the building that families behind other doors may share.
internal sealed record Door(int Sls, int Family, int Number, Building Building);

internal sealed class Building
{
    public bool IsBoardingHouse { get; init; }

    // The first family that was described in it: the next ones live under the same roof.
    public FamilyDraft? First { get; set; }
}
