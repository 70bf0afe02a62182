using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>What a body argument holds once its envelope, if the caller wrote one, is taken off: one object or a list of them.</summary>
public readonly struct BodyContent
{
    private BodyContent(JsonElement content, bool isEnveloped, bool isList)
    {
        Content = content;
        IsEnveloped = isEnveloped;
        IsList = isList;
    }

    /// <summary>The content without its envelope. Its kind is undefined or null when there is none.</summary>
    public JsonElement Content { get; }

    /// <summary>Whether the caller wrote the envelope.</summary>
    public bool IsEnveloped { get; }

    /// <summary>Whether the content is a list of objects. Only a body whose envelope holds a list takes one.</summary>
    public bool IsList { get; }

    /// <summary>The number of objects.</summary>
    public int Count => IsList ? Content.GetArrayLength() : Content.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? 0 : 1;

    /// <summary>Reads a body argument.</summary>
    /// <param name="parameter">The body parameter.</param>
    /// <param name="value">
    /// The argument's value: an object, alone or under the envelope's key; where the envelope holds a list, also a list of objects.
    /// A key that the content's own type has is taken for the envelope only when it stands alone and holds an object or a list.
    /// </param>
    /// <returns>The content.</returns>
    public static BodyContent Of(ToolParameter parameter, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (parameter.Envelope is not { } envelope)
        {
            return new(value, isEnveloped: false, isList: false);
        }

        var content = default(JsonElement);
        var isEnveloped = value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(parameter.Utf8Envelope, out content)
            && IsEnvelope(parameter.Type, envelope, value, content);
        return isEnveloped ? Inside(parameter, content) : new(value, isEnveloped: false, IsListFor(parameter, value));
    }

    /// <summary>Walks the objects.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>What stands under a key that is taken for the envelope.</summary>
    internal static BodyContent Inside(ToolParameter parameter, JsonElement content) => new(content, isEnveloped: true, IsListFor(parameter, content));

    private static bool IsListFor(ToolParameter parameter, JsonElement content)
        => parameter.EnvelopeShape == EnvelopeShape.Array && content.ValueKind == JsonValueKind.Array;

    private static bool IsEnvelope(DataType type, string envelope, JsonElement value, JsonElement content)
        => type is not ObjectType known
        || known.Table.IndexOf(envelope) < 0
        || (value.GetPropertyCount() == 1 && content.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>Walks the objects of a body.</summary>
    public struct Enumerator
    {
        private readonly BodyContent _body;
        private JsonElement.ArrayEnumerator _list;
        private bool _started;

        internal Enumerator(BodyContent body)
        {
            _body = body;
            _list = body.IsList ? body.Content.EnumerateArray() : default;
        }

        /// <summary>The object at hand.</summary>
        public readonly JsonElement Current => _body.IsList ? _list.Current : _body.Content;

        /// <summary>Goes on to the next object.</summary>
        /// <returns>False after the last.</returns>
        public bool MoveNext()
        {
            if (_body.IsList)
            {
                return _list.MoveNext();
            }

            var isFirst = !_started;
            _started = true;
            return isFirst && _body.Count == 1;
        }
    }
}
