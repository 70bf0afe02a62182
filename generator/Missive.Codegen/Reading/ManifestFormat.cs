using Missive.Codegen.Model;
using YamlDotNet.Core.Events;

namespace Missive.Codegen.Reading;

/// <summary>The format of every manifest file: the one place that lists its keys.</summary>
internal static class ManifestFormat
{
    public const long SchemaVersion = 1;

    private static readonly Shape<Reference> FunctionName = Named(PatternShape.SnakeCase);
    private static readonly Shape<Reference> FieldName = Named(PatternShape.SnakeCase);
    private static readonly Shape<Reference> Mention = Named(TextShape.Any);
    private static readonly Shape<EquatableArray<Reference>> FieldNames = new ListShape<Reference>(FieldName);
    private static readonly ChoiceShape Evidence = new("documented", "secondary", "undocumented");

    private static readonly MappingShape<Deprecation> Deprecated = new MappingShape<Deprecation>("a deprecation", () => new())
        .Optional("since", TextShape.Any, (d, v) => d.Since = v, "The version since which it should not be used.")
        .Optional("use", FunctionName, (d, v) => d.Use = v, "What to use instead.")
        .Optional("reason", TextShape.Any, (d, v) => d.Reason = v, "Why.");

    private static readonly MappingShape<FieldDefinition> Field = new MappingShape<FieldDefinition>("a field", () => new())
        .With(AddMemberKeys);

    private static readonly MappingShape<ParameterDefinition> Parameter = new MappingShape<ParameterDefinition>("a parameter", () => new())
        .With(AddMemberKeys)
        .Optional("in", new ChoiceShape("path", "query", "body"), (p, v) => p.In = v, "Where the request carries it; an object's fields become the query.")
        .Optional("list", new ChoiceShape("comma"), (p, v) => p.List = v, "comma: one or several ids, comma separated, in one path segment.")
        .Optional("envelope", PatternShape.SnakeCase, (p, v) => p.Envelope = v, "The key that a body is sent under.")
        .Optional("shape", new ChoiceShape("object", "array"), (p, v) => p.Shape = v, "What stands under the envelope.")
        .Optional("per_id", FieldName, (p, v) => p.PerId = v, "The parameter whose ids each get a copy of the body.");

    private static readonly MappingShape<ResponseDefinition> Response = new MappingShape<ResponseDefinition>("a response", () => new())
        .Optional("envelope", PatternShape.SnakeCase, (r, v) => r.Envelope = v, "The key of the answer that holds the result.")
        .Optional("shape", new ChoiceShape("array", "object", "array_of_one", "object_or_array"), (r, v) => r.Shape = v, "What stands under the envelope.")
        .Required("type", TextShape.Any, (r, v, span) => r.Type = new(v, null, span), "The type under the envelope.")
        .Optional("adds", new ListShape<FieldDefinition>(Field), (r, v) => r.Adds = v, "Fields that the host adds beside the envelope.");

    private static readonly MappingShape<PageLimits> Page = new MappingShape<PageLimits>("page limits", () => new())
        .Optional("min", IntegerShape.Positive, (p, v) => p.Min = v, "The smallest page that the API takes.")
        .Optional("default", IntegerShape.Positive, (p, v) => p.Default = v, "The page when none is asked for.")
        .Optional("max", IntegerShape.Positive, (p, v) => p.Max = v, "The largest page.");

    private static readonly MappingShape<PagingDefinition> Paging = new MappingShape<PagingDefinition>("paging", () => new())
        .Required("style", new ChoiceShape("offset", "cursor"), (p, v) => p.Style = v, "offset: limit and offset; cursor: until pages.")
        .Optional("field", PatternShape.SnakeCase, (p, v) => p.Field = v, "The item's field that the next page starts from.")
        .Optional("page", Page, (p, v) => p.Page = v, "The limits of one page.")
        .Optional("limit", Mention, (p, v) => p.Limit = v, "The argument that limits the result, such as params.limit.")
        .Optional("offset", Mention, (p, v) => p.Offset = v, "The argument that skips items.")
        .Optional("until", Mention, (p, v) => p.Until = v, "The argument that a walk starts from.")
        .Optional("limit_default", IntegerShape.Positive, (p, v) => p.LimitDefault = v, "The limit when none is given; without it one page.")
        .Optional("max_requests", IntegerShape.Positive, (p, v) => p.MaxRequests = v, "The most requests of one walk.");

