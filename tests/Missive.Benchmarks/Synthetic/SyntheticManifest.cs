using System.Globalization;
using System.Text;

namespace Missive.Benchmarks.Synthetic;

/// <summary>
/// A manifest of any size that looks like a real one: four functions a file with parameters, bodies, examples and
/// paging, and beside it a file with their types; as many types, fields and characters a function as Missive's has.
/// </summary>
internal sealed class SyntheticManifest
{
    private const int FunctionsPerGroup = 4;
    private const int CallsInGuide = 20;

    private static readonly string[] Things = ["task", "message", "contact", "draft", "label", "team", "report", "hook", "post", "comment", "invoice", "ticket"];

    private SyntheticManifest(SortedDictionary<string, string> files) => Files = files;

    /// <summary>Text by path below the manifest's folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The path of one function file, for edits.</summary>
    public string SomeFunctions => Files.Keys.Where(p => p.StartsWith("functions/", StringComparison.Ordinal)).Skip(Files.Count / 5).First();

    public static SyntheticManifest Create(int functions)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var groups = new List<string>();
        for (var (group, left) = (0, functions); left > 0; group++, left -= FunctionsPerGroup)
        {
            var thing = Things[group % Things.Length] + group.ToString(CultureInfo.InvariantCulture);
            groups.Add(thing);
            files.Add($"functions/{thing}.yaml", SyntheticGroup.Functions(thing, Math.Min(left, FunctionsPerGroup)));
            files.Add($"types/{thing}.yaml", SyntheticGroup.Types(thing, Math.Min(left, FunctionsPerGroup)));
        }

        files.Add("types/people.yaml", SyntheticGroup.SharedTypes);
        files.Add("synthetic.yaml", Root(groups));
        files.Add("guide.yaml", Guide(groups));
        return new(files);
    }

    /// <summary>Text of <see cref="SomeFunctions"/> with one description changed.</summary>
    public string SomeFunctionsEdited => Files[SomeFunctions].Replace("description: Get one", "description: Read one", StringComparison.Ordinal);

    public void WriteTo(string folder)
    {
        foreach (var (path, text) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string Root(List<string> groups)
    {
        var text = new StringBuilder("""
            # yaml-language-server: $schema=manifest.schema.json
            schema_version: 1
            name: synthetic
            title: Synthetic
            description: A service that nobody has to pay for
            csharp: {namespace: Synthetic.Tools, client: SyntheticClient}
            command: synthetic
            api: {base_url: https://api.example.test/v1}
            auth:
              scheme: bearer
              credentials:
                - {name: access_token, label: Access Token, type: secret, required: true, environment: SYNTHETIC_TOKEN, description: The token that its owner made.}
            limits:
              concurrent_requests: 5
              windows: [{requests: 300, seconds: 60}]
            settings:
              - {name: default_organization, type: string, description: Organization that fills a missing one.}
            groups:

            """);
        foreach (var group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: {group}, title: Every {group}, description: \"Listing, reading, making and changing {group}.\"}}\n");
        }

        return text.ToString();
    }

    private static string Guide(List<string> groups)
    {
        var text = new StringBuilder("title: Synthetic Guide\nintroduction: |\n  Namespace: `synthetic`\n\n  How to call what nobody has to pay for.\nsections:\n");
        foreach (var group in groups.Take(CallsInGuide))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - title: About {group}\n    content:\n      - text: |\n          Begin with a list, then read one of it.\n      - code:\n          - {{call: list_{group}, example: List open ones, as: found}}\n      - signatures: [list_{group}]\n");
        }

        return text.ToString();
    }
}
