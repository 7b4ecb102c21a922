using System.Reflection;
using Regsosek.Api.Reference;
using Regsosek.Data.Households;

namespace Regsosek.Tests.Reference;

/// <summary>The data dictionary and the C# model say the same, and clients can read it.</summary>
[Collection(SharedHub.Name)]
public sealed class DictionaryTests(TestHub hub)
{
    private static readonly DataDictionary Dictionary = DataDictionary.Load(Api.Hub.Schema);

    public static TheoryData<string> Lists => [.. Dictionary.CodeLists.Keys];

    [Theory]
    [InlineData("family", typeof(HouseholdAnswers), 86)]
    [InlineData("person", typeof(PersonAnswers), 49)]
    public void Every_variable_is_a_typed_member_and_every_member_a_variable(string unit, Type answers, int count)
    {
        var variables = Dictionary.Variables.Where(v => v.Unit == unit).ToList();
        Assert.Equal(count, variables.Count);
        var members = answers.GetProperties().ToDictionary(p => p.Name);
        foreach (var variable in variables.Where(v => v.Stored == "answers"))
        {
            Assert.True(members.Remove(char.ToUpperInvariant(variable.Name[0]) + variable.Name[1..], out var member), variable.Name);
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (variable.CodeList is null) Assert.False(type.IsEnum, variable.Name);
            else Assert.Equal(char.ToUpperInvariant(variable.CodeList[0]) + variable.CodeList[1..], type.Name);
        }

        Assert.Empty(members);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_code_is_a_member_of_its_enum(string list)
    {
        var type = typeof(HouseholdAnswers).Assembly.GetType($"Regsosek.Data.Households.{char.ToUpperInvariant(list[0])}{list[1..]}")!;
        Assert.Equal(type.GetCustomAttribute<FlagsAttribute>() is not null, Dictionary.Variables.Any(v => v.CodeList == list && v.Type == "sum"));
        foreach (var code in Dictionary.CodeLists[list].Codes)
            Assert.Equal(code.Name, Enum.GetName(type, Enum.ToObject(type, code.Value)));
    }

    [Fact]
    public void Every_variable_names_its_class_group_and_labels() => Assert.All(Dictionary.Variables, v =>
    {
        Assert.Contains(v.DataClass, new[] { "general", "specific" });
        Assert.NotEmpty(v.En);
        Assert.NotEmpty(v.Id);
        _ = v.FieldGroup;
    });

    [Fact]
    public async Task The_dictionary_and_its_lists_are_public()
    {
        Assert.Equal(Dictionary.Variables.Count, (await hub.Anyone().Json("/api/v1/reference")).GetProperty("variables").GetArrayLength());
        var floors = await hub.Anyone().Json("/api/v1/reference/floorMaterial");
        Assert.Contains(floors.GetProperty("codes").EnumerateArray(), c => c.GetProperty("code").GetInt32() == 8 && c.GetProperty("id").GetString() == "Tanah");
        using var none = await hub.Anyone().GetAsync("/api/v1/reference/none");
        await none.ShouldBe(404, "not-found");
    }
}
