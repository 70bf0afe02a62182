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
    private readonly List<IKey> _keys = [];
    private Action<T, SourceSpan>? _locate;

    private interface IKey
    {
        string Name { get; }

        string Description { get; }

        bool Required { get; }

        void Read(YamlCursor yaml, T target);

        DataMap Describe(SchemaDefinitions definitions);
    }

    /// <summary>Adds a key that may be left out.</summary>
    public MappingShape<T> Optional<TValue>(string key, Shape<TValue> shape, Action<T, TValue> set, string description) =>
        Add(key, shape, (target, value, _) => set(target, value), description, required: false);

    /// <summary>Adds a key that may be left out and whose place is kept.</summary>
    public MappingShape<T> Optional<TValue>(string key, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description) =>
        Add(key, shape, set, description, required: false);

    /// <summary>Adds a key that has to be there.</summary>
    public MappingShape<T> Required<TValue>(string key, Shape<TValue> shape, Action<T, TValue> set, string description) =>
        Add(key, shape, (target, value, _) => set(target, value), description, required: true);

    /// <summary>Adds a key that has to be there and whose place is kept.</summary>
    public MappingShape<T> Required<TValue>(string key, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description) =>
        Add(key, shape, set, description, required: true);

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
            yaml.Refuse($"a mapping with the keys of {name}");
            return false;
        }

        var errors = yaml.Sink.ErrorCount;
        var seen = new HashSet<IKey>();
        var start = yaml.Span;
        _locate?.Invoke(value, start);
        yaml.ReadMapping((text, span) =>
        {
            var key = _keys.Find(k => string.Equals(k.Name, text, StringComparison.Ordinal));
            if (key is null)
            {
                // Its misspelling is the one problem of a required key; that it is missing would be a second message for the same slip.
                seen.UnionWith(_keys.Where(k => k.Name == NearMiss.Find(text, [.. _keys.Select(k => k.Name)])));
                yaml.Sink.Report(
                    DiagnosticRules.UnknownKey, span, $"'{MessageText.Shorten(text)}' is not a key of {name}.{NearMiss.Suggest(text, [.. _keys.Select(k => k.Name)])}");
                yaml.Skip();
                return;
            }

            seen.Add(key);
            key.Read(yaml, value);
        });
        foreach (var key in _keys)
        {
            if (key.Required && !seen.Contains(key))
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

    private MappingShape<T> Add<TValue>(string key, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description, bool required)
    {
        _keys.Add(new Key<TValue>(key, shape, set, description, required));
        return this;
    }

    private sealed class Key<TValue>(string name, Shape<TValue> shape, Action<T, TValue, SourceSpan> set, string description, bool required) : IKey
    {
        public string Name => name;

        public string Description => description;

        public bool Required => required;

        public void Read(YamlCursor yaml, T target)
        {
            var span = yaml.Span;
            if (shape.TryRead(yaml, out var value))
            {
                set(target, value, span);
            }
        }

        public DataMap Describe(SchemaDefinitions definitions)
        {
            var schema = shape.Describe(definitions);
            return new([new("description", DataScalar.Of(description)), .. schema.Entries]);
        }
    }
}
