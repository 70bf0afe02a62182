namespace Missive.Codegen.SourceGenerator;

/// <summary>The steps of the pipeline, by which tests tell what an edit made run again.</summary>
internal static class TrackingNames
{
    /// <summary>The text of a manifest file or template is taken from the compiler.</summary>
    public const string FileText = nameof(FileText);

    /// <summary>Files whose place another one has are picked out.</summary>
    public const string Rivals = nameof(Rivals);

    /// <summary>A manifest file is read.</summary>
    public const string ReadFile = nameof(ReadFile);

    /// <summary>The user's templates of C# are put together.</summary>
    public const string Templates = nameof(Templates);

    /// <summary>The root file is picked out.</summary>
    public const string Root = nameof(Root);

    /// <summary>What every output needs of the root file is picked out.</summary>
    public const string Identity = nameof(Identity);

    /// <summary>The names of all functions of a file are picked out.</summary>
    public const string DeclaredFunctions = nameof(DeclaredFunctions);

    /// <summary>Types and the client facade whose names are taken already are picked out.</summary>
    public const string ClassClashes = nameof(ClassClashes);

    /// <summary>A type file is picked out.</summary>
    public const string Types = nameof(Types);

    /// <summary>All types are put together.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>The names of enums are picked out.</summary>
    public const string TypeKinds = nameof(TypeKinds);

    /// <summary>A function file is checked against the types.</summary>
    public const string CheckedGroup = nameof(CheckedGroup);

    /// <summary>The sound functions of a file are picked out.</summary>
    public const string Group = nameof(Group);

    /// <summary>The names of a file's sound functions are picked out.</summary>
    public const string FunctionNames = nameof(FunctionNames);

    /// <summary>The names of a file's types are picked out.</summary>
    public const string TypeNames = nameof(TypeNames);

    /// <summary>Functions whose names are taken already are picked out.</summary>
    public const string NameClashes = nameof(NameClashes);

    /// <summary>All that the C# of a group is made of is put together.</summary>
    public const string GroupSource = nameof(GroupSource);

    /// <summary>All that the C# of a type file is made of is put together.</summary>
    public const string TypeSource = nameof(TypeSource);

    /// <summary>All that the registry is made of is put together.</summary>
    public const string RegistrySource = nameof(RegistrySource);

    /// <summary>The C# of a group is rendered.</summary>
    public const string GroupFile = nameof(GroupFile);

    /// <summary>The C# of a type file is rendered.</summary>
    public const string TypesFile = nameof(TypesFile);

    /// <summary>The registry is rendered.</summary>
    public const string RegistryFile = nameof(RegistryFile);

    /// <summary>The mistakes of templates are picked out, each once.</summary>
    public const string TemplateMistakes = nameof(TemplateMistakes);

    /// <summary>The types are checked.</summary>
    public const string CheckedTypes = nameof(CheckedTypes);

    /// <summary>All files are checked against each other.</summary>
    public const string CrossFile = nameof(CrossFile);
}
