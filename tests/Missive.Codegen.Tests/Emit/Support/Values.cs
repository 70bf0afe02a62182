using System.Text.Json;
using CsCheck;
using Missive.Codegen.Model;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Arbitrary JSON values as manifests hold them.</summary>
internal static class Values
{
    public static readonly Gen<DataValue> Any = Make(3);

    public static readonly Gen<DataMap> Maps = Gen.Select(HostileText.Any, Any).Array[0, 3].Select(ToMap);

    /// <summary>Values without null and with texts and keys that UTF-8 holds.</summary>
    public static IEnumerable<DataMap> Sample(int count)
    {
        var made = new List<DataMap>();
        Maps.Sample(made.Add, iter: count, threads: 1);
        return made;
    }

    /// <summary>A value with its structure, in one form for comparison.</summary>
    public static string Describe(DataValue value) => value switch
    {
        DataMap map => "{" + string.Join(",", map.Entries.Select(e => $"<{e.Name.Normalised()}>:{Describe(e.Value)}")) + "}",
        DataList list => "[" + string.Join(",", list.Items.Select(Describe)) + "]",
        DataScalar { Kind: "string" } text => $"<{text.Text.Normalised()}>",
        DataScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException(value.Kind),
    };

    /// <summary>As the other, of what a JSON reader made of it.</summary>
    public static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", json.EnumerateObject().Select(p => $"<{p.Name}>:{Describe(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", json.EnumerateArray().Select(Describe)) + "]",
        JsonValueKind.String => $"<{json.GetString()}>",
        _ => json.GetRawText(),
    };

    private static Gen<DataValue> Make(int depth)
    {
        var scalar = Gen.OneOf(
            HostileText.Any.Select(t => (DataValue)DataScalar.Of(t)),
            Gen.Int[-9999, 9999].Select(n => (DataValue)DataScalar.Of(n)),
            Gen.Bool.Select(b => (DataValue)DataScalar.Of(b)),
            Gen.Bool.Select(b => (DataValue)new DataScalar("number", b ? "1.5" : "-2e3")));
        if (depth == 0)
        {
            return scalar;
        }

        var inner = Make(depth - 1);
        return Gen.OneOf(
            scalar,
            inner.Array[0, 3].Select(items => (DataValue)new DataList(items.ToEquatableArray())),
            Gen.Select(HostileText.Any, inner).Array[0, 3].Select(entries => (DataValue)ToMap(entries)));
    }

    private static DataMap ToMap((string Name, DataValue Value)[] entries) =>
        new(entries.DistinctBy(e => e.Name.Normalised()).Select(e => new DataEntry(e.Name, e.Value)).ToEquatableArray());
}
