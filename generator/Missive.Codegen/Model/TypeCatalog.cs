namespace Missive.Codegen.Model;

/// <summary>The types of a manifest by name, with inherited fields and rules put together.</summary>
public sealed class TypeCatalog : IEquatable<TypeCatalog>
{
    private static readonly HashSet<string> BuiltIn = new(StringComparer.Ordinal)
    {
        "string", "integer", "number", "boolean", "timestamp", "object", "any", "array", "map",
    };

    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);
    private readonly EquatableArray<TypeFile> _files;

    /// <summary>Makes the catalog of these files; of two types of one name the first counts.</summary>
    public TypeCatalog(EquatableArray<TypeFile> files)
    {
        _files = files;
        foreach (var type in files.SelectMany(f => f.Types))
        {
            if (!_types.ContainsKey(type.Name))
            {
                _types.Add(type.Name, type);
            }
        }
    }

    /// <summary>Every name that a parameter or field may give as its type.</summary>
    public IReadOnlyCollection<string> Names => [.. BuiltIn, .. _types.Keys];

    /// <summary>Whether the name is one of the language's own types.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn.Contains(name);

    /// <summary>The declared type of that name, or null.</summary>
    public TypeDefinition? Find(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The declared object type of that name, or null.</summary>
    public TypeDefinition? FindObject(string name) => Find(name) is { IsEnum: false } type ? type : null;

    /// <summary>All fields of an object type: inherited ones first, replaced in place by fields of the same name.</summary>
    public IReadOnlyList<FieldDefinition> FieldsOf(TypeDefinition type)
    {
        var fields = new List<FieldDefinition>();
        foreach (var ancestor in Lineage(type))
        {
            foreach (var field in ancestor.Fields)
            {
                var inherited = fields.FindIndex(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal));
                if (inherited < 0)
                {
                    fields.Add(field);
                }
                else
                {
                    fields[inherited] = field;
                }
            }
        }

        return fields;
    }

    /// <summary>All rules of an object type, inherited ones first.</summary>
    public IEnumerable<RuleDefinition> RulesOf(TypeDefinition type) => Lineage(type).SelectMany(t => t.Rules);

    /// <summary>Every declared type that can be reached from <paramref name="references"/>, in the order in which they are met.</summary>
    public IReadOnlyList<TypeDefinition> Reachable(IEnumerable<TypeReference> references)
    {
        var met = new List<TypeDefinition>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        void Visit(TypeReference? reference)
        {
            if (reference is null)
            {
                return;
            }

            Visit(reference.Items);
            if (Find(reference.Name) is { } type && names.Add(type.Name))
            {
                met.Add(type);
                foreach (var field in FieldsOf(type))
                {
                    Visit(field.Type);
                }
            }
        }

        foreach (var reference in references)
        {
            Visit(reference);
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
    public bool Equals(TypeCatalog? other) => other is not null && _files.Equals(other._files);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypeCatalog);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.GetHashCode();

    /// <summary>The type and what it extends, oldest first; a circle ends where it closes.</summary>
    private List<TypeDefinition> Lineage(TypeDefinition type)
    {
        var lineage = new List<TypeDefinition>();
        for (var current = type; current is not null && !lineage.Contains(current); current = current.Extends is { } parent ? FindObject(parent.Name) : null)
        {
            lineage.Insert(0, current);
        }

        return lineage;
    }
}
