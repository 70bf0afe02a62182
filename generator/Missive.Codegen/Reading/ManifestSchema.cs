using Missive.Codegen.Model;

namespace Missive.Codegen.Reading;

/// <summary>The JSON Schema of the manifest's files, for editors; made from what the reader accepts.</summary>
internal static class ManifestSchema
{
    public static DataMap Create()
    {
        var definitions = new SchemaDefinitions();
        var files = Data.List(
            ManifestFormat.Root.Describe(definitions),
            ManifestFormat.Functions.Describe(definitions),
            ManifestFormat.Types.Describe(definitions),
            ManifestFormat.Guide.Describe(definitions));

        // Telling the kinds apart by one key each, and not by anyOf, gives an editor one precise message instead of four.
        string[] keys = ["schema_version", "functions", "types", "sections"];
        return Data.Map(
            ("$schema", DataScalar.Of("https://json-schema.org/draft/2020-12/schema")),
            ("title", DataScalar.Of("A file of a function manifest")),
            ("type", DataScalar.Of("object")),
            ("allOf", Data.List([.. keys.Select((key, i) => (DataValue)Data.Map(("if", Has(key)), ("then", files.Items[i])))])),
            ("anyOf", Data.List([.. keys.Select(key => (DataValue)Has(key))])),
            ("$defs", definitions.ToMap()));
    }

    /// <summary>That a key is there; naming it among the properties too is what strict validators ask for.</summary>
    private static DataMap Has(string key) => Data.Map(
        ("properties", Data.Map((key, DataScalar.Of(true)))),
        ("required", Data.Texts([key])));
}
