namespace Missive.Codegen.Diagnostics;

/// <summary>Every rule: <c>MSV0xx</c> shape of the YAML, <c>MSV1xx</c> meaning of one entry, <c>MSV2xx</c> across files, <c>MSV9xx</c> templates and output.</summary>
public static class DiagnosticRules
{
#pragma warning disable CS1591 // The title of each rule is its documentation; docs/diagnostics.md has the examples.
    public static readonly DiagnosticRule InvalidYaml = Error("MSV001", "Invalid YAML");
    public static readonly DiagnosticRule FileTooLarge = Error("MSV002", "File too large");
    public static readonly DiagnosticRule NotUtf8 = Error("MSV003", "File is not UTF-8");
    public static readonly DiagnosticRule TooDeep = Error("MSV004", "Nesting too deep");
    public static readonly DiagnosticRule UnsupportedYaml = Error("MSV005", "Anchor, alias, tag or merge key");
    public static readonly DiagnosticRule DuplicateKey = Error("MSV006", "Duplicate key");
    public static readonly DiagnosticRule UnknownKey = Error("MSV007", "Unknown key");
    public static readonly DiagnosticRule MissingKey = Error("MSV008", "Missing key");
    public static readonly DiagnosticRule WrongKind = Error("MSV009", "Wrong kind of value");
    public static readonly DiagnosticRule InvalidValue = Error("MSV010", "Value not allowed");
    public static readonly DiagnosticRule EmptyFile = Error("MSV011", "Empty file or several documents");
    public static readonly DiagnosticRule UnsupportedVersion = Error("MSV012", "Unsupported schema version");
    public static readonly DiagnosticRule CutText = Warning("MSV013", "Text cut off by a comment");

    public static readonly DiagnosticRule UnknownType = Error("MSV101", "Unknown type");
    public static readonly DiagnosticRule PathMismatch = Error("MSV102", "Path placeholder and parameters differ");
    public static readonly DiagnosticRule OperationMismatch = Error("MSV103", "Operation and method disagree");
    public static readonly DiagnosticRule InvalidPlacement = Error("MSV104", "Parameter placement impossible");
    public static readonly DiagnosticRule ExampleRefused = Error("MSV105", "Example refused by the parameters");
    public static readonly DiagnosticRule TooFewExamples = Warning("MSV106", "Too few examples");
    public static readonly DiagnosticRule UnknownField = Error("MSV107", "Unknown field or argument");
    public static readonly DiagnosticRule InvalidLimits = Error("MSV108", "Limits that contradict each other");
    public static readonly DiagnosticRule MisplacedKey = Error("MSV109", "Key that does not fit its type");
    public static readonly DiagnosticRule UnknownFunction = Error("MSV110", "Unknown function");
    public static readonly DiagnosticRule CircularType = Error("MSV111", "Type that contains itself");
    public static readonly DiagnosticRule GuideSnippet = Error("MSV112", "Guide snippet that is not an example");
    public static readonly DiagnosticRule UnknownSetting = Error("MSV113", "Unknown setting");
    public static readonly DiagnosticRule UnusedType = Warning("MSV114", "Type that nothing uses");
    public static readonly DiagnosticRule UnknownTextName = Warning("MSV115", "Unknown name in a text");

    public static readonly DiagnosticRule DuplicateFunction = Error("MSV201", "Duplicate function name");
    public static readonly DiagnosticRule DuplicateType = Error("MSV202", "Duplicate type name");
    public static readonly DiagnosticRule NameCollision = Error("MSV203", "Names that collide in an output");
    public static readonly DiagnosticRule GroupMismatch = Error("MSV204", "Group without file, or file without group");
    public static readonly DiagnosticRule MissingRoot = Error("MSV205", "No root file, or several");
    public static readonly DiagnosticRule MisplacedFile = Error("MSV206", "File in no known place");

    public static readonly DiagnosticRule TemplateError = Error("MSV901", "Template error");
    public static readonly DiagnosticRule UnknownTemplate = Error("MSV902", "Template that overrides nothing");
    public static readonly DiagnosticRule NothingGenerated = Error("MSV903", "Nothing to generate");
    public static readonly DiagnosticRule ForeignFile = Error("MSV904", "Output path taken by a file that is not ours");
    public static readonly DiagnosticRule TouchedByHand = Warning("MSV905", "Generated file touched by hand");
#pragma warning restore CS1591

    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        InvalidYaml, FileTooLarge, NotUtf8, TooDeep, UnsupportedYaml, DuplicateKey, UnknownKey, MissingKey, WrongKind,
        InvalidValue, EmptyFile, UnsupportedVersion, CutText,
        UnknownType, PathMismatch, OperationMismatch, InvalidPlacement, ExampleRefused, TooFewExamples, UnknownField,
        InvalidLimits, MisplacedKey, UnknownFunction, CircularType, GuideSnippet, UnknownSetting, UnusedType, UnknownTextName,
        DuplicateFunction, DuplicateType, NameCollision, GroupMismatch, MissingRoot, MisplacedFile,
        TemplateError, UnknownTemplate, NothingGenerated, ForeignFile, TouchedByHand,
    ];

    private static DiagnosticRule Error(string id, string title) => new(id, title, RuleSeverity.Error);

    private static DiagnosticRule Warning(string id, string title) => new(id, title, RuleSeverity.Warning);
}
