using System.Text.Json;

namespace Missive.Codegen.Runtime;

internal sealed class AssignedMap<T>(IReadOnlyDictionary<string, T> values) : AssignedMap
{
    public IReadOnlyDictionary<string, T> Values { get; } = values;

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in Values)
        {
            writer.WritePropertyName(key);
            JsonValueWriter.Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
