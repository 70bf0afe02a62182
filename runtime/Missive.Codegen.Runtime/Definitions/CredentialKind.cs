namespace Missive.Codegen.Runtime;

/// <summary>What the text of an <see cref="ApiCredential"/> is.</summary>
public enum CredentialKind
{
    /// <summary>Any text.</summary>
    Text = 0,

    /// <summary>A text that is shown to nobody.</summary>
    Secret,

    /// <summary>An absolute URL.</summary>
    Url,
}
