using System.Text.Json;
using System.Text.Unicode;
using Regsosek.Api.Reference;
using Regsosek.Api.Rules;
using Regsosek.Data.Households;
using Regsosek.Data.Protection;

namespace Regsosek.Api.Enumeration;

/// <summary>What an import takes for given.</summary>
/// <param name="Source">Name under which the families are kept.</param>
/// <param name="AllowDemo">Numbers of the district 99 are welcome.</param>
/// <param name="Today">Day of the import: nothing is observed after it.</param>
public sealed record ImportTerms(string Source, bool AllowDemo, DateOnly Today);

/// <summary>Reads rows of one profile. It keeps its buffers from row to row, so one reader serves one thread.</summary>
internal sealed class FormReader
{
    private static readonly DateOnly FirstVisit = new(2000, 1, 1), FirstBirth = new(1900, 1, 1);
    private readonly Profile _profile;
    private readonly ImportTerms _terms;
    private readonly Places _places;
    private readonly Seal _seal;
    private readonly ReadingPlan<Household> _family;
    private readonly ReadingPlan<Person> _person;
    private readonly int _village, _sourceId;
    private readonly int[] _observedOn, _card, _nik;
    private readonly Func<int, string> _nikAt;
    private readonly string _cardAt;
    private readonly RowCells _cells;
    private readonly RowContent _content;
    private readonly FormChecks _checks;
    private bool _holdsDemoNumbers;

    public FormReader(Profile profile, ImportTerms terms, Places places, DataDictionary dictionary, Facts facts, Seal seal)
    {
        (_profile, _terms, _places, _seal) = (profile, terms, places, seal);
        _family = new("family", profile.Family, dictionary);
        _person = new("person", profile.Person, dictionary);
        _sourceId = _family.Names.Add(profile.SourceId);
        _village = _family.Names.Add(profile.Village);
        _observedOn = [.. profile.ObservedOn.Select(_family.Names.Add)];
        _card = _family.PlacesOf("familyCard");
        _nik = _person.PlacesOf("nik");
        _cardAt = $"/{_family.FieldOf("familyCard")}";
        _nikAt = place => $"/{profile.Members}/{place}/{_person.FieldOf("nik")}";
        _cells = new(_family.Names, _person.Names, profile.Members);
        _content = new(_family.Names, _person.Names);
        _checks = new(_family, _person, dictionary, facts);
    }

    public FamilyRow Read(in SourceLine line)
    {
        var faults = new Faults(_profile.Members);
        List<Person> members = [];
        _holdsDemoNumbers = false;
        var text = line.Text.Span;
        var household = Read(line, members, faults, out var hash);
        return new()
        {
            Line = line.Number,
            Household = faults.HasErrors ? null : household,
            HoldsDemoNumbers = _holdsDemoNumbers,
            Members = members,
            Faults = faults.Found,
            ContentHash = hash,
            Sealed = RawRow.Close(_seal, text),
            NikAt = _nikAt,
            CardAt = _cardAt,
        };
    }

