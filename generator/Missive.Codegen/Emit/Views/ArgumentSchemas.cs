using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Emit.Views;

/// <summary>Makes the JSON Schema 2020-12 of a function's arguments; self-contained. Several threads may make some at once.</summary>
internal sealed class ArgumentSchemas(TypeCatalog catalog)
{
    /// <summary>Most types are part of several schemas.</summary>
    private readonly MadeOnce<DataMap> _definitions = new();

    public DataMap Of(FunctionDefinition function)
    {
        var definitions = catalog.Reachable(function.Parameters.Select(p => p.Type));
        return Data.Map(
            ("$schema", DataScalar.Of("https://json-schema.org/draft/2020-12/schema")),
            ("title", DataScalar.Of(function.Name)),
            ("description", DataScalar.Of(Words.Summary(function with { Notes = null, Effects = new() }))),
            ("deprecated", Deprecated(function.Deprecated)),
            ("type", DataScalar.Of("object")),
            ("properties", new DataMap(function.Parameters.Select(p => new DataEntry(p.Name, Parameter(p))).ToEquatableArray())),
            ("required", Required(function.Parameters.Where(p => IsNeeded(p, catalog)))),
            ("additionalProperties", DataScalar.Of(false)),
            ("$defs", definitions.Count == 0 ? null : new DataMap(definitions.Select(t => new DataEntry(t.Name, Definition(t))).ToEquatableArray())));
    }

    /// <summary>Whether a call without it is refused: leaving an object of the query out does not make up for what it has to have.</summary>
    public static bool IsNeeded(ParameterDefinition parameter, TypeCatalog catalog) =>
        IsNeeded(parameter)
        || (parameter.In == "query" && parameter.DefaultFrom is null && catalog.FindObject(parameter.Type.Name) is { } type
            && (catalog.FieldsOf(type).Any(IsNeeded) || catalog.RulesOf(type).Any(r => r.AtLeastOne.Count + r.ExactlyOne.Count > 0 || (r.Unless is not null && r.Require.Count > 0))));

    private static DataMap Parameter(ParameterDefinition parameter)
    {
        if (parameter.Envelope is not { } envelope)
        {
            return Member(parameter);
        }

        // A body counts flat or in its envelope; a list body also as one item.
        var content = Reference(parameter.Type, parameter);
        var list = Data.Map(("type", DataScalar.Of("array")), ("items", content), ("minItems", DataScalar.Of(1)));
        var inner = parameter.IsEnvelopedArray ? Data.Map(("anyOf", Data.List(content, list))) : content;
        var enveloped = Data.Map(
            ("type", DataScalar.Of("object")),
            ("properties", Data.Map((envelope, inner))),
            ("required", Data.Texts([envelope])),
            ("additionalProperties", DataScalar.Of(false)));
        return Data.Map(
            ("description", DataScalar.Of(Describe(parameter))),
            ("anyOf", parameter.IsEnvelopedArray ? Data.List(content, list, enveloped) : Data.List(content, enveloped)),
            ("deprecated", Deprecated(parameter.Deprecated)));
    }

    private static DataMap Member(MemberDefinition member)
    {
        var type = Reference(member.Type, member);
        return new([
            new("description", DataScalar.Of(Describe(member))),
            .. (member.Nullable ? Data.Map(("anyOf", Data.List(type, Data.Map(("type", DataScalar.Of("null")))))) : type).Entries,
            .. member.Default is { } value ? [new DataEntry("default", value)] : Array.Empty<DataEntry>(),
            .. Data.Map(("deprecated", Deprecated(member.Deprecated))).Entries,
        ]);
    }

    private DataMap Definition(TypeDefinition type) => _definitions.Get(type.Name, type, Define);

    private DataMap Define(TypeDefinition type)
    {
        if (type.IsEnum)
        {
            return Data.Map(
                ("description", DataScalar.Of(Describe(type))),
                ("deprecated", Deprecated(type.Deprecated)),
                ("type", DataScalar.Of("string")),
                ("enum", Data.Texts(type.Values.Select(v => v.Value))));
        }

        var fields = catalog.FieldsOf(type);
        var rules = catalog.RulesOf(type).SelectMany(r => Rule(r, fields)).ToList();
        return Data.Map(
            ("description", DataScalar.Of(Describe(type))),
            ("deprecated", Deprecated(type.Deprecated)),
            ("type", DataScalar.Of("object")),
            ("properties", new DataMap(fields.Select(f => new DataEntry(f.Name, Member(f))).ToEquatableArray())),
            ("required", Required(fields.Where(IsNeeded))),
            ("additionalProperties", DataScalar.Of(false)),
            ("allOf", rules.Count == 0 ? null : new DataList(rules.ToEquatableArray<DataValue>())));
    }

    private static DataMap Reference(TypeReference type, MemberDefinition member) => type.Name switch
    {
        "string" => Data.Map(("type", DataScalar.Of("string")), ("minLength", Integer(member.MinLength)), ("maxLength", Integer(member.MaxLength))),
        "integer" or "number" => Data.Map(("type", DataScalar.Of(type.Name)), ("minimum", Integer(member.Min)), ("maximum", Integer(member.Max))),
        "boolean" => Data.Map(("type", DataScalar.Of("boolean"))),
        "timestamp" => Data.Map(("anyOf", Data.List(Data.Map(("type", DataScalar.Of("integer"))), Data.Map(("type", DataScalar.Of("string")))))),
        "object" => Data.Map(("type", DataScalar.Of("object"))),
        "any" => Data.Map(),
        "array" => Data.Map(
            ("type", DataScalar.Of("array")),
            ("items", Reference(type.Items!, member)),
            ("minItems", Integer(member.MinItems)),
            ("maxItems", Integer(member.MaxItems))),
        "map" => Data.Map(("type", DataScalar.Of("object")), ("additionalProperties", Reference(type.Items!, member))),
        _ => Data.Map(("$ref", DataScalar.Of("#/$defs/" + type.Name))),
    };

