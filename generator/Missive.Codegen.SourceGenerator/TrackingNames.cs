namespace Missive.Codegen.SourceGenerator;

/// <summary>The steps of the pipeline, by which tests tell what an edit made run again.</summary>
internal static class TrackingNames
{
    /// <summary>A manifest file is read.</summary>
    public const string ReadFile = nameof(ReadFile);

    /// <summary>The root file is picked out.</summary>
    public const string Root = nameof(Root);

    /// <summary>All types are put together.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>Names and kinds of types are picked out.</summary>
    public const string TypeKinds = nameof(TypeKinds);

    /// <summary>A function file is checked against the types.</summary>
    public const string CheckedGroup = nameof(CheckedGroup);

    /// <summary>The sound functions of a file are picked out.</summary>
    public const string Group = nameof(Group);

    /// <summary>A type file is picked out.</summary>
    public const string Types = nameof(Types);

    /// <summary>The names of all functions are picked out.</summary>
    public const string RegistryNames = nameof(RegistryNames);

    /// <summary>All files are checked against each other.</summary>
    public const string CrossFile = nameof(CrossFile);

    /// <summary>The user's templates are read.</summary>
    public const string Templates = nameof(Templates);
}
