using System.Buffers;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// The values of one JSON object by the position of their fields. Validation and request building share it, so that both
/// agree on what is given: of a repeated key the last value counts, and null counts as absent unless the field takes it.
/// </summary>
internal ref struct ObjectBinding : IDisposable
{
    private readonly JsonElement[] _values;

    private ObjectBinding(FieldTable table)
    {
        Table = table;
        _values = ArrayPool<JsonElement>.Shared.Rent(table.Count);
        Array.Clear(_values, 0, table.Count);
    }

    public FieldTable Table { get; }

    /// <summary>The properties that no field names, in the caller's order; null when there are none.</summary>
    public List<JsonProperty>? Unknown { get; private set; }

    /// <summary>The value of a field; its kind is undefined when the field is absent.</summary>
    public readonly JsonElement this[int position]
    {
        get => _values[position];
        set => _values[position] = value;
    }

    /// <summary>Binds an object; anything else binds as an object without properties.</summary>
    public static ObjectBinding Bind(FieldTable table, JsonElement json)
    {
        var binding = new ObjectBinding(table);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return binding;
        }

        var next = 0;
        foreach (var property in json.EnumerateObject())
        {
            var position = table.IndexOf(property, next);
            if (position < 0)
            {
                (binding.Unknown ??= []).Add(property);
                continue;
            }

            var isAbsent = property.Value.ValueKind == JsonValueKind.Null && !table.Fields[position].Nullable;
            binding._values[position] = isAbsent ? default : property.Value;
            next = position + 1;
        }

        return binding;
    }

    public readonly bool IsPresent(int position) => _values[position].ValueKind != JsonValueKind.Undefined;

    /// <summary>Whether a field is present and not null.</summary>
    public readonly bool HasValue(int position) => _values[position].ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether a field counts as given for the rules: a boolean that is false does not.</summary>
    public readonly bool IsGiven(int position) => _values[position].ValueKind is not (JsonValueKind.Undefined or JsonValueKind.False);

    public readonly bool IsAnyGiven(ReadOnlySpan<int> positions)
    {
        foreach (var position in positions)
        {
            if (IsGiven(position))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fills absent fields from the settings, except where a rule would then be broken.</summary>
    public readonly void FillDefaults(ToolSettings settings)
    {
        foreach (var position in Table.FromSettings)
        {
            if (!IsPresent(position) && settings.TryGet(Table.Fields[position].DefaultFrom!, out var value) && IsAllowed(position))
            {
                _values[position] = value;
            }
        }
    }

    public readonly void Dispose()
    {
        // Cleared, lest the pool keep the caller's JSON alive.
        Array.Clear(_values, 0, Table.Count);
        ArrayPool<JsonElement>.Shared.Return(_values);
    }

    private readonly bool IsAllowed(int position)
    {
        foreach (var rule in Table.Rules)
        {
            if (Excludes(rule.AtMostOne, position)
                || Excludes(rule.ExactlyOne, position)
                || (rule.Forbid.Contains(position) && rule.Holds(this)))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool Excludes(int[] group, int position) => group.Contains(position) && IsAnyGiven(group);
}
