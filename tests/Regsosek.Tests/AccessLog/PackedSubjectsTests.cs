using CsCheck;
using Regsosek.Data.AccessLog;

namespace Regsosek.Tests.AccessLog;

public sealed class PackedSubjectsTests
{
    private static readonly Gen<Dictionary<long, int>> Subjects = Gen.Dictionary(Gen.OneOf(Gen.Long, Gen.Long[1, 1000]), Gen.Int[0, 30])[0, 600];

    [Fact]
    public void What_is_packed_is_read_again_ascending() => Subjects.Sample(subjects =>
    {
        var read = PackedSubjects.Read(PackedSubjects.Pack(subjects)).ToList();
        return read.SequenceEqual(subjects.OrderBy(s => s.Key).Select(s => (s.Key, s.Value)));
    });

    [Fact]
    public void The_index_finds_every_entry_that_touched_a_subject_and_no_other() =>
        Gen.Select(Gen.Long[-5, 40], Gen.Int[0, 4095]).List[0, 500].Sample(touched =>
        {
            var all = touched.Distinct().ToList();
            var postings = PackedPostings.Pack(1, [.. all]).ToDictionary(p => p.Bucket, p => p.Postings);
            return Enumerable.Range(-5, 50).All(subject =>
            {
                var found = postings.TryGetValue(PackedPostings.Bucket(subject), out var bytes) ? PackedPostings.Of(bytes, subject).ToList() : [];
                return found.SequenceEqual(all.Where(t => t.Item1 == subject).Select(t => t.Item2).Order());
            });
        });

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0x02 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Foreign_bytes_are_refused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => PackedSubjects.Read(bytes).ToList());
}