    private static readonly Shape<EffectCondition?> Effect = new EitherShape<EffectCondition?>(
        e => e is SequenceStart,
        new MappedShape<EquatableArray<Reference>, EffectCondition?>(new ListShape<Reference>(Mention), (v, _) => new(v)),
        new MappedShape<bool, EffectCondition?>(BooleanShape.Any, (v, _) => v ? new(default(EquatableArray<Reference>)) : null));

    private static readonly MappingShape<EffectsDefinition> Effects = new MappingShape<EffectsDefinition>("effects", () => new())
        .Optional("idempotent", BooleanShape.Any, (e, v) => e.Idempotent = v, "A second equal call changes nothing more.")
        .Optional("irreversible", BooleanShape.Any, (e, v) => e.Irreversible = v, "It cannot be undone.")
        .Optional("undocumented", BooleanShape.Any, (e, v) => e.Undocumented = v, "It rests on a call that the API does not document.")
        .Optional("approximate", BooleanShape.Any, (e, v) => e.Approximate = v, "It does something near to what its name says.")
        .Optional("destructive", Effect, (e, v) => e.Destructive = v, "It overwrites data: true, or the arguments that make it so.")
        .Optional("sends_message", Effect, (e, v) => e.SendsMessage = v, "It sends a message to people: true, or the arguments that make it so.");

    private static readonly MappingShape<ExpectedRequest> Expected = new MappingShape<ExpectedRequest>("an expected request", () => new())
        .Required("request", RequestLineShape.Any, (r, v) => r.Request = v, "Method, path and query as sent; {name} stands for any value.")
        .Optional("body", DataShape.Any, (r, v) => r.Body = v, "The JSON body.");

    private static readonly MappingShape<ExpectedError> Error = new MappingShape<ExpectedError>("an expected error", () => new())
        .Required("code", PatternShape.SnakeCase, (e, v) => e.Code = v, "The code of the error, such as not_allowed.")
        .Optional("path", TextShape.Any, (e, v) => e.Path = v, "The argument at fault.");

    private static readonly MappingShape<ExampleDefinition> Example = new MappingShape<ExampleDefinition>("an example", () => new())
        .Required("title", TextShape.Any, (e, v, span) => (e.Title, e.TitleSpan) = (v, span), "What it shows; unique within its function.")
        .Optional("args", new MapDataShape(), (e, v) => e.Args = v, "The arguments.")
        .Optional("sends", new ListShape<ExpectedRequest>(Expected), (e, v) => e.Sends = v, "Every request that it makes, in order.")
        .Optional("error", Error, (e, v) => e.Error = v, "How it is refused.");

    private static readonly MappingShape<FunctionDefinition> Function = new MappingShape<FunctionDefinition>("a function", () => new())
        .Required("name", PatternShape.SnakeCase, (f, v, span) => (f.Name, f.NameSpan) = (v, span), "The name that callers use.")
        .Required("operation", new ChoiceShape("read", "write"), (f, v) => f.Operation = v, "read or write.")
        .Required("description", TextShape.Any, (f, v) => f.Description = v, "What it does, as agents and people read it.")
        .Optional("notes", TextShape.Any, (f, v) => f.Notes = v, "What has to be said beyond the description. A line break begins a new paragraph.")
        .Required("request", RequestLineShape.Any, (f, v) => f.Request = v, "Method and path of the main request; {x} is the parameter x.")
        .Optional("handler", PatternShape.SnakeCase, (f, v) => f.Handler = v, "The hand-written handler, where the request cannot be derived.")
        .Optional("parameters", new ListShape<ParameterDefinition>(Parameter), (f, v) => f.Parameters = v, "The parameters in order.")
        .Optional("response", Response, (f, v) => f.Response = v, "The shape of the answer.")
        .Optional("paging", Paging, (f, v) => f.Paging = v, "How a list is walked.")
        .Optional("effects", Effects, (f, v) => f.Effects = v, "What a call does beyond its answer.")
        .Required("source", Evidence, (f, v) => f.Source = v, "The evidence: documented, secondary or undocumented.")
        .Optional("aliases", new ListShape<Reference>(FunctionName), (f, v) => f.Aliases = v, "Other names that are accepted.")
        .Optional("deprecated", Deprecated, (f, v) => f.Deprecated = v, "Why and since when it should not be used.")
        .Optional("examples", new ListShape<ExampleDefinition>(Example), (f, v) => f.Examples = v, "Calls with the requests they make.");

