namespace Missive.Codegen.Model;

/// <summary>Something that the manifest declares by name.</summary>
public abstract record Declaration
{
    /// <summary>The name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; internal set; }

    /// <summary>What it is, as people and agents read it.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>Whether reading it reported an error; then nothing is generated from it.</summary>
    public bool IsBroken { get; internal set; }
}

/// <summary>A tool function.</summary>
public sealed record FunctionDefinition : Declaration
{
    /// <summary><c>read</c> or <c>write</c>.</summary>
    public string Operation { get; internal set; } = "";

    /// <summary>What has to be said beyond the description, or null.</summary>
    public string? Notes { get; internal set; }

    /// <summary>Method and path of the main request.</summary>
    public RequestLine Request { get; internal set; } = new("", "", default);

    /// <summary>The hand-written handler that makes its requests, or null when they follow from this entry.</summary>
    public string? Handler { get; internal set; }

    /// <summary>The parameters in order.</summary>
    public EquatableArray<ParameterDefinition> Parameters { get; internal set; }

    /// <summary>The shape of the answer, or null when it is only <c>{ok, status}</c>.</summary>
    public ResponseDefinition? Response { get; internal set; }

    /// <summary>How a list is walked, or null.</summary>
    public PagingDefinition? Paging { get; internal set; }

    /// <summary>What a call does beyond its answer.</summary>
    public EffectsDefinition Effects { get; internal set; } = new();

    /// <summary><c>documented</c>, <c>secondary</c> or <c>undocumented</c>.</summary>
    public string Source { get; internal set; } = "";

    /// <summary>Other names that are accepted.</summary>
    public EquatableArray<Reference> Aliases { get; internal set; }

    /// <summary>Why and since when it should not be used, or null.</summary>
    public Deprecation? Deprecated { get; internal set; }

    /// <summary>Calls with the requests they make.</summary>
    public EquatableArray<ExampleDefinition> Examples { get; internal set; }
}

/// <summary>Method and path of a request.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path below the API's base URL, with <c>{placeholders}</c>.</param>
/// <param name="Span">Where it stands.</param>
public sealed record RequestLine(string Method, string Path, SourceSpan Span)
{
    /// <summary>The names between braces, in order.</summary>
    public IEnumerable<string> Placeholders()
    {
        for (var open = Path.IndexOf('{'); open >= 0; open = Path.IndexOf('{', open + 1))
        {
            var close = Path.IndexOf('}', open);
            if (close < 0)
            {
                yield break;
            }

            yield return Path.Substring(open + 1, close - open - 1);
        }
    }
}

/// <summary>A named type in use, such as <c>string</c>, <c>TaskState</c> or an array of either.</summary>
/// <param name="Name">The name of a built-in type or of a declared one.</param>
/// <param name="Items">The type of an array's items or a map's values, else null.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TypeReference(string Name, TypeReference? Items, SourceSpan Span);

/// <summary>A parameter of a function or a field of a type.</summary>
public abstract record MemberDefinition : Declaration
{
    /// <summary>The type.</summary>
    public TypeReference Type { get; internal set; } = new("", null, default);

    /// <summary>Whether it has to be given.</summary>
    public bool Required { get; internal set; }

    /// <summary>Whether null is a value of its own.</summary>
    public bool Nullable { get; internal set; }

    /// <summary>What a text holds, for documentation; or null.</summary>
    public string? Format { get; internal set; }

    /// <summary>The unit of a number, or null.</summary>
    public string? Unit { get; internal set; }

    /// <summary>The least number allowed, or null.</summary>
    public long? Min { get; internal set; }

    /// <summary>The greatest number allowed, or null.</summary>
    public long? Max { get; internal set; }

    /// <summary>The least length of a text in characters, or null.</summary>
    public long? MinLength { get; internal set; }

    /// <summary>The greatest length of a text in characters, or null.</summary>
    public long? MaxLength { get; internal set; }

    /// <summary>The least number of items, or null.</summary>
    public long? MinItems { get; internal set; }

    /// <summary>The greatest number of items, or null.</summary>
    public long? MaxItems { get; internal set; }

    /// <summary>Whether the limits contradict each other, so that no value keeps them.</summary>
    internal bool HasImpossibleLimits => Min > Max || MinLength > MaxLength || MinItems > MaxItems;

    /// <summary>What is taken when it is absent, or null.</summary>
    public DataValue? Default { get; internal set; }

    /// <summary>The setting that fills it when it is absent, or null.</summary>
    public Reference? DefaultFrom { get; internal set; }

    /// <summary>Of a timestamp: which instant of the day a date alone means, <c>start_of_day</c> or <c>end_of_day</c>; or null.</summary>
    public string? DateOnly { get; internal set; }

    /// <summary>Of a timestamp: the sibling whose zone counts for texts without one, or null.</summary>
    public Reference? TimeZoneFrom { get; internal set; }

    /// <summary>The evidence, where it differs from its owner's; or null.</summary>
    public string? Source { get; internal set; }

    /// <summary>Why it should not be used, or null.</summary>
    public Deprecation? Deprecated { get; internal set; }
}

/// <summary>A parameter of a function.</summary>
public sealed record ParameterDefinition : MemberDefinition
{
    /// <summary><c>path</c>, <c>query</c>, <c>body</c>, or null where a handler places it.</summary>
    public string? In { get; internal set; }