    private static IEnumerable<DataMap> Rule(RuleDefinition rule, IReadOnlyList<FieldDefinition> fields)
    {
        foreach (var field in rule.With)
        {
            // Plain presence has a keyword of its own; a boolean counts only when it is true.
            yield return IsPlain(field) && rule is { Forbid.Count: 0, Values.Count: 0 }
                ? Data.Map(("dependentRequired", new DataMap([new(field.Name, Data.Texts(Names(rule.Require)))])))
                : Data.Map(("if", Given(field)), ("then", Consequences()));
        }

        if (rule.When is { } when)
        {
            yield return Data.Map(("if", OneOf(when)), ("then", Consequences()));
        }

        if (rule.Unless is { } unless)
        {
            yield return Data.Map(("if", Data.Map(("not", OneOf(unless)))), ("then", Consequences()));
        }

        if (rule.AtMostOne.Count > 0)
        {
            var pairs = rule.AtMostOne.SelectMany((a, i) => rule.AtMostOne.Skip(i + 1).Select(b => Given(a, b))).ToList();
            yield return Data.Map(("not", AnyOf(pairs)));
        }

        if (rule.AtLeastOne.Count > 0)
        {
            yield return Data.Map(("anyOf", new DataList(rule.AtLeastOne.Select(f => Given(f)).ToEquatableArray<DataValue>())));
        }

        if (rule.ExactlyOne.Count > 0)
        {
            yield return Data.Map(("oneOf", new DataList(rule.ExactlyOne.Select(f => Given(f)).ToEquatableArray<DataValue>())));
        }

        FieldDefinition? Find(Reference field) => fields.FirstOrDefault(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal));

        bool IsPlain(Reference field) => Find(field) is not ({ Type.Name: "boolean" } or { Nullable: true });

        // False and null count as not given.
        DataValue GivenValue(Reference field) => Find(field) switch
        {
            { Type.Name: "boolean" } => Data.Map(("const", DataScalar.Of(true))),
            { Nullable: true } => Data.Map(("not", Data.Map(("type", DataScalar.Of("null"))))),
            _ => DataScalar.Of(true),
        };

        // A strict validator wants each required field among the properties beside it.
        DataMap Given(params Reference[] all) => Data.Map(
            ("required", Data.Texts(all.Select(f => f.Name))),
            ("properties", new DataMap(all.Select(f => new DataEntry(f.Name, GivenValue(f))).ToEquatableArray())));

        DataMap AnyOf(IReadOnlyList<DataMap> options) =>
            options.Count == 1 ? options[0] : Data.Map(("anyOf", new DataList(options.ToEquatableArray<DataValue>())));

        DataMap OneOf(FieldValues condition) => Data.Map(
            ("properties", new DataMap([new(condition.Field.Name, Data.Map(("enum", Data.Texts(condition.Values))))])),
            ("required", Data.Texts([condition.Field.Name])));

        DataMap Consequences()
        {
            var limited = rule.Values.Select(v => new DataEntry(v.Field.Name, Data.Map(("enum", Data.Texts(v.Values))))).ToList();
            var needed = rule.Require.Where(f => !limited.Exists(l => string.Equals(l.Name, f.Name, StringComparison.Ordinal))).Select(f => new DataEntry(f.Name, DataScalar.Of(true)));
            var properties = needed.Concat(limited).ToEquatableArray();
            return Data.Map(
                ("required", rule.Require.Count == 0 ? null : Data.Texts(Names(rule.Require))),
                ("properties", properties.Count == 0 ? null : new DataMap(properties)),
                ("not", rule.Forbid.Count == 0 ? null : AnyOf([.. rule.Forbid.Select(f => Given(f))])));
        }
    }

    private static IEnumerable<string> Names(EquatableArray<Reference> fields) => fields.Select(f => f.Name);

    private static DataList? Required(IEnumerable<MemberDefinition> members)
    {
        var names = members.Select(m => m.Name).ToList();
        return names.Count == 0 ? null : Data.Texts(names);
    }

    /// <summary>Whether it has to be given; a setting can fill it otherwise.</summary>
    public static bool IsNeeded(MemberDefinition member) => member.Required && member.DefaultFrom is null;

    private static DataScalar? Deprecated(Deprecation? deprecation) => deprecation is null ? null : DataScalar.Of(true);

    private static DataScalar? Integer(long? value) => value is { } number ? DataScalar.Of(number) : null;

    /// <summary>The description with what JSON Schema has no strict keyword for.</summary>
    private static string Describe(MemberDefinition member) => Words.Summary(member, Words.Limits(member, catalog: null, Use.Schema));

    private static string Describe(TypeDefinition type)
    {
        var values = type.Values.Where(v => v.Description is not null).Select(v => $"{v.Value}: {v.Description}").ToList();
        var description = values.Count == 0 ? type.Description : $"{type.Description} ({string.Join(" ", values)})";
        return type.Deprecated is { } deprecation ? $"{description} {Words.Deprecated(deprecation)}" : description;
    }
}