    private static readonly MappingShape<RuleDefinition> Rule = new MappingShape<RuleDefinition>("a rule", () => new())
        .Located((r, span) => r.Span = span)
        .Optional("with", FieldNames, (r, v) => r.With = v, "When one of these is given, 'require' counts.")
        .Optional("when", new SingleFieldValuesShape(), (r, v) => r.When = v, "When a field is one of these values, the consequences count.")
        .Optional("unless", new SingleFieldValuesShape(), (r, v) => r.Unless = v, "Unless a field is one of these values, the consequences count.")
        .Optional("require", FieldNames, (r, v) => r.Require = v, "Fields that are needed then.")
        .Optional("forbid", FieldNames, (r, v) => r.Forbid = v, "Fields that may not be given then.")
        .Optional("values", new FieldValuesShape(), (r, v) => r.Values = v, "Values that fields are limited to then.")
        .Optional("at_most_one", FieldNames, (r, v) => r.AtMostOne = v, "Of these, one at most.")
        .Optional("at_least_one", FieldNames, (r, v) => r.AtLeastOne = v, "Of these, one at least.")
        .Optional("exactly_one", FieldNames, (r, v) => r.ExactlyOne = v, "Of these, exactly one.")
        .Optional("source", Evidence, (r, v) => r.Source = v, "The evidence, where it differs from the type's.")
        .Optional("description", TextShape.Any, (r, v) => r.Description = v, "Why, as a sentence that ends the error message.");

    private static readonly MappingShape<EnumEntry> EnumEntryMapping = new MappingShape<EnumEntry>("an enum value", () => new())
        .Required("value", TextShape.Any, (e, v) => e.Value = v, "The text as it is sent.")
        .Required("description", TextShape.Any, (e, v) => e.Description = v, "What it means.");

    private static readonly Shape<EnumValue> Value = new EitherShape<EnumValue>(
        e => e is MappingStart,
        new MappedShape<EnumEntry, EnumValue>(EnumEntryMapping, (e, span) => new(e.Value, e.Description, span)),
        new MappedShape<string, EnumValue>(TextShape.Any, (text, span) => new(text, null, span)));

    private static readonly MappingShape<TypeDefinition> Type = new MappingShape<TypeDefinition>("a type", () => new())
        .Required("name", PatternShape.PascalCase, (t, v, span) => (t.Name, t.NameSpan) = (v, span), "The name that parameters and fields use.")
        .Required("description", TextShape.Any, (t, v) => t.Description = v, "What it is.")
        .Required("source", Evidence, (t, v) => t.Source = v, "The evidence: documented, secondary or undocumented.")
        .Optional("extends", Mention, (t, v) => t.Extends = v, "The type whose fields come first.")
        .Optional("fields", new ListShape<FieldDefinition>(Field), (t, v) => t.Fields = v, "The fields of an object, in order.")
        .Optional("rules", new ListShape<RuleDefinition>(Rule), (t, v) => t.Rules = v, "What the fields demand of each other.")
        .Optional("values", new ListShape<EnumValue>(Value), (t, v) => t.Values = v, "The values of an enum.")
        .Optional("deprecated", Deprecated, (t, v) => t.Deprecated = v, "Why and since when it should not be used.");

    private static readonly MappingShape<GuideCall> Call = new MappingShape<GuideCall>("a guide call", () => new())
        .Required("call", FunctionName, (c, v) => c.Call = v, "The function.")
        .Required("example", Mention, (c, v) => c.Example = v, "The title of the function's example.")
        .Required("as", PatternShape.Variable, (c, v) => c.As = v, "The variable that takes the result.");

    private static readonly MappedShape<string, GuideText> Markdown = new(TextShape.Any, (text, span) => new(text, span));

    private static readonly MappingShape<GuideBlock> Block = new MappingShape<GuideBlock>("a guide block", () => new())
        .Optional("text", Markdown, (b, v) => b.Text = v, "Markdown without code fences.")
        .Optional("code", new ListShape<GuideCall>(Call), (b, v) => b.Code = v, "One code block with these calls.")
        .Optional("signatures", new ListShape<Reference>(FunctionName), (b, v) => b.Signatures = v, "A list of these functions' signatures.");

    private static readonly MappingShape<GuideSection> Section = new MappingShape<GuideSection>("a guide section", () => new())
        .Required("title", TextShape.Any, (s, v) => s.Title = v, "The heading.")
        .Required("content", new ListShape<GuideBlock>(Block), (s, v) => s.Content = v, "Text, code and signatures in order.");

