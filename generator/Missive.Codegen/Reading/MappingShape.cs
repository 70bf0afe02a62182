using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>A mapping with known keys.</summary>
/// <param name="name">What it describes, for messages and as the name of its part of the JSON Schema.</param>
/// <param name="create">Makes an empty one.</param>
internal sealed class MappingShape<T>(string name, Func<T> create) : Shape<T>
    where T : class
{
    /// <summary>So many keys can be read at a glance.</summary>
    private const int ShortList = 8;

    private readonly List<MappingKey> _keys = [];
    private Action<T, SourceSpan>? _locate;

    /// <summary>Adds a key that may be left out.</summary>
    public MappingShape<T> Optional<TValue>(string key, Shape<TValue> shape, Action<T, TValue> set, string description) =>
        Add(key, shape, set, null, description, required: false);

    /// <summary>Adds a key that may be left out and whose place is kept.</summary>
    public MappingShape<T> Optional<TValue>(string key, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description) =>
        Add(key, shape, null, set, description, required: false);

    /// <summary>Adds a key that has to be there.</summary>
    public MappingShape<T> Required<TValue>(string key, Shape<TValue> shape, Action<T, TValue> set, string description) =>
        Add(key, shape, set, null, description, required: true);

    /// <summary>Adds a key that has to be there and whose place is kept.</summary>
    public MappingShape<T> Required<TValue>(string key, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description) =>
        Add(key, shape, null, set, description, required: true);

    /// <summary>Adds the keys of parameters and fields, and others that several mappings share.</summary>
    public MappingShape<T> With(Action<MappingShape<T>> addKeys)
    {
        addKeys(this);
        return this;
    }

    /// <summary>Keeps where the mapping begins.</summary>
    public MappingShape<T> Located(Action<T, SourceSpan> locate)
    {
        _locate = locate;
        return this;
    }

    public override bool TryRead(YamlCursor yaml, out T value)
    {
        value = create();
        return TryReadInto(yaml, value);
    }

    /// <summary>As <see cref="TryRead"/>, but keeps in <paramref name="value"/> what was read before the file became unreadable.</summary>
    public bool TryReadInto(YamlCursor yaml, T value)
    {
        if (yaml.Current is not MappingStart)
        {
            yaml.Refuse($"a mapping with the keys of {name}{(_keys.Count <= ShortList ? $" ({string.Join(", ", _keys.Select(k => k.Name))})" : "")}");
            return false;
        }

        var errors = yaml.Sink.ErrorCount;
        var seen = new bool[_keys.Count];
        var start = yaml.Span;
        _locate?.Invoke(value, start);
        yaml.ReadMapping((text, span) =>
        {
            var place = Find(text);
            if (place < 0)
            {
                // Its misspelling is the one problem of a required key; that it is missing would be a second message for the same slip.
                string[] names = [.. _keys.Select(k => k.Name)];
                if (NearMiss.Find(text, names) is { } meant)
                {
                    seen[Find(meant)] = true;
                }

                yaml.Sink.Report(DiagnosticRules.UnknownKey, span, $"'{MessageText.Shorten(text)}' is not a key of {name}.{NearMiss.Suggest(text, names)}");
                yaml.Skip();
                return;
            }

            seen[place] = true;
            _keys[place].Read(yaml, value);
        });
        for (var i = 0; i < seen.Length; i++)
        {
            if (_keys[i] is { Required: true } key && !seen[i])
            {
                yaml.Sink.Report(DiagnosticRules.MissingKey, start, $"The key '{key.Name}' of {name} is missing: {key.Description}");
            }
        }

        if (value is Declaration declaration)
        {
            declaration.IsBroken = yaml.Sink.ErrorCount > errors;
        }

        return true;
    }

    public override DataMap Describe(SchemaDefinitions definitions) => definitions.Refer(
        name.Replace(' ', '_'),
        () =>
        {
            var required = _keys.Where(k => k.Required).Select(k => k.Name).ToList();
            return Data.Map(
                ("type", DataScalar.Of("object")),
                ("properties", new DataMap(_keys.Select(k => new DataEntry(k.Name, k.Describe(definitions))).ToEquatableArray())),
                ("required", required.Count > 0 ? Data.Texts(required) : null),
                ("additionalProperties", DataScalar.Of(false)));
        });

    private int Find(string name)
    {
        for (var i = 0; i < _keys.Count; i++)
        {
            if (string.Equals(_keys[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private MappingShape<T> Add<TValue>(string key, Shape<TValue> shape, Action<T, TValue>? set, Action<T, TValue, SourceSpan>? setWithPlace, string description, bool required)
    {
        void Read(YamlCursor yaml, object target)
        {
            var span = yaml.Span;
            if (shape.TryRead(yaml, out var value))
            {
                set?.Invoke((T)target, value);
                setWithPlace?.Invoke((T)target, value, span);
            }
        }

        DataMap Describe(SchemaDefinitions definitions) =>
            new([new("description", DataScalar.Of(description)), .. shape.Describe(definitions).Entries]);

        _keys.Add(new(key, description, required, Read, Describe));
        return this;
    }
}

/// <summary>A key of a mapping. Not generic: each combination of types that code is made of has to be loaded when the tool starts.</summary>
internal sealed class MappingKey(string name, string description, bool required, Action<YamlCursor, object> read, Func<SchemaDefinitions, DataMap> describe)
{
    public string Name => name;

    public string Description => description;

    public bool Required => required;

    /// <summary>Reads the value into the object that the mapping becomes.</summary>
    public Action<YamlCursor, object> Read => read;

    public Func<SchemaDefinitions, DataMap> Describe => describe;
}
