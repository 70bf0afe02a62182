using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of functions.</summary>
internal static class FunctionViews
{
    private static readonly ViewShape<Reference> Alias = new(
        new("name", a => a.Name),
        new("pascal", a => Naming.Pascal(a.Name)));

    private static readonly ViewShape<PagingDefinition> Paging = new(
        new("style", p => p.Style),
        new("field", p => p.Field),
        new("page_min", p => p.Page.Min),
        new("page_default", p => p.Page.Default),
        new("page_max", p => p.Page.Max),
        new("limit", p => p.Limit?.Name),
        new("offset", p => p.Offset?.Name),
        new("until", p => p.Until?.Name),
        new("limit_default", p => p.LimitDefault),
        new("max_requests", p => p.MaxRequests));

    private static readonly ViewShape<EffectCondition> Condition = new(
        new("always", c => c.Arguments.Count == 0),
        new("arguments", c => View.Names(c.Arguments)));

    private static readonly ViewShape<EffectsDefinition> Effects = new(
        new("idempotent", e => e.Idempotent),
        new("irreversible", e => e.Irreversible),
        new("undocumented", e => e.Undocumented),
        new("approximate", e => e.Approximate),
        new("destructive", e => e.Destructive is { } condition ? Condition.Of(condition) : null),
        new("sends_message", e => e.SendsMessage is { } condition ? Condition.Of(condition) : null),
        new("destroys", e => e.Destructive is not null || e.Irreversible),
        new("words", e => View.Texts(Words.Effects(e))));

    private static readonly ViewShape<ResponseSubject> Response = new(
        new("envelope", r => r.Response.Envelope),
        new("shape", r => r.Response.Shape),
        new("is_list", r => r.Response.Shape == "array"),
        new("type", r => MemberViews.Type(r.Response.Type, r.Function.Kinds)),
        new("pascal", r => r.Response.Envelope is { } envelope ? Naming.Property(r.Response.Shape == "array" || TypeCatalog.IsBuiltIn(r.Response.Type.Name) ? envelope : r.Response.Type.Name, r.Owner) : null),
        new("adds", r => View.List(r.Response.Adds, f => MemberViews.Field(f, r.Function.Kinds, r.Owner, r.Function.Catalog, r.Function.Use == Use.Code ? Use.Code : Use.Answer))));

    private static readonly ViewShape<FunctionSubject> CodeShape = new(
        new("name", f => f.Function.Name),
        new("pascal", f => f.Pascal),
        new("camel", f => Naming.Camel(f.Function.Name)),
        new("kebab", f => Naming.Kebab(f.Function.Name)),
        new("title", f => FunctionTitle.Of(f.Function.Name)),
        new("full_name", f => $"{f.Namespace}.{f.Namespace}_{f.Function.Name}"),
        new("tool_name", f => $"{f.Namespace}_{f.Function.Name}"),
        new("short_name", f => $"{f.Namespace}.{f.Function.Name}"),
        new("lua_path", f => LuaText.Path(f.Namespace, f.Function.Name)),
        new("group", f => f.Group.Name),
        new("operation", f => f.Function.Operation),
        new("is_read", f => f.Function.Operation == "read"),
        new("description", f => f.Function.Description),
        new("notes", f => f.Function.Notes),
        new("note_paragraphs", f => View.Texts(Words.Paragraphs(f.Function.Notes))),
        new("remarks", f => Words.Remarks(f.Function)),
        new("method", f => f.Function.Request.Method),
        new("path", f => f.Function.Request.Path),
        new("handler", f => f.Function.Handler),
        new("signature", f => Signature.Of(f.Function)),
        new("parameters", f => View.List(f.Function.Parameters, p => MemberViews.Parameter(p, f.Kinds, f.Pascal + "Arguments", f.Catalog, f.Use, f.IsNeeded(p)))),
        new("needs_arguments", f => f.Function.Parameters.Any(f.IsNeeded)),
        new("response", f => f.Function.Response is { } response ? Response.Of(new(response, f)) : null),
        new("paging", f => f.Function.Paging is { } paging ? Paging.Of(paging) : null),
        new("effects", f => Effects.Of(f.Function.Effects)),
        new("source", f => f.Function.Source),
        new("source_words", f => Words.Source(f.Function.Source)),
        new("aliases", f => View.List(f.Function.Aliases, Alias.Of)),
        new("stream", f => "Stream" + Naming.Pascal(f.Function.Name.StartsWith("list_", StringComparison.Ordinal) ? f.Function.Name.Substring(5) : f.Function.Name)),
        new("deprecation", f => Words.Deprecated(f.Function.Deprecated)));

    private static readonly ViewShape<FunctionSubject> ListedShape = CodeShape.With(
        new("group_title", f => f.Group.Title),
        new("summary", f => Words.Summary(f.Function)),
        new("schema", f => f.Whole!.Schemas.Of(f.Function)));

    private static readonly ViewShape<RemarkSubject> Remark = new(
        new("name", p => p.Name),
        new("remarks", p => View.Texts(p.Remarks)));

    private static readonly ViewShape<ExpectedRequest> Request = new(
        new("method", r => r.Request.Method),
        new("path", r => r.Request.Path),
        new("body", r => r.Body));

    private static readonly ViewShape<ExpectedError> Error = new(
        new("code", e => e.Code),
        new("path", e => e.Path));