    public static MappingShape<FunctionFile> Functions { get; } = new MappingShape<FunctionFile>("a function file", () => new() { Path = "" })
        .Required("group", PatternShape.SnakeCase, (f, v, span) => (f.Group, f.GroupSpan) = (v, span), "The group, as the root file lists it.")
        .Required("functions", new ListShape<FunctionDefinition>(Function), (f, v) => f.Functions = v, "The functions in order.");

    public static MappingShape<TypeFile> Types { get; } = new MappingShape<TypeFile>("a type file", () => new() { Path = "" })
        .Required("types", new ListShape<TypeDefinition>(Type), (f, v) => f.Types = v, "The types in order.");

    public static MappingShape<GuideFile> Guide { get; } = new MappingShape<GuideFile>("the guide", () => new() { Path = "" })
        .Required("title", TextShape.Any, (g, v) => g.Title = v, "The heading.")
        .Required("introduction", Markdown, (g, v) => g.Introduction = v, "Markdown before the first section.")
        .Required("sections", new ListShape<GuideSection>(Section), (g, v) => g.Sections = v, "The sections in order.");

    public static MappingShape<RootFile> Root { get; } = new MappingShape<RootFile>("the root file", () => new() { Path = "" })
        .Required("schema_version", new VersionShape(SchemaVersion), (r, v) => r.SchemaVersion = v, "The version of this format: 1.")
        .Required("name", PatternShape.SnakeCase, (r, v, span) => (r.Name, r.NameSpan) = (v, span), "The namespace of the functions.")
        .Required("title", TextShape.Any, (r, v) => r.Title = v, "The name that people read.")
        .Required("description", TextShape.Any, (r, v) => r.Description = v, "What the functions work on.")
        .Required("csharp", CSharpShape(), (r, v) => r.CSharp = v, "Names of the generated C#.")
        .Required("command", TextShape.Any, (r, v) => r.Command = v, "The command line that the documentation shows.")
        .Required("api", ApiShape(), (r, v) => r.Api = v, "The API behind the functions.")
        .Required("auth", AuthShape(), (r, v) => r.Auth = v, "How a caller proves who it is.")
        .Optional("limits", LimitsShape(), (r, v) => r.Limits = v, "The API's rate limits.")
        .Optional("settings", new ListShape<SettingDefinition>(SettingShape()), (r, v) => r.Settings = v, "What an account may be told.")
        .Required("groups", new ListShape<GroupDefinition>(GroupShape()), (r, v) => r.Groups = v, "The groups in the order of every output.");

    private static void AddMemberKeys<T>(MappingShape<T> shape)
        where T : MemberDefinition
    {
        AddValueKeys(shape);
        shape
            .Optional("required", BooleanShape.Any, (m, v) => m.Required = v, "Whether it has to be given.")
            .Optional("nullable", BooleanShape.Any, (m, v) => m.Nullable = v, "Whether null is a value of its own.")
            .Optional("default_from", FieldName, (m, v) => m.DefaultFrom = v, "The setting that fills it when it is absent.")
            .Optional("date_only", new ChoiceShape("start_of_day", "end_of_day"), (m, v) => m.DateOnly = v, "Which instant of the day a date alone means.")
            .Optional("time_zone_from", FieldName, (m, v) => m.TimeZoneFrom = v, "The sibling field whose zone counts for texts without one.")
            .Optional("source", Evidence, (m, v) => m.Source = v, "The evidence, where it differs from the owner's.")
            .Optional("deprecated", Deprecated, (m, v) => m.Deprecated = v, "Why it should not be used.");
    }

    // What parameters, fields and settings have in common.
    private static void AddValueKeys<T>(MappingShape<T> shape)
        where T : MemberDefinition
    {
        shape
            .Required("name", PatternShape.SnakeCase, (m, v, span) => (m.Name, m.NameSpan) = (v, span), "The name as callers and the API write it.")
            .Required("type", TextShape.Any, (m, v, span) => m.Type = new(v, m.Type.Items, span), "string, integer, number, boolean, timestamp, object, any, array, map, or the name of a type.")
            .Optional("items", TextShape.Any, (m, v, span) => m.Type = m.Type with { Items = new(v, null, span) }, "The type of an array's items or a map's values.")
            .Required("description", TextShape.Any, (m, v) => m.Description = v, "What it is.")
            .Optional("format", new ChoiceShape("uuid", "email", "url", "html", "markdown", "time_zone", "color", "base64"), (m, v) => m.Format = v, "What the text holds; documentation, never a check.")
            .Optional("unit", TextShape.Any, (m, v) => m.Unit = v, "The unit of a number.")
            .Optional("min", IntegerShape.Any, (m, v) => m.Min = v, "The least number allowed.")
            .Optional("max", IntegerShape.Any, (m, v) => m.Max = v, "The greatest number allowed.")
            .Optional("min_length", IntegerShape.Count, (m, v) => m.MinLength = v, "The least length in characters.")
            .Optional("max_length", IntegerShape.Count, (m, v) => m.MaxLength = v, "The greatest length in characters.")
            .Optional("min_items", IntegerShape.Count, (m, v) => m.MinItems = v, "The least number of items.")
            .Optional("max_items", IntegerShape.Count, (m, v) => m.MaxItems = v, "The greatest number of items.")
            .Optional("default", DataShape.Any, (m, v) => m.Default = v, "What is taken when it is absent.");
    }

