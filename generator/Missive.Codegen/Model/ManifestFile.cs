using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.Model;

/// <summary>What one YAML file holds. Immutable from outside; compares by value, positions apart.</summary>
public abstract record ManifestFile
{
    /// <summary>The path below the manifest's folder, with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Whether all of the file could be read; else names that are not found may be declared in the rest.</summary>
    public bool IsComplete { get; internal set; } = true;

    /// <summary>Whether it stands where such a file is not read from; then it is empty, and not complete.</summary>
    public bool IsMisplaced { get; internal set; }
}

/// <summary>A file as it was read: its content, as far as it could be made out, and its problems.</summary>
/// <param name="Path">The path below the manifest's folder, with <c>/</c>.</param>
/// <param name="Content">What was read; null when the file is no manifest file, or a root file without what the others need.</param>
/// <param name="Diagnostics">Problems of this file alone.</param>
public sealed record ReadFile(string Path, ManifestFile? Content, EquatableArray<ManifestDiagnostic> Diagnostics);

/// <summary>The root file: identity, API and the groups in order.</summary>
public sealed record RootFile : ManifestFile
{
    /// <summary>Version of the format; 1.</summary>
    public long SchemaVersion { get; internal set; }

    /// <summary>The namespace of the functions, <c>snake_case</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; internal set; }

    /// <summary>The name that people read.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>One sentence on what the functions work on.</summary>
    public string Description { get; internal set; } = "";

    /// <summary>Names of the generated C#.</summary>
    public CSharpNames CSharp { get; internal set; } = new();

    /// <summary>The command line that the documentation shows.</summary>
    public string Command { get; internal set; } = "";

    /// <summary>The API behind the functions.</summary>
    public ApiInfo Api { get; internal set; } = new();

    /// <summary>How a caller proves who it is.</summary>
    public AuthInfo Auth { get; internal set; } = new();

    /// <summary>The API's rate limits, or null when it has none.</summary>
    public RateLimits? Limits { get; internal set; }

    /// <summary>Settings that functions read.</summary>
    public EquatableArray<SettingDefinition> Settings { get; internal set; }

    /// <summary>The groups in the order of every output.</summary>
    public EquatableArray<GroupDefinition> Groups { get; internal set; }
}

/// <summary>Names of the generated C#.</summary>
public sealed record CSharpNames
{
    /// <summary>The namespace.</summary>
    public string Namespace { get; internal set; } = "";

    /// <summary>The name of the client facade.</summary>
    public string Client { get; internal set; } = "";

    /// <summary>Where that name stands.</summary>
    public SourceSpan ClientSpan { get; internal set; }
}

/// <summary>The API behind the functions.</summary>
public sealed record ApiInfo
{
    /// <summary>The absolute URL that request paths follow.</summary>
    public string BaseUrl { get; internal set; } = "";
}

/// <summary>How a caller proves who it is.</summary>
public sealed record AuthInfo
{
    /// <summary>The HTTP authentication scheme, such as <c>bearer</c>.</summary>
    public string Scheme { get; internal set; } = "";

    /// <summary>What has to be configured.</summary>
    public EquatableArray<CredentialDefinition> Credentials { get; internal set; }
}

/// <summary>One value that an account consists of.</summary>
public sealed record CredentialDefinition : Declaration
{
    /// <summary>The label that people read.</summary>
    public string Label { get; internal set; } = "";

    /// <summary><c>secret</c>, <c>url</c> or <c>text</c>.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Whether nothing works without it.</summary>
    public bool Required { get; internal set; }

    /// <summary>The environment variable that carries it, or null.</summary>
    public string? Environment { get; internal set; }
}

/// <summary>The API's rate limits.</summary>
public sealed record RateLimits
{
    /// <summary>How many requests may run at once, or null when that is free.</summary>
    public long? ConcurrentRequests { get; internal set; }

    /// <summary>How many requests each stretch of time allows.</summary>
    public EquatableArray<RateWindow> Windows { get; internal set; }

    /// <summary>The largest request body in bytes, or null when that is free.</summary>
    public long? BodyBytes { get; internal set; }
}

/// <summary>How many requests one stretch of time allows.</summary>
public sealed record RateWindow
{
    /// <summary>The number of requests.</summary>
    public long Requests { get; internal set; }

    /// <summary>The length of the stretch in seconds.</summary>
    public long Seconds { get; internal set; }
}

/// <summary>A setting of an account: what fills absent parameters and fields, or tells handlers what to do.</summary>
public sealed record SettingDefinition : MemberDefinition;

/// <summary>A group of functions, as the client facade and the documentation show them.</summary>
public sealed record GroupDefinition
{
    /// <summary>Its key, <c>snake_case</c>; the function file is named after it.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Where the name stands.</summary>
    public SourceSpan NameSpan { get; internal set; }

    /// <summary>The heading that people read.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>One sentence on what the group is about.</summary>
    public string Description { get; internal set; } = "";
}

/// <summary>The functions of one group.</summary>
public sealed record FunctionFile : ManifestFile
{
    /// <summary>The group's key.</summary>
    public string Group { get; internal set; } = "";

    /// <summary>Where the key stands.</summary>
    public SourceSpan GroupSpan { get; internal set; }

    /// <summary>The functions in order, broken ones among them.</summary>
    public EquatableArray<FunctionDefinition> Functions { get; internal set; }
}

/// <summary>Shared types of one topic.</summary>
public sealed record TypeFile : ManifestFile
{
    /// <summary>The types in order, broken ones among them.</summary>
    public EquatableArray<TypeDefinition> Types { get; internal set; }
}

/// <summary>The agent guide.</summary>
public sealed record GuideFile : ManifestFile
{
    /// <summary>The heading.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>Markdown between the heading and the first section.</summary>
    public GuideText Introduction { get; internal set; } = new("", default);

    /// <summary>The sections in order.</summary>
    public EquatableArray<GuideSection> Sections { get; internal set; }
}

/// <summary>A stretch of Markdown.</summary>
/// <param name="Markdown">The text, without a line end at its end.</param>
/// <param name="Span">Where it stands.</param>
public sealed record GuideText(string Markdown, SourceSpan Span);

/// <summary>A section of the guide.</summary>
public sealed record GuideSection
{
    /// <summary>The heading.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>What follows, in order.</summary>
    public EquatableArray<GuideBlock> Content { get; internal set; }
}

/// <summary>One part of a section; exactly one of its properties is set.</summary>
public sealed record GuideBlock
{
    /// <summary>Markdown.</summary>
    public GuideText? Text { get; internal set; }

    /// <summary>One code block with these calls.</summary>
    public EquatableArray<GuideCall> Code { get; internal set; }

    /// <summary>A list with the signatures of these functions.</summary>
    public EquatableArray<Reference> Signatures { get; internal set; }
}

/// <summary>A call in a code block of the guide.</summary>
public sealed record GuideCall
{
    /// <summary>The function.</summary>
    public Reference Call { get; internal set; } = new("", default);

    /// <summary>The title of the function's example whose arguments are shown.</summary>
    public Reference Example { get; internal set; } = new("", default);

    /// <summary>The variable that takes the result.</summary>
    public string As { get; internal set; } = "";
}

/// <summary>A name that has to exist elsewhere.</summary>
/// <param name="Name">The name.</param>
/// <param name="Span">Where it is mentioned.</param>
public sealed record Reference(string Name, SourceSpan Span);
