using CsCheck;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Reading;

/// <summary>The manifest's own files, broken at random.</summary>
public sealed class MutatedFileTests
{
    private const string Interesting = "-?:,[]{}#&*!|>'\"%@` \t\n\r\0<~\\";

    private static readonly IReadOnlyList<KeyValuePair<string, byte[]>> Files = [.. ManifestFolder.Missive.Files];

    private static readonly Gen<Func<byte[], byte[]>> Mutation = Gen.OneOf(
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 200], (at, length) => (Func<byte[], byte[]>)(bytes => Splice(bytes, at, length, []))),
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 200], (at, length) => (Func<byte[], byte[]>)(bytes => Splice(bytes, at, 0, Slice(bytes, at, length)))),
        Gen.Select(Gen.Double.Unit, Gen.Byte, (at, value) => (Func<byte[], byte[]>)(bytes => Splice(bytes, at, 1, [value]))),
        Gen.Select(Gen.Double.Unit, Gen.Int[0, Interesting.Length - 1], Gen.Int[0, 1], (at, which, over) => (Func<byte[], byte[]>)(bytes => Splice(bytes, at, over, [(byte)Interesting[which]]))),
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 500], (from, to, length) => (Func<byte[], byte[]>)(bytes => Splice(bytes, to, 0, Slice(bytes, from, length)))));

    private static readonly Gen<(string Path, byte[] Bytes)> Broken = Gen.Select(
        Gen.Int[0, Files.Count - 1],
        Mutation.Array[1, 8],
        (file, mutations) => (Files[file].Key, mutations.Aggregate(Files[file].Value, (bytes, mutate) => mutate(bytes))));

    [Fact]
    public void ABrokenFileNeverThrowsAndItsProblemsStandWithinIt() => Broken.Sample(
        file =>
        {
            var read = ManifestReader.Read(file.Path, file.Bytes);
            FilePlaces.AssertInside(read, file.Bytes);
        },
        iter: 3_000);

    [Fact]
    public void AManifestWithABrokenFileIsCheckedWithoutThrowing() => Broken.Sample(
        file =>
        {
            var checkedManifest = ManifestFolder.Missive.With(file.Path, file.Bytes).Check();
            Assert.All(checkedManifest.Diagnostics, d => Assert.True(d.Line >= 1 && d.Column >= 1 && d.Message.Length > 0, Describe.Full(d)));
        },
        iter: 300);

    [Fact]
    public void BytesWithoutAnySenseNeverThrow() => Gen.Byte.Array[0, 400].Sample(
        bytes => FilePlaces.AssertInside(ManifestReader.Read("functions/tasks.yaml", bytes), bytes),
        iter: 2_000);

    [Fact]
    public void TextMadeOfYamlsOwnCharactersNeverThrows() => Gen.Int[0, Interesting.Length + 3].Array[0, 200].Sample(
        choices =>
        {
            byte[] bytes = [.. choices.Select(c => c < Interesting.Length ? (byte)Interesting[c] : (byte)('a' + c - Interesting.Length))];
            FilePlaces.AssertInside(ManifestReader.Read("types/tasks.yaml", bytes), bytes);
        },
        iter: 10_000);

    private static byte[] Splice(byte[] bytes, double at, int length, byte[] insert)
    {
        var start = (int)(at * bytes.Length);
        return [.. bytes.Take(start), .. insert, .. bytes.Skip(start + length)];
    }

    private static byte[] Slice(byte[] bytes, double at, int length) => [.. bytes.Skip((int)(at * bytes.Length)).Take(length)];
}
