using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>The fields of one object with their names as UTF-8, so that looking a key up neither decodes nor allocates.</summary>
internal sealed class FieldTable
{
    private readonly byte[][] _names;

    /// <summary>The table of an object without fields.</summary>
    public static FieldTable Empty { get; } = new([], []);

    public FieldTable(ImmutableArray<FieldDefinition> fields, ImmutableArray<ObjectRule> rules)
    {
        Fields = fields;
        Rules = [.. rules.Select(rule => new CompiledRule(rule, fields))];
        _names = new byte[fields.Length][];
        EncodedNames = new JsonEncodedText[fields.Length];
        Required = Positions(static field => field.Required);
        FromSettings = Positions(static field => field.DefaultFrom is not null);
        for (var i = 0; i < fields.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(fields[i].Name);
            EncodedNames[i] = JsonEncodedText.Encode(fields[i].Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        }
    }

    public ImmutableArray<FieldDefinition> Fields { get; }

    public ImmutableArray<CompiledRule> Rules { get; }

    /// <summary>The names as the writer wants them, by position.</summary>
    public JsonEncodedText[] EncodedNames { get; }

    /// <summary>The positions of the fields that are required.</summary>
    public int[] Required { get; }

    /// <summary>The positions of the fields that a setting may fill.</summary>
    public int[] FromSettings { get; }

    public int Count => _names.Length;

    public int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            if (string.Equals(Fields[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of the field that a property names, or -1.</summary>
    /// <param name="property">The property.</param>
    /// <param name="start">Where to begin looking: callers tend to keep the definition's order, so the field after the last match comes first.</param>
    public int IndexOf(JsonProperty property, int start)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(property);
        if (name.Contains((byte)'\\'))
        {
            return IndexOf(property.Name);
        }

        for (var i = start; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        for (var i = 0; i < start; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private int[] Positions(Func<FieldDefinition, bool> predicate)
        => [.. Enumerable.Range(0, Fields.Length).Where(position => predicate(Fields[position]))];
}
