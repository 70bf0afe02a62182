namespace Missive.Codegen.Emit;

/// <summary>What one file of an output is made for.</summary>
public enum Per
{
    /// <summary>One file for the whole manifest.</summary>
    Manifest,

    /// <summary>One file for the names of all groups and functions, which an edit of anything else leaves as it is.</summary>
    Registry,

    /// <summary>One file a group of functions.</summary>
    Group,

    /// <summary>One file a function.</summary>
    Function,

    /// <summary>One file a type file.</summary>
    TypeFile,
}

/// <summary>How a generated file says that it is generated.</summary>
public enum HeaderStyle
{
    /// <summary>Not at all: the format has no comments, or the text has to equal another to the letter.</summary>
    None,

    /// <summary><c>// …</c>, after the mark by which the C# compiler and its analyzers know generated files.</summary>
    CSharp,

    /// <summary><c>// …</c></summary>
    Slashes,

    /// <summary><c>-- …</c></summary>
    Lua,

    /// <summary><c>&lt;!-- … --&gt;</c></summary>
    Markup,
}

/// <summary>An output of the generator: a template and where its files go.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Per">What one file is made for.</param>
/// <param name="Template">The template below <c>Templates/</c>.</param>
/// <param name="Path">The path below the output folder; <c>{name}</c> is the function, group, type file or manifest.</param>
/// <param name="Header">How its files say that they are generated.</param>
public sealed record OutputKind(string Name, Per Per, string Template, string Path, HeaderStyle Header)
{
    /// <summary>Whether the source generator makes it too, inside the compiler.</summary>
    public bool IsCompiled { get; init; }

    /// <summary>Whether it is made only of a manifest that has a guide.</summary>
    public bool RequiresGuide { get; init; }

    /// <summary>Whether the paths of its files have a name in them.</summary>
    public bool HasName => Path.Contains("{name}");

    /// <summary>The path of the file for <paramref name="name"/>.</summary>
    public string PathFor(string name) => Path.Replace("{name}", name);
}
