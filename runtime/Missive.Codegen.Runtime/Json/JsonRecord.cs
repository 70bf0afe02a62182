using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Base of typed arguments, contents and results: a view over a JSON object, and values assigned over it.
/// </summary>
/// <remarks>
/// The JSON is kept whole, so fields that the typed members do not know are never lost. A member whose JSON value is of
/// another kind reads as null; the value itself stays reachable through <see cref="Json"/>. A record is immutable once
/// its initializer has run, and may then be read from several threads. The <see cref="JsonDocument"/> that an element
/// belongs to has to outlive the record.
/// </remarks>
public abstract partial class JsonRecord
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}"u8);

    private readonly JsonElement _read;
    private List<Assignment>? _assigned;
    private JsonElement[]? _complete;
    private MemberCache? _cache;

    /// <summary>Makes an empty record.</summary>
    protected JsonRecord()
    {
    }

    /// <summary>Makes a record that views a JSON value.</summary>
    /// <param name="json">The value, an object as a rule.</param>
    protected JsonRecord(JsonElement json) => _read = json;

    /// <summary>The record as JSON: what was read, with what was assigned in its place.</summary>
    public JsonElement Json
    {
        get
        {
            if (_assigned is null)
            {
                return _read.ValueKind == JsonValueKind.Undefined ? EmptyObject : _read;
            }

            // An array of one, because a reference is published whole and a JsonElement is not.
            var complete = _complete ??= [Serialize()];
            return complete[0];
        }
    }

    /// <summary>Writes the record as JSON. Assigned values replace those read; all others are written as they were read.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_assigned is null)
        {
            Json.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        if (_read.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in _read.EnumerateObject())
            {
                if (!IsAssigned(property))
                {
                    property.WriteTo(writer);
                }
            }
        }

        foreach (var assignment in _assigned)
        {
            if (!assignment.LeftOut)
            {
                writer.WritePropertyName(assignment.Name);
                JsonValueWriter.Write(writer, assignment.Value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The record as JSON text.</summary>
    public override string ToString() => Json.GetRawText();

    private JsonElement Serialize() => JsonElements.Write(this, static (writer, record) => record.WriteTo(writer));

    private bool IsAssigned(JsonProperty property)
    {
        foreach (var assignment in _assigned!)
        {
            if (property.NameEquals(assignment.Name))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryGetAssigned(string name, out object? value)
    {
        if (_assigned is not null)
        {
            foreach (var assignment in _assigned)
            {
                if (string.Equals(assignment.Name, name, StringComparison.Ordinal))
                {
                    value = assignment.Value;
                    return true;
                }
            }
        }

        value = null;
        return false;
    }

    private bool TryGetRead(string name, out JsonElement value)
    {
        value = default;
        return _read.ValueKind == JsonValueKind.Object && _read.TryGetProperty(name, out value);
    }

    private void Assign(string name, object? value, bool nullable)
    {
        var assignment = new Assignment(name, value, LeftOut: value is null && !nullable);
        _complete = null;
        _assigned ??= [];
        for (var i = 0; i < _assigned.Count; i++)
        {
            if (string.Equals(_assigned[i].Name, name, StringComparison.Ordinal))
            {
                _assigned[i] = assignment;
                return;
            }
        }

        _assigned.Add(assignment);
    }

    // LeftOut: null was assigned where null means "not given", which hides a value that was read.
    private readonly record struct Assignment(string Name, object? Value, bool LeftOut);

    // A list, because a record has few members that are worth keeping; immutable nodes, so that readers need no lock.
    private sealed record MemberCache(string Name, object Value, MemberCache? Next);
}
