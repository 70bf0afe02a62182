namespace Missive.Codegen.Diagnostics;

/// <summary>How much a broken rule weighs.</summary>
public enum RuleSeverity
{
    /// <summary>Worth mending; the output is written all the same.</summary>
    Warning,

    /// <summary>Nothing is written.</summary>
    Error,
}

/// <summary>One rule that a manifest has to keep.</summary>
/// <param name="Id">Its stable id, such as <c>MSV007</c>; never given to another rule.</param>
/// <param name="Title">What the rule is about, as a noun phrase.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record DiagnosticRule(string Id, string Title, RuleSeverity Severity)
{
    /// <summary>The page that explains the rule with a bad and a good example.</summary>
    public string HelpPath => "docs/diagnostics.md#" + Id.ToLowerInvariant();

    /// <summary>The address of that page, or null where no repository is known: a link that leads nowhere is worse than none.</summary>
    /// <param name="repository">The address of the repository that the generator was built from, or null.</param>
    public string? HelpLink(string? repository)
    {
        const string GitEnding = ".git";
        var root = repository?.TrimEnd('/') ?? "";
        root = root.EndsWith(GitEnding, StringComparison.Ordinal) ? root.Substring(0, root.Length - GitEnding.Length) : root;
        return root.Length == 0 ? null : $"{root}/blob/HEAD/{HelpPath}";
    }
}
