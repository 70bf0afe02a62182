using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;

namespace Missive.Codegen.Tests.Emit.Hostile;

/// <summary>The library with every text in it that is free to be anything replaced. Names stay, for they decide the structure.</summary>
internal sealed class Retexted(Func<string, string> text)
{
    /// <summary>With a plain word after every text.</summary>
    public static Manifest Harmless { get; } = new Retexted(t => t + " word").Of(ManifestFolder.Library.Check());

    /// <summary>With everything after every text that some output might choke on.</summary>
    public static Manifest Hostile { get; } = new Retexted(t => t + HostileText.Everything).Of(ManifestFolder.Library.Check());

    /// <summary>Each text beginning with another fragment, for what counts only at the start; another one each time.</summary>
    public static IReadOnlyList<Manifest> Beginnings { get; } =
    [
        .. Enumerable.Range(0, 5).Select(round => new Retexted(t => HostileText.Fragments[(Sum(t) + (round * 17)) % HostileText.Fragments.Length] + t).Of(ManifestFolder.Library.Check())),
    ];

    /// <summary>The manifest of that name: <c>library</c>, <c>missive</c> or <c>hostile</c>.</summary>
    public static Manifest Named(string name) => name switch
    {
        "library" => ManifestFolder.Library.Check(),
        "missive" => ManifestFolder.Missive.Check(),
        _ => Hostile,
    };

    private Manifest Of(Manifest manifest) => manifest with
    {
        Root = Of(manifest.Root),
        Groups = manifest.Groups.Select(g => g with { Functions = Each(g.Functions, Of) }).ToEquatableArray(),
        Types = manifest.Types.Select(f => f with { Types = Each(f.Types, Of) }).ToEquatableArray(),
        Guide = manifest.Guide! with
        {
            Title = text(manifest.Guide.Title),
            Sections = Each(manifest.Guide.Sections, s => s with
            {
                Title = text(s.Title),
                Content = Each(s.Content, b => b with { Code = Each(b.Code, c => c with { Example = c.Example with { Name = text(c.Example.Name) } }) }),
            }),
        },
    };

    private RootFile Of(RootFile root) => root with
    {
        Title = text(root.Title),
        Description = text(root.Description),
        Command = text(root.Command),
        Groups = Each(root.Groups, g => g with { Title = text(g.Title), Description = text(g.Description) }),
    };

    private FunctionDefinition Of(FunctionDefinition function) => function with
    {
        Description = text(function.Description),
        Notes = string.Join('\n', (function.Notes ?? "Notes").Split('\n').Select(paragraph => text(paragraph).Replace('\n', ' '))),
        Handler = function.Handler is null ? null : text(function.Handler),
        Parameters = Each(function.Parameters, Of),
        Response = function.Response is null ? null : function.Response with { Adds = Each(function.Response.Adds, Of) },
        Deprecated = Of(function.Deprecated),
        Examples = Each(function.Examples, e => e with
        {
            Title = text(e.Title),
            Args = (DataMap)Of(e.Args, isFree: false),
            Error = e.Error is null ? null : e.Error with { Path = text(e.Error.Path ?? "path") },
        }),
    };

    private TypeDefinition Of(TypeDefinition type) => type with
    {
        Description = text(type.Description),
        Fields = Each(type.Fields, Of),
        Rules = Each(type.Rules, r => r with { Description = text(r.Description ?? "Because.") }),
        Values = Each(type.Values, v => new EnumValue(OfValue(v.Value), text(v.Description ?? "Value."), v.Span)),
        Deprecated = Of(type.Deprecated),
    };

    private T Of<T>(T member)
        where T : MemberDefinition => (T)(member with
        {
            Description = text(member.Description),
            Unit = member.Type.Name is "integer" or "number" ? text("unit") : member.Unit,
            Default = member.Type.Name == "string" && member.DefaultFrom is null ? DataScalar.Of(text("default")) : member.Default,
            Deprecated = Of(member.Deprecated),
        });

    private Deprecation? Of(Deprecation? deprecation) =>
        deprecation is null ? null : deprecation with { Since = text(deprecation.Since ?? "1"), Reason = text(deprecation.Reason ?? "Because") };

    private DataValue Of(DataValue value, bool isFree) => value switch
    {
        // The keys of maps and of any JSON are free; those of typed objects are names.
        DataMap map => new DataMap(Each(map.Entries, e => new DataEntry(isFree ? text(e.Name) : e.Name, Of(e.Value, isFree || e.Name is "labels" or "extra" or "prices")))),
        DataList list => new DataList(Each(list.Items, i => Of(i, isFree))),
        DataScalar { Kind: "string" } scalar => DataScalar.Of(text(scalar.Text)),
        _ => value,
    };

    /// <summary>A C# name is made of an enum's value, so of hostile texts it gets what is no part of a name.</summary>
    private string OfValue(string value) =>
        new([.. value, .. text("").Where(c => c > ' ' && !char.IsAsciiLetterOrDigit(c))]);

    private static int Sum(string text) => text.Sum(c => c);

    private static EquatableArray<T> Each<T>(EquatableArray<T> items, Func<T, T> of) => items.Select(of).ToEquatableArray();
}
