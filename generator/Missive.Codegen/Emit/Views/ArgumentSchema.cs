using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Emit.Views;

/// <summary>The JSON Schema 2020-12 of a function's arguments; self-contained.</summary>
internal static class ArgumentSchema
{
    public static DataMap Of(FunctionDefinition function, TypeCatalog catalog)
    {
        var definitions = catalog.Reachable(function.Parameters.Select(p => p.Type));
        return Data.Map(
            ("$schema", DataScalar.Of("https://json-schema.org/draft/2020-12/schema")),
            ("title", DataScalar.Of(function.Name)),
            ("description", DataScalar.Of(function.Description)),
            ("type", DataScalar.Of("object")),
            ("properties", new DataMap(function.Parameters.Select(p => new DataEntry(p.Name, Parameter(p))).ToEquatableArray())),
            ("required", Required([.. function.Parameters])),
            ("additionalProperties", DataScalar.Of(false)),
            ("$defs", definitions.Count == 0 ? null : new DataMap(definitions.Select(t => new DataEntry(t.Name, Definition(t, catalog))).ToEquatableArray())));
    }

    private static DataMap Parameter(ParameterDefinition parameter)
    {
        if (parameter.Envelope is not { } envelope)
        {
            return Member(parameter);
        }

        // A body counts flat or in its envelope; a list body also as one item.
        var content = Reference(parameter.Type, parameter);
        var list = Data.Map(("type", DataScalar.Of("array")), ("items", content), ("minItems", DataScalar.Of(parameter.MinItems ?? 1)), ("maxItems", Integer(parameter.MaxItems)));
        var inner = parameter.IsEnvelopedArray ? Data.Map(("anyOf", Data.List(content, list))) : content;
        var enveloped = Data.Map(
            ("type", DataScalar.Of("object")),
            ("properties", Data.Map((envelope, inner))),
            ("required", Data.Texts([envelope])),
            ("additionalProperties", DataScalar.Of(false)));
        return Data.Map(
            ("description", DataScalar.Of(Describe(parameter))),
            ("anyOf", parameter.IsEnvelopedArray ? Data.List(content, list, enveloped) : Data.List(content, enveloped)));
    }

    private static DataMap Member(MemberDefinition member)
    {
        var type = Reference(member.Type, member);
        return new([
            new("description", DataScalar.Of(Describe(member))),
            .. (member.Nullable ? Data.Map(("anyOf", Data.List(type, Data.Map(("type", DataScalar.Of("null")))))) : type).Entries,
            .. member.Default is { } value ? [new DataEntry("default", value)] : Array.Empty<DataEntry>(),
            .. member.Deprecated is null ? Array.Empty<DataEntry>() : [new DataEntry("deprecated", DataScalar.Of(true))],
        ]);
    }

    private static DataMap Definition(TypeDefinition type, TypeCatalog catalog)
    {
        if (type.IsEnum)
        {
            return Data.Map(("description", DataScalar.Of(type.Description)), ("enum", Data.Texts(type.Values.Select(v => v.Value))));
        }

        var fields = catalog.FieldsOf(type);
        var rules = catalog.RulesOf(type).SelectMany(r => Rule(r, fields)).ToList();
        return Data.Map(
            ("description", DataScalar.Of(type.Description)),
            ("type", DataScalar.Of("object")),
            ("properties", new DataMap(fields.Select(f => new DataEntry(f.Name, Member(f))).ToEquatableArray())),
            ("required", Required(fields)),
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
            yield return IsBoolean(field)
                ? Data.Map(("if", Given(field)), ("then", Data.Map(("required", Data.Texts(Names(rule.Require))))))
                : Data.Map(("dependentRequired", new DataMap([new(field.Name, Data.Texts(Names(rule.Require)))])));
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
            var pairs = rule.AtMostOne.SelectMany((a, i) => rule.AtMostOne.Skip(i + 1).Select(b => Data.Map(("allOf", Data.List(Given(a), Given(b))))));
            yield return Data.Map(("not", Data.Map(("anyOf", new DataList(pairs.ToEquatableArray<DataValue>())))));
        }

        if (rule.AtLeastOne.Count > 0)
        {
            yield return Data.Map(("anyOf", new DataList(rule.AtLeastOne.Select(Given).ToEquatableArray<DataValue>())));
        }

        if (rule.ExactlyOne.Count > 0)
        {
            yield return Data.Map(("oneOf", new DataList(rule.ExactlyOne.Select(Given).ToEquatableArray<DataValue>())));
        }

        bool IsBoolean(Reference field) => fields.Any(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal) && f.Type.Name == "boolean");

        DataMap Given(Reference field) => Data.Map(
            ("required", Data.Texts([field.Name])),
            ("properties", IsBoolean(field) ? new DataMap([new(field.Name, Data.Map(("const", DataScalar.Of(true))))]) : null));

        DataMap OneOf(FieldValues condition) => Data.Map(
            ("properties", new DataMap([new(condition.Field.Name, Data.Map(("enum", Data.Texts(condition.Values))))])),
            ("required", Data.Texts([condition.Field.Name])));

        DataMap Consequences() => Data.Map(
            ("required", rule.Require.Count == 0 ? null : Data.Texts(Names(rule.Require))),
            ("properties", rule.Values.Count == 0 ? null : new DataMap(rule.Values.Select(v => new DataEntry(v.Field.Name, Data.Map(("enum", Data.Texts(v.Values))))).ToEquatableArray())),
            ("not", rule.Forbid.Count == 0 ? null : Data.Map(("anyOf", new DataList(rule.Forbid.Select(Given).ToEquatableArray<DataValue>())))));
    }

    private static IEnumerable<string> Names(EquatableArray<Reference> fields) => fields.Select(f => f.Name);

    private static DataList? Required(IReadOnlyList<MemberDefinition> members)
    {
        // A setting can fill the others.
        var names = members.Where(m => m.Required && m.DefaultFrom is null).Select(m => m.Name).ToList();
        return names.Count == 0 ? null : Data.Texts(names);
    }

    private static DataScalar? Integer(long? value) => value is { } number ? DataScalar.Of(number) : null;

    /// <summary>The description with what JSON Schema has no strict keyword for.</summary>
    private static string Describe(MemberDefinition member)
    {
        var extra = new[]
        {
            member.Unit is { } unit ? $"in {unit}" : null,
            member.Type.Name == "timestamp" ? "Unix seconds or ISO 8601" : null,
            member.Format is { } format ? format.Replace('_', ' ') : null,
            member.DefaultFrom is { } setting ? $"filled from the setting {setting.Name} when absent" : null,
        }.Where(e => e is not null).ToList();
        return extra.Count == 0 ? member.Description : $"{member.Description} ({string.Join("; ", extra)})";
    }
}
