using System.Collections.Concurrent;

namespace Missive.Codegen.Model;

/// <summary>The types of a manifest by name, with inherited fields and rules put together.</summary>
public sealed class TypeCatalog : IEquatable<TypeCatalog>
{
    /// <summary>How many types may extend each other in a row.</summary>
    public const int MaxLineage = 32;

    /// <summary>The language's own types.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } = ["string", "integer", "number", "boolean", "timestamp", "object", "any", "array", "map"];

    private static readonly HashSet<string> BuiltIn = new(BuiltInNames, StringComparer.Ordinal);

    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<FieldDefinition>> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unusable;

    /// <summary>Makes the catalog of these files; of two types of one name the first counts.</summary>
    public TypeCatalog(EquatableArray<TypeFile> files)
    {
        Files = files;
        foreach (var type in files.SelectMany(f => f.Types))
        {
            if (!_types.ContainsKey(type.Name))
            {
                _types.Add(type.Name, type);
            }
        }

        IsComplete = files.All(f => f.IsComplete) && !_types.ContainsKey("");
        _unusable = FindUnusable();
    }

    /// <summary>The files that it was made of.</summary>
    public EquatableArray<TypeFile> Files { get; }

    /// <summary>Whether every declared type is known by name; else one that is not found may be in a part that could not be read.</summary>
    public bool IsComplete { get; }

    /// <summary>The declared types; of two types of one name the first.</summary>
    public IReadOnlyCollection<TypeDefinition> All => _types.Values;

    /// <summary>Every name that a parameter or field may give as its type.</summary>
    public IReadOnlyCollection<string> Names => [.. BuiltInNames, .. _types.Keys.Where(name => name.Length > 0)];

    /// <summary>Whether the name is one of the language's own types.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn.Contains(name);

    /// <summary>The declared type of that name, or null.</summary>
    public TypeDefinition? Find(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The declared object type of that name, or null.</summary>
    public TypeDefinition? FindObject(string name) => Find(name) is { IsEnum: false } type ? type : null;

    /// <summary>Whether code can be generated for every declared type.</summary>
    public bool AreAllUsable => _unusable.Count == 0;

    /// <summary>Whether code can be generated for the type: it is sound, and so is every type that it mentions.</summary>
    public bool IsUsable(string name) => BuiltIn.Contains(name) || (_types.ContainsKey(name) && !_unusable.Contains(name));

    /// <summary>All fields of an object type: inherited ones first, replaced in place by fields of the same name.</summary>
    public IReadOnlyList<FieldDefinition> FieldsOf(TypeDefinition type) =>
        ReferenceEquals(Find(type.Name), type) ? _fields.GetOrAdd(type.Name, _ => MergeFields(type)) : MergeFields(type);

    /// <summary>Whether the type extends more types in a row than are looked at.</summary>
    public bool IsLineageTooLong(TypeDefinition type) => Lineage(type) is { Count: MaxLineage } lineage && lineage[0].Extends is { } parent && FindObject(parent.Name) is not null;

    /// <summary>All rules of an object type, inherited ones first.</summary>
    public IEnumerable<RuleDefinition> RulesOf(TypeDefinition type) => Lineage(type).SelectMany(t => t.Rules);

    /// <summary>Every declared type that can be reached from <paramref name="references"/>, in the order in which they are met.</summary>
    public IReadOnlyList<TypeDefinition> Reachable(IEnumerable<TypeReference> references)
    {
        var met = new List<TypeDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);

        // A stack of our own: types that lead from one to the next by the thousand would overflow the thread's.
        var open = new Stack<TypeReference>(references.Reverse());
        while (open.Count > 0)
        {
            var reference = open.Pop();
            if (Find(reference.Name) is { } type && names.Add(type.Name))
            {
                met.Add(type);
                var fields = FieldsOf(type);
                for (var i = fields.Count - 1; i >= 0; i--)
                {
                    open.Push(fields[i].Type);
                }
            }

            if (reference.Items is { } items)
            {
                open.Push(items);
            }
        }

        return met;
    }

    /// <summary>The member that a path such as <c>params.limit</c> names, or null; steps into arrays by themselves.</summary>
    public MemberDefinition? Resolve(FunctionDefinition function, string path)
    {
        var parts = path.Split('.');
        MemberDefinition? member = function.Parameters.FirstOrDefault(p => string.Equals(p.Name, parts[0], StringComparison.Ordinal));
        foreach (var part in parts.Skip(1))
        {
            var reference = member?.Type;
            while (reference?.Items is { } items)
            {
                reference = items;
            }

            var type = reference is null ? null : FindObject(reference.Name);
            member = type is null ? null : FieldsOf(type).FirstOrDefault(f => string.Equals(f.Name, part, StringComparison.Ordinal));
        }

        return member;
    }

    /// <inheritdoc/>
    public bool Equals(TypeCatalog? other) => other is not null && Files.Equals(other.Files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypeCatalog);

    /// <inheritdoc/>
    public override int GetHashCode() => Files.GetHashCode();

    private IReadOnlyList<FieldDefinition> MergeFields(TypeDefinition type)
    {
        if (type.Extends is null && HaveDistinctNames(type.Fields))
        {
            return type.Fields;
        }

        var fields = new List<FieldDefinition>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in Lineage(type).SelectMany(ancestor => ancestor.Fields))
        {
            if (places.TryGetValue(field.Name, out var place))
            {
                fields[place] = field;
            }
            else
            {
                places.Add(field.Name, fields.Count);
                fields.Add(field);
            }
        }

        return fields;
    }

    private static bool HaveDistinctNames(EquatableArray<FieldDefinition> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(fields[i].Name, fields[j].Name, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The type and what it extends, oldest first; a circle ends where it closes, a long line at its limit.</summary>
    private List<TypeDefinition> Lineage(TypeDefinition type)
    {
        var lineage = new List<TypeDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null && lineage.Count < MaxLineage && names.Add(current.Name); current = current.Extends is { } parent ? FindObject(parent.Name) : null)
        {
            lineage.Add(current);
        }

        lineage.Reverse();
        return lineage;
    }

    /// <summary>The types with errors, those that mention a type that does not exist, and all that mention one of these.</summary>
    private HashSet<string> FindUnusable()
    {
        var unusable = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        foreach (var type in _types.Values)
        {
            if (type.IsBroken || Mentions(type).Any(name => !BuiltIn.Contains(name) && !_types.ContainsKey(name)))
            {
                open.Push(type.Name);
            }
        }

        if (open.Count == 0)
        {
            return unusable;
        }

        var users = _types.Values.SelectMany(Mentions, (user, name) => (name, user.Name)).ToLookup(m => m.name, m => m.Name, StringComparer.Ordinal);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (unusable.Add(name))
            {
                users[name].ToList().ForEach(open.Push);
            }
        }

        return unusable;
    }

    private static IEnumerable<string> Mentions(TypeDefinition type)
    {
        if (type.Extends is { } parent)
        {
            yield return parent.Name;
        }

        foreach (var field in type.Fields)
        {
            yield return field.Type.Items?.Name ?? field.Type.Name;
        }
    }
}