    /// <summary>An example; <c>args</c> and <c>csharp</c> are for the escaping functions that write calls.</summary>
    private static readonly ViewShape<ExampleSubject> Example = new(
        new("title", e => e.Example.Title),
        new("args", e => e.Example.Args),
        new("csharp", e => e.Example.Error is null ? new CSharpCall(e.Function.Function, e.Example.Args, e.Function.Whole!.Catalog) : null),
        new("sends", e => View.List(e.Example.Sends, Request.Of)),
        new("error", e => e.Example.Error is { } error ? Error.Of(error) : null));

    private static readonly ViewShape<FunctionSubject> FullShape = ListedShape.With(
        new("command", f => f.Whole!.Manifest.Root.Command),
        new("client_property", f => Naming.Group(f.Group.Name)),
        new("sends_more", f => SendsMore(f.Function)),
        new("parameter_remarks", f => View.List(
            f.Function.Parameters.Select(p => new RemarkSubject(p.Name, [.. Remarks(p, f.Catalog!)])).Where(p => p.Remarks.Length > 0), Remark.Of)),
        new("argument_types", f => Types(f, f.ArgumentTypes, Use.Argument)),
        new("result_types", f => Types(f, f.ResultTypes.Where(t => !f.Takes(t)), Use.Answer)),
        new("shared_types", f => Types(f, f.ResultTypes.Where(f.Takes), Use.Answer)),
        new("examples", f => View.List(f.Function.Examples, e => Example.Of(new(e, f)))));

    /// <summary>What code that calls a function needs: nothing of the fields of the types that it uses.</summary>
    public static View Code(FunctionDefinition function, string ns, GroupDefinition group, TypeKinds kinds) =>
        CodeShape.Of(new(function, ns, group, kinds, Whole: null));

    /// <summary>A function as one of many, for outputs that list them all.</summary>
    public static View Listed(FunctionDefinition function, GroupDefinition group, WholeManifest whole) =>
        ListedShape.Of(new(function, whole.Manifest.Root.Name, group, whole.Kinds, whole));

    /// <summary>All of a function, for its own page and schema.</summary>
    public static View Full(FunctionDefinition function, GroupDefinition group, WholeManifest whole) =>
        FullShape.Of(new(function, whole.Manifest.Root.Name, group, whole.Kinds, whole));

    /// <summary>Whether it may send other requests than its main one: it reads pages, or an example of it does so.</summary>
    private static bool SendsMore(FunctionDefinition function) =>
        function.Paging is not null || function.Examples.Any(e => e.Sends.Count > 1 || e.Sends.Any(sent => !IsMainRequest(sent.Request, function.Request)));

    private static bool IsMainRequest(RequestLine sent, RequestLine main) =>
        sent.Method == main.Method && sent.Path.StartsWith(main.Path.Split('{')[0], StringComparison.Ordinal);

    private static IEnumerable<string> Remarks(ParameterDefinition parameter, TypeCatalog catalog)
    {
        // The table has the reference's word, which does not say of what a list is.
        IEnumerable<string> limits = parameter.Type.Items is null ? [] : [Words.FullType(parameter.Type)];
        limits = limits.Concat(Words.Limits(parameter, catalog, Use.Argument));
        return parameter.Deprecated is { } deprecation ? limits.Append(Words.Deprecated(deprecation).TrimEnd('.')) : limits;
    }

    private static ScriptArray Types(FunctionSubject subject, IEnumerable<TypeDefinition> types, Use use) =>
        View.List(types, t => subject.Whole!.TypeView(t, use));

    /// <summary>Whether a type needs a section: the bare values of an enum stand where it is used.</summary>
    private static bool HasMoreThanValues(TypeDefinition type) =>
        !type.IsEnum || type.Deprecated is not null || type.Values.Any(v => v.Description is not null);

    /// <summary>A function, and the manifest where more than its code is shown.</summary>
    private sealed record FunctionSubject(FunctionDefinition Function, string Namespace, GroupDefinition Group, TypeKinds Kinds, WholeManifest? Whole)
    {
        private HashSet<string>? _taken;

        public string Pascal { get; } = Naming.Pascal(Function.Name);

        public TypeCatalog? Catalog => Whole?.Catalog;

        /// <summary>The types with a section that its arguments reach.</summary>
        public IEnumerable<TypeDefinition> ArgumentTypes => Reachable(Function.Parameters.Select(p => p.Type));

        /// <summary>The types with a section that its answer reaches.</summary>
        public IEnumerable<TypeDefinition> ResultTypes => Function.Response is { } response ? Reachable([response.Type, .. response.Adds.Select(a => a.Type)]) : [];

        /// <summary>Whether its arguments reach the type.</summary>
        public bool Takes(TypeDefinition type) => (_taken ??= new(ArgumentTypes.Select(t => t.Name), StringComparer.Ordinal)).Contains(type.Name);

        public Use Use => Whole is null ? Use.Code : Use.Argument;

        public bool IsNeeded(ParameterDefinition parameter) =>
            Catalog is { } catalog ? ArgumentSchemas.IsNeeded(parameter, catalog) : ArgumentSchemas.IsNeeded(parameter);

        private IEnumerable<TypeDefinition> Reachable(IEnumerable<TypeReference> references) => Catalog!.Reachable(references).Where(HasMoreThanValues);
    }

    private sealed record ResponseSubject(ResponseDefinition Response, FunctionSubject Function)
    {
        public string Owner => Function.Pascal + "Result";
    }

    private sealed record RemarkSubject(string Name, string[] Remarks);

    private sealed record ExampleSubject(ExampleDefinition Example, FunctionSubject Function);
}
