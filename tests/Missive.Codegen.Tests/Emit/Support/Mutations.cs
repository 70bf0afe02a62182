using Missive.Codegen.Model;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Calls that differ from a good one in one place.</summary>
internal static class Mutations
{
    private static readonly DataValue[] Replacements =
    [
        DataScalar.Of("no such value"), DataScalar.Of(""), DataScalar.Of(new string('x', 10_001)), DataScalar.Of(-1), DataScalar.Of(0), DataScalar.Of(1_000_000),
        new DataScalar("number", "1.5"), DataScalar.Of(true), DataScalar.Of(false),
        new DataList(default), new DataList([DataScalar.Of("item")]), new DataMap(default(EquatableArray<DataEntry>)), new DataMap([new("no_such_key", DataScalar.Of(1))]),
    ];

    public static IEnumerable<DataMap> Of(DataMap call) => Of((DataValue)call).OfType<DataMap>();

    private static IEnumerable<DataValue> Of(DataValue value)
    {
        switch (value)
        {
            case DataMap map:
                yield return new DataMap([.. map.Entries, new("no_such_key", DataScalar.Of("x"))]);
                for (var i = 0; i < map.Entries.Count; i++)
                {
                    yield return new DataMap([.. map.Entries.Take(i), .. map.Entries.Skip(i + 1)]);
                    foreach (var changed in Replacements.Concat(Of(map.Entries[i].Value)))
                    {
                        yield return new DataMap([.. map.Entries.Take(i), new(map.Entries[i].Name, changed), .. map.Entries.Skip(i + 1)]);
                    }
                }

                break;
            case DataList list:
                yield return new DataList([.. Enumerable.Repeat(list.Items, 60).SelectMany(i => i)]);
                for (var i = 0; i < list.Items.Count; i++)
                {
                    foreach (var changed in Replacements.Concat(Of(list.Items[i])))
                    {
                        yield return new DataList([.. list.Items.Take(i), changed, .. list.Items.Skip(i + 1)]);
                    }
                }

                break;
        }
    }
}
