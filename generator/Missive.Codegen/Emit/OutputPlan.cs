using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Emit;

/// <summary>A file that is going to be rendered.</summary>
public sealed class PlannedFile
{
    private readonly string _source;
    private readonly Func<View> _view;

    internal PlannedFile(OutputKind kind, string name, string source, Func<View> view)
    {
        Kind = kind;
        Path = kind.PathFor(name);
        _source = source;
        _view = view;
    }

    /// <summary>The output that it belongs to.</summary>
    public OutputKind Kind { get; }

    /// <summary>The path below the output folder, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>What its template reads. Made anew each time, so that what a template had made of it does not stay.</summary>
    internal View View => _view();

    /// <summary>The file with this body.</summary>
    internal OutputFile With(string body) => new(Path, FileHeader.Add(Kind.Header, _source, body));
}

/// <summary>Which files a manifest becomes.</summary>
public static class OutputPlan
{
    /// <summary>The files of <paramref name="kinds"/>, in the order of the kinds and of the manifest.</summary>
    public static IEnumerable<PlannedFile> Of(Manifest manifest, IEnumerable<OutputKind> kinds)
    {
        var whole = new WholeManifest(manifest);
        foreach (var kind in kinds.Where(k => !k.RequiresGuide || manifest.Guide is not null))
        {
            switch (kind.Per)
            {
                case Per.Group:
                    foreach (var group in manifest.Groups)
                    {
                        yield return Group(kind, manifest.Root, group, whole.Kinds);
                    }

                    break;
                case Per.TypeFile:
                    foreach (var file in manifest.Types)
                    {
                        yield return Types(kind, manifest.Root, file, manifest.Catalog, whole.Kinds);
                    }

                    break;
                case Per.Function:
                    foreach (var file in manifest.Groups)
                    {
                        foreach (var function in file.Functions)
                        {
                            yield return new(kind, function.Name, "manifest/" + file.Path, () => ManifestViews.Function(function, file, whole));
                        }
                    }

                    break;
                case Per.Registry:
                    yield return Registry(kind, manifest.Root, RegistryNames.Of(manifest.Root, manifest.Groups));
                    break;
                default:
                    yield return new(kind, manifest.Root.Name, "manifest/", () => ManifestViews.Whole(whole));
                    break;
            }
        }
    }

    /// <summary>The file of one group.</summary>
    internal static PlannedFile Group(OutputKind kind, RootFile root, FunctionFile group, TypeKinds typeKinds) =>
        new(kind, group.Group, "manifest/" + group.Path, () => ManifestViews.Group(root, group, typeKinds));

    /// <summary>The file of one type file.</summary>
    internal static PlannedFile Types(OutputKind kind, RootFile root, TypeFile file, TypeCatalog catalog, TypeKinds typeKinds) =>
        new(kind, FileKinds.NameOf(file.Path), "manifest/" + file.Path, () => ManifestViews.Types(root, file, catalog, typeKinds));

    /// <summary>The registry of these names.</summary>
    internal static PlannedFile Registry(OutputKind kind, RootFile root, RegistryNames names) =>
        new(kind, root.Name, "manifest/" + root.Path, () => ManifestViews.Registry(root, names));
}
