using Missive.Codegen.Emit;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Codegen.Cli;

/// <summary>
/// Makes a manifest of one function in memory, a step ahead of the real one. Half of a short run is the runtime's work
/// of loading code for the first time; a second processor has it done while the first looks at arguments and files.
/// </summary>
internal static class WarmUp
{
    /// <summary>What a small manifest allocates in all, so that it is done before a collection is due.</summary>
    private const long Allocations = 32_000_000;

    private const string Root = """
        schema_version: 1
        name: none
        title: None
        description: None.
        csharp: {namespace: None, client: NoneClient}
        command: none
        api: {base_url: https://none.example}
        auth: {scheme: bearer, credentials: []}
        groups:
          - {name: things, title: Things, description: Things.}
        """;

    private const string Functions = """
        group: things
        functions:
          - name: list_things
            operation: read
            description: List `things`.
            notes: None.
            request: GET /things/{id}
            parameters:
              - {name: id, type: string, required: true, description: ID., in: path}
              - {name: params, type: Thing, description: Thing., in: query}
            response: {envelope: things, shape: array, type: Thing}
            paging: {style: offset, page: {max: 9}, limit: params.limit}
            effects: {idempotent: true}
            source: documented
            examples:
              - {title: One, args: {id: a, params: {limit: 2}}, sends: [{request: "GET /things/a?limit=2"}]}
        """;

    private const string Types = """
        types:
          - name: Thing
            description: A thing.
            source: documented
            fields:
              - {name: limit, type: integer, min: 1, description: Limit.}
              - {name: kind, type: Kind, description: Kind.}
            rules:
              - {with: [kind], require: [limit]}
          - name: Kind
            description: A kind.
            source: documented
            values: [a, b]
        """;

    public static void Start()
    {
        try
        {
            GC.TryStartNoGCRegion(Allocations);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The process may have less; then it collects.
        }

        if (Environment.ProcessorCount > 1)
        {
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    private static void Run()
    {
        var files = new[] { ManifestReader.Read("none.yaml", Root), ManifestReader.Read("functions/things.yaml", Functions), ManifestReader.Read("types/things.yaml", Types) };
        _ = ManifestRenderer.ManifestSchema;
        if (ManifestChecker.Check(files).Manifest is { } manifest)
        {
            foreach (var file in new ManifestRenderer().Render(manifest, OutputCatalog.All, CancellationToken.None))
            {
                _ = Memory.HashOf(OutputFolder.Utf8.GetBytes(file.File?.Text ?? ""));
            }
        }
    }
}