    private Household? Read(in SourceLine line, List<Person> members, Faults faults, out byte[] hash)
    {
        var text = line.Text.Span;
        try
        {
            if (line.Broken is { } broken) faults.Add(broken);
            else if (!Utf8.IsValid(text)) faults.Add(Checks.NotUtf8);
            else
            {
                _cells.Read(text, faults);
                hash = _seal.Digest(_content.Of(text, _cells));
                return ReadFamily(text, hash, members, faults);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // the second: half a surrogate pair in an escape
        {
            faults.Add(Checks.MalformedJson);
        }

        hash = _seal.Digest(text);
        return null;
    }

    private Household ReadFamily(ReadOnlySpan<byte> text, byte[] hash, List<Person> members, Faults faults)
    {
        var sheet = new SourceSheet(text, _cells.Family, Faults.Family, faults);
        var place = ReadPlace(sheet);
        var household = new Household
        {
            Source = _terms.Source,
            SourceId = "",
            ContentHash = hash,
            ProvinceCode = place?.Province ?? "",
            RegencyCode = place?.Regency ?? "",
            DistrictCode = place?.District ?? "",
            VillageCode = place?.Village ?? "",
        };
        _family.Read(sheet, household);
        household.ObservedOn = household.ValidFrom = ReadVisit(sheet, household);
        if (NumberReading.Read(sheet, _card, _terms, _places, FamilyCardNumber.HasDate, _family.FieldOf("familyCard")!) is { } card)
        {
            _holdsDemoNumbers |= card.IsDemo;
            household.FamilyCardHash = _seal.Hash(card.Number);
            household.FamilyCardSealed = _seal.Close(card.Number);
        }

        ReadMembers(text, household, members, faults);
        household.SourceId = SourceIds.Of(sheet.Answered([_sourceId]) >= 0 ? sheet.Exact(_sourceId) ?? "" : null, household, _seal);
        if (!SourceIds.IsUsable(household.SourceId)) faults.Add(Checks.SourceIdTooLong, _profile.SourceId);
        household.BuildingGroup = SourceIds.Building(household, _seal);
        _checks.Run(new Interviewed(household, members), faults);
        return household;
    }

    private Place? ReadPlace(in SourceSheet sheet)
    {
        if (sheet.Exact(_village) is not { } code)
        {
            sheet.Add(Checks.VillageMissing, _profile.Village);
            return null;
        }

        var place = _places.Village(code);
        if (place is null) sheet.Add(Checks.VillageUnknown, _profile.Village);
        return place;
    }

    private DateOnly ReadVisit(in SourceSheet sheet, Household household)
    {
        if (household.EnumeratedOn is { } visited && !CanBeVisit(visited)) sheet.Add(Checks.DateImpossible, _family.FieldOf("enumeratedOn")!);
        if (household.CheckedOn is { } seen && !CanBeVisit(seen)) sheet.Add(Checks.DateImpossible, _family.FieldOf("checkedOn")!);
        if (sheet.Answered(_observedOn) is var place && place < 0)
        {
            sheet.Add(Checks.NoObservationDate, _profile.ObservedOn[0]);
            return _terms.Today;
        }

        if (sheet.TryDate(place, out var visit) && CanBeVisit(visit)) return visit;
        sheet.Add(Checks.DateImpossible, _family.Names[place]);
        return _terms.Today;
    }

    private bool CanBeVisit(DateOnly day) => day >= FirstVisit && day <= _terms.Today;

    private void ReadMembers(ReadOnlySpan<byte> text, Household household, List<Person> members, Faults faults)
    {
        if (!_cells.HasMembers) faults.Add(Checks.NoMembers, _profile.Members);
        for (var i = 0; i < _cells.MemberCount; i++)
        {
            var person = ReadMember(new SourceSheet(text, _cells.Member(i), i, faults), household);
            if (_person.FieldOf("orderNumber") is null) person.OrderNumber = (short)(i + 1);
            if (person.IsPresent) household.MemberCount++;
            members.Add(person);
        }

        if (_cells.HasMembers && household.MemberCount == 0) faults.Add(Checks.NobodyPresent, _profile.Members);
    }

    private Person ReadMember(in SourceSheet sheet, Household household)
    {
        var person = new Person { Source = _terms.Source, ObservedOn = household.ObservedOn, ValidFrom = household.ValidFrom };
        _person.Read(sheet, person);
        person.Presence ??= MemberPresence.WithFamily;
        if (person.BirthDate is { } born && (born < FirstBirth || born > household.ObservedOn))
            sheet.Add(Checks.DateImpossible, _person.FieldOf("birthDate")!);
        if (NumberReading.Read(sheet, _nik, _terms, _places, Nik.HasDate, _person.FieldOf("nik")!) is not { } nik)
        {
            if (_nik.Length > 0 && sheet.Answered(_nik) < 0 && person.IsPresent) sheet.Add(Checks.NikPending, _person.FieldOf("nik")!);
            return person;
        }

        _holdsDemoNumbers |= nik.IsDemo;
        if (!Nik.Agrees(nik.Number, person.Sex, person.BirthDate)) sheet.Add(Checks.NikBirthMismatch, _person.FieldOf("nik")!);
        person.NikHash = _seal.Hash(nik.Number);
        person.NikSealed = _seal.Close(nik.Number);
        return person;
    }
}