    /// <summary><c>comma</c> for one or several ids in one text, or null.</summary>
    public string? List { get; internal set; }

    /// <summary>The key that a body is sent under, or null.</summary>
    public string? Envelope { get; internal set; }

    /// <summary>What stands under the envelope: <c>object</c> or <c>array</c>; or null for the former.</summary>
    public string? Shape { get; internal set; }

    /// <summary>The parameter whose ids each get a copy of the body, or null.</summary>
    public Reference? PerId { get; internal set; }

    /// <summary>Whether the body is a list under its envelope.</summary>
    public bool IsEnvelopedArray => Envelope is not null && string.Equals(Shape, "array", StringComparison.Ordinal);
}

/// <summary>The shape of an answer.</summary>
public sealed record ResponseDefinition
{
    /// <summary>The key of the answer that holds the result, or null when the answer is passed on as it is.</summary>
    public string? Envelope { get; internal set; }

    /// <summary><c>array</c>, <c>object</c>, <c>array_of_one</c> or <c>object_or_array</c>.</summary>
    public string Shape { get; internal set; } = "object";

    /// <summary>The type under the envelope.</summary>
    public TypeReference Type { get; internal set; } = new("any", null, default);

    /// <summary>Fields that the host adds beside the envelope.</summary>
    public EquatableArray<FieldDefinition> Adds { get; internal set; }
}

/// <summary>How a list is walked.</summary>
public sealed record PagingDefinition
{
    /// <summary><c>offset</c> or <c>cursor</c>.</summary>
    public string Style { get; internal set; } = "";

    /// <summary>Of a cursor: the item's field that the next page starts from.</summary>
    public string? Field { get; internal set; }

    /// <summary>The limits of one page.</summary>
    public PageLimits Page { get; internal set; } = new();

    /// <summary>The argument that limits the result, such as <c>params.limit</c>; or null.</summary>
    public Reference? Limit { get; internal set; }

    /// <summary>The argument that skips items, or null.</summary>
    public Reference? Offset { get; internal set; }

    /// <summary>The argument that a walk starts from, or null.</summary>
    public Reference? Until { get; internal set; }

    /// <summary>The limit when none is given; null means one page.</summary>
    public long? LimitDefault { get; internal set; }

    /// <summary>The most requests of one walk, or null.</summary>
    public long? MaxRequests { get; internal set; }
}

/// <summary>The limits of one page.</summary>
public sealed record PageLimits
{
    /// <summary>The smallest page that the API takes, or null for 1.</summary>
    public long? Min { get; internal set; }

    /// <summary>The page when none is asked for, or null when the API does not say.</summary>
    public long? Default { get; internal set; }

    /// <summary>The largest page, or null.</summary>
    public long? Max { get; internal set; }
}

/// <summary>What a call does beyond its answer.</summary>
public sealed record EffectsDefinition
{
    /// <summary>Whether a second equal call changes nothing more.</summary>
    public bool Idempotent { get; internal set; }

    /// <summary>Whether it cannot be undone.</summary>
    public bool Irreversible { get; internal set; }

    /// <summary>Whether it rests on a call that the API does not document.</summary>
    public bool Undocumented { get; internal set; }

    /// <summary>Whether it does something near to what its name says, because the API lacks the thing itself.</summary>
    public bool Approximate { get; internal set; }

    /// <summary>Whether, or by which arguments, it overwrites data; or null.</summary>
    public EffectCondition? Destructive { get; internal set; }

    /// <summary>Whether, or by which arguments, it sends a message to people; or null.</summary>
    public EffectCondition? SendsMessage { get; internal set; }
}

/// <summary>When an effect happens.</summary>
/// <param name="Arguments">The arguments that bring it about; none means always.</param>
public sealed record EffectCondition(EquatableArray<Reference> Arguments);

/// <summary>Why something should not be used any more.</summary>
public sealed record Deprecation
{
    /// <summary>The version since which, or null.</summary>
    public string? Since { get; internal set; }

    /// <summary>What to use instead, or null.</summary>
    public Reference? Use { get; internal set; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; internal set; }
}

/// <summary>A call, with the requests that it makes.</summary>
public sealed record ExampleDefinition
{
    /// <summary>What it shows; unique within its function.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>Where the title stands.</summary>
    public SourceSpan TitleSpan { get; internal set; }

    /// <summary>The arguments.</summary>
    public DataMap Args { get; internal set; } = new(default(EquatableArray<DataEntry>));

    /// <summary>Every request in order.</summary>
    public EquatableArray<ExpectedRequest> Sends { get; internal set; }

    /// <summary>How it is refused, or null when it succeeds.</summary>
    public ExpectedError? Error { get; internal set; }
}

/// <summary>A request that an example makes.</summary>
public sealed record ExpectedRequest
{
    /// <summary>Method, path and query; <c>{name}</c> stands for any value.</summary>
    public RequestLine Request { get; internal set; } = new("", "", default);

    /// <summary>The JSON body, or null when there is none.</summary>
    public DataValue? Body { get; internal set; }
}

/// <summary>How an example is refused.</summary>
public sealed record ExpectedError
{
    /// <summary>The code of the error, such as <c>not_allowed</c>.</summary>
    public string Code { get; internal set; } = "";

    /// <summary>The argument at fault, or null.</summary>
    public string? Path { get; internal set; }
}
