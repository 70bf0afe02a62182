using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of functions.</summary>
internal static class FunctionViews
{
    /// <summary>What code that calls a function needs: nothing of the fields of the types that it uses.</summary>
    public static ScriptObject Code(FunctionDefinition function, string ns, string group, TypeKinds kinds) =>
        Of(function, ns, group, kinds, catalog: null, Use.Code);

    private static ScriptObject Of(FunctionDefinition function, string ns, string group, TypeKinds kinds, TypeCatalog? catalog, Use use)
    {
        var pascal = Naming.Pascal(function.Name);
        bool IsNeeded(ParameterDefinition p) => p.Required || (catalog is not null && ArgumentSchema.IsNeeded(p, catalog));
        return View.Of(
            ("name", function.Name),
            ("pascal", pascal),
            ("camel", Naming.Camel(function.Name)),
            ("kebab", Naming.Kebab(function.Name)),
            ("title", Naming.Title(function.Name)),
            ("full_name", $"{ns}.{ns}_{function.Name}"),
            ("tool_name", $"{ns}_{function.Name}"),
            ("short_name", $"{ns}.{function.Name}"),
            ("lua_path", $"app.integrations.{ns}.{function.Name}"),
            ("group", group),
            ("operation", function.Operation),
            ("is_read", function.Operation == "read"),
            ("description", function.Description),
            ("notes", function.Notes),
            ("method", function.Request.Method),
            ("path", function.Request.Path),
            ("handler", function.Handler),
            ("signature", Signature.Of(function)),
            ("parameters", View.List(function.Parameters, p => MemberViews.Parameter(p, kinds, pascal + "Arguments", Words.Limits(p, catalog, use), IsNeeded(p)))),
            ("needs_arguments", function.Parameters.Any(IsNeeded)),
            ("response", Response(function, kinds, catalog, use)),
            ("paging", Paging(function.Paging)),
            ("effects", Effects(function.Effects)),
            ("source", function.Source),
            ("source_words", Words.Source(function.Source)),
            ("aliases", View.List(function.Aliases, a => View.Of(("name", a.Name), ("pascal", Naming.Pascal(a.Name))))),
            ("stream", "Stream" + Naming.Pascal(function.Name.StartsWith("list_", StringComparison.Ordinal) ? function.Name.Substring(5) : function.Name)),
            ("deprecation", function.Deprecated is null ? null : Words.Deprecated(function.Deprecated)));
    }

    /// <summary>A function as one of many, for outputs that list them all.</summary>
    public static ScriptObject Listed(FunctionDefinition function, Manifest manifest, GroupDefinition group, TypeKinds kinds)
    {
        var view = Of(function, manifest.Root.Name, group.Name, kinds, manifest.Catalog, Use.Argument);
        view["group_title"] = group.Title;
        view["summary"] = Words.Summary(function);
        view["schema"] = ArgumentSchema.Of(function, manifest.Catalog);
        return view;
    }

    /// <summary>All of a function, for its own page and schema.</summary>
    public static ScriptObject Full(FunctionDefinition function, Manifest manifest, GroupDefinition group, TypeKinds kinds)
    {
        var catalog = manifest.Catalog;
        var view = Listed(function, manifest, group, kinds);
        view["command"] = manifest.Root.Command;
        view["client_property"] = Naming.Pascal(group.Name);
        view["parameter_remarks"] = View.List(
            function.Parameters.Select(p => (p.Name, Remarks: Remarks(p, catalog).ToList())).Where(p => p.Remarks.Count > 0),
            p => View.Of(("name", p.Name), ("remarks", View.Texts(p.Remarks))));
        view["argument_types"] = View.List(catalog.Reachable(function.Parameters.Select(p => p.Type)).Where(HasMoreThanValues), t => TypeViews.Of(t, catalog, kinds, Use.Argument));
        view["result_types"] = View.List(ResultTypes(function, catalog).Where(HasMoreThanValues), t => TypeViews.Of(t, catalog, kinds, Use.Answer));
        view["examples"] = View.List(function.Examples, e => Example(e, function, manifest));
        return view;
    }

    private static IEnumerable<string> Remarks(ParameterDefinition parameter, TypeCatalog catalog)
    {
        var limits = Words.Limits(parameter, catalog, Use.Argument);
        return parameter.Deprecated is { } deprecation ? limits.Append(Words.Deprecated(deprecation).TrimEnd('.')) : limits;
    }

    /// <summary>Whether a type needs a section: the bare values of an enum stand where it is used.</summary>
    private static bool HasMoreThanValues(TypeDefinition type) =>
        !type.IsEnum || type.Deprecated is not null || type.Values.Any(v => v.Description is not null);

    /// <summary>An example; <c>args</c> and <c>csharp</c> are for the escaping functions that write calls.</summary>
    private static ScriptObject Example(ExampleDefinition example, FunctionDefinition function, Manifest manifest) => View.Of(
        ("title", example.Title),
        ("args", example.Args),
        ("csharp", example.Error is null ? new CSharpCall(function, example.Args, manifest.Catalog) : null),
        ("sends", View.List(example.Sends, s => View.Of(
            ("method", s.Request.Method), ("path", s.Request.Path), ("body", s.Body)))),
        ("error", example.Error is { } error ? View.Of(("code", error.Code), ("path", error.Path)) : null));

    private static ScriptObject? Response(FunctionDefinition function, TypeKinds kinds, TypeCatalog? catalog, Use use)
    {
        if (function.Response is not { } response)
        {
            return null;
        }

        var owner = Naming.Pascal(function.Name) + "Result";
        return View.Of(
            ("envelope", response.Envelope),
            ("shape", response.Shape),
            ("is_list", response.Shape == "array"),
            ("type", MemberViews.Type(response.Type, kinds)),
            ("pascal", response.Envelope is null ? null : Naming.Property(response.Shape == "array" || TypeCatalog.IsBuiltIn(response.Type.Name) ? response.Envelope : response.Type.Name, owner)),
            ("adds", View.List(response.Adds, f => MemberViews.Field(f, kinds, owner, Words.Limits(f, catalog, use == Use.Code ? use : Use.Answer)))));
    }

    private static ScriptObject? Paging(PagingDefinition? paging) => paging is null ? null : View.Of(
        ("style", paging.Style),
        ("field", paging.Field),
        ("page_min", paging.Page.Min),
        ("page_default", paging.Page.Default),
        ("page_max", paging.Page.Max),
        ("limit", paging.Limit?.Name),
        ("offset", paging.Offset?.Name),
        ("until", paging.Until?.Name),
        ("limit_default", paging.LimitDefault),
        ("max_requests", paging.MaxRequests));

    private static ScriptObject Effects(EffectsDefinition effects) => View.Of(
        ("idempotent", effects.Idempotent),
        ("irreversible", effects.Irreversible),
        ("undocumented", effects.Undocumented),
        ("approximate", effects.Approximate),
        ("destructive", Condition(effects.Destructive)),
        ("sends_message", Condition(effects.SendsMessage)),
        ("destroys", effects.Destructive is not null || effects.Irreversible),
        ("words", View.Texts(Words.Effects(effects))));

    private static ScriptObject? Condition(EffectCondition? condition) =>
        condition is null ? null : View.Of(("always", condition.Arguments.Count == 0), ("arguments", View.Names(condition.Arguments)));

    private static IReadOnlyList<TypeDefinition> ResultTypes(FunctionDefinition function, TypeCatalog catalog) =>
        function.Response is { } response ? catalog.Reachable([response.Type, .. response.Adds.Select(a => a.Type)]) : [];
}