    private static MappedShape<string, Reference> Named(TextShape shape) => new(shape, (text, span) => new(text, span));

    private static MappingShape<CSharpNames> CSharpShape() => new MappingShape<CSharpNames>("csharp names", () => new())
        .Required("namespace", PatternShape.Namespace, (c, v) => c.Namespace = v, "The namespace.")
        .Required("client", PatternShape.PascalCase, (c, v, span) => (c.Client, c.ClientSpan) = (v, span), "The name of the client facade.");

    private static MappingShape<ApiInfo> ApiShape() => new MappingShape<ApiInfo>("an api", () => new())
        .Required("base_url", PatternShape.Url, (a, v) => a.BaseUrl = v, "The absolute URL that request paths follow.");

    private static MappingShape<AuthInfo> AuthShape() => new MappingShape<AuthInfo>("auth", () => new())
        .Required("scheme", new ChoiceShape("bearer"), (a, v) => a.Scheme = v, "The HTTP authentication scheme.")
        .Required("credentials", new ListShape<CredentialDefinition>(CredentialShape()), (a, v) => a.Credentials = v, "What an account consists of.");

    private static MappingShape<CredentialDefinition> CredentialShape() => new MappingShape<CredentialDefinition>("a credential", () => new())
        .Required("name", PatternShape.SnakeCase, (c, v, span) => (c.Name, c.NameSpan) = (v, span), "Its key.")
        .Required("label", TextShape.Any, (c, v) => c.Label = v, "The label that people read.")
        .Required("type", new ChoiceShape("secret", "url", "text"), (c, v) => c.Type = v, "secret, url or text.")
        .Optional("required", BooleanShape.Any, (c, v) => c.Required = v, "Whether nothing works without it.")
        .Optional("environment", PatternShape.EnvironmentVariable, (c, v) => c.Environment = v, "The environment variable that carries it.")
        .Required("description", TextShape.Any, (c, v) => c.Description = v, "What it is and where it comes from.");

    private static MappingShape<RateLimits> LimitsShape() => new MappingShape<RateLimits>("limits", () => new())
        .Optional("concurrent_requests", IntegerShape.Positive, (l, v) => l.ConcurrentRequests = v, "How many requests may run at once.")
        .Optional("windows", new ListShape<RateWindow>(WindowShape()), (l, v) => l.Windows = v, "How many requests each stretch of time allows.")
        .Optional("body_bytes", IntegerShape.Positive, (l, v) => l.BodyBytes = v, "The largest request body in bytes.");

    private static MappingShape<RateWindow> WindowShape() => new MappingShape<RateWindow>("a rate window", () => new())
        .Required("requests", IntegerShape.Positive, (w, v) => w.Requests = v, "The number of requests.")
        .Required("seconds", IntegerShape.Positive, (w, v) => w.Seconds = v, "The length of the stretch in seconds.");

    private static MappingShape<SettingDefinition> SettingShape()
    {
        var shape = new MappingShape<SettingDefinition>("a setting", () => new());
        AddValueKeys(shape);
        return shape;
    }

    private static MappingShape<GroupDefinition> GroupShape() => new MappingShape<GroupDefinition>("a group", () => new())
        .Required("name", PatternShape.SnakeCase, (g, v, span) => (g.Name, g.NameSpan) = (v, span), "Its key; the function file is named after it.")
        .Required("title", TextShape.Any, (g, v) => g.Title = v, "The heading that people read.")
        .Required("description", TextShape.Any, (g, v) => g.Description = v, "What the group is about.");

    private sealed class EnumEntry
    {
        public string Value { get; set; } = "";

        public string? Description { get; set; }
    }
}
