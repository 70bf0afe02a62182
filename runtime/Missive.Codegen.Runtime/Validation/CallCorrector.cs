using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Derives the call that was meant, when every problem has a correction.</summary>
internal sealed class CallCorrector
{
    // A correction may uncover another problem: a value put in a list, then the item's own type.
    private const int MaxRounds = 4;

    /// <summary>What was read may be deeper than is read without asking, and a correction adds a level.</summary>
    public static JsonDocumentOptions AnyDepth { get; } = new() { MaxDepth = 1000 };

    private readonly Utf8JsonWriter _writer;
    private readonly ArgumentPath _path = new();
    private readonly Dictionary<string, Correction> _corrections;

    private CallCorrector(Utf8JsonWriter writer, Dictionary<string, Correction> corrections)
    {
        _writer = writer;
        _corrections = corrections;
    }

    /// <summary>The corrected arguments, which validation accepts; null when there are none.</summary>
    public static JsonElement? Correct(ToolDefinition definition, JsonElement arguments, ToolValidationOptions options, ProblemList problems)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (!problems.IsCorrectable)
            {
                return null;
            }

            arguments = Apply(arguments, problems.Corrections);
            if (ArgumentWalker.Check(definition, arguments, options) is not { } remaining)
            {
                return arguments;
            }

            problems = remaining;
        }

        return null;
    }

    /// <summary>The arguments, or a part of them, with corrections applied.</summary>
    public static JsonElement Apply(JsonElement arguments, Dictionary<string, Correction> corrections)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new CallCorrector(writer, corrections).Write(arguments);
        }

        return JsonElement.Parse(buffer.WrittenSpan, AnyDepth);
    }

    private void Write(JsonElement value)
    {
        if (_corrections.TryGetValue(_path.ToString(), out var correction) && correction.Json is { } json)
        {
            _writer.WriteRawValue(json, skipInputValidation: true);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value);
                break;
            case JsonValueKind.Array:
                _writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    _path.Push(index++);
                    Write(item);
                    _path.Pop();
                }

                _writer.WriteEndArray();
                break;
            default:
                value.WriteTo(_writer);
                break;
        }
    }

    private void WriteObject(JsonElement value)
    {
        _writer.WriteStartObject();
        var moved = FindMoved(value);
        foreach (var property in value.EnumerateObject())
        {
            var correction = _corrections.GetValueOrDefault(_path.Of(property.Name));
            if (correction?.Home is not null)
            {
                continue;
            }

            _writer.WritePropertyName(correction?.Key ?? property.Name);
            if (moved.Remove(property.Name, out var properties))
            {
                WriteHome(property.Name, correction?.Json is { } json ? JsonElement.Parse(json, AnyDepth) : property.Value, properties);
            }
            else
            {
                _path.Push(property.Name);
                Write(property.Value);
                _path.Pop();
            }
        }

        foreach (var (home, properties) in moved)
        {
            _writer.WritePropertyName(home);
            WriteHome(home, ArgumentWalker.EmptyObject, properties);
        }

        _writer.WriteEndObject();
    }

    // What goes into another parameter, by that.
    private Dictionary<string, List<(string Key, JsonElement Value)>> FindMoved(JsonElement value)
    {
        var moved = new Dictionary<string, List<(string Key, JsonElement Value)>>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (_corrections.GetValueOrDefault(_path.Of(property.Name)) is { Home: { } home } correction)
            {
                if (!moved.TryGetValue(home, out var properties))
                {
                    moved[home] = properties = [];
                }

                properties.Add((correction.Key ?? property.Name, property.Value));
            }
        }

        return moved;
    }

    private void WriteHome(string home, JsonElement content, List<(string Key, JsonElement Value)> moved)
    {
        _path.Push(home);
        _writer.WriteStartObject();

        // An empty list stands for an object without fields.
        foreach (var property in content.ValueKind == JsonValueKind.Object ? content.EnumerateObject() : default)
        {
            _path.Push(property.Name);
            _writer.WritePropertyName(_corrections.GetValueOrDefault(_path.ToString())?.Key ?? property.Name);
            Write(property.Value);
            _path.Pop();
        }

        foreach (var (key, value) in moved)
        {
            _writer.WritePropertyName(key);
            value.WriteTo(_writer);
        }

        _writer.WriteEndObject();
        _path.Pop();
    }
}
