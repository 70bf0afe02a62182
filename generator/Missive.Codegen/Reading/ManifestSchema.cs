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
        DataMap When(string key, DataValue then) => Data.Map(
            ("if", Data.Map(("required", Data.Texts([key])))),
            ("then", then));
        return Data.Map(
            ("$schema", DataScalar.Of("https://json-schema.org/draft/2020-12/schema")),
            ("title", DataScalar.Of("A file of a function manifest")),
            ("type", DataScalar.Of("object")),
            ("allOf", Data.List(
                When("schema_version", files.Items[0]),
                When("functions", files.Items[1]),
                When("types", files.Items[2]),
                When("sections", files.Items[3]))),
            ("anyOf", Data.List(
                Data.Map(("required", Data.Texts(["schema_version"]))),
                Data.Map(("required", Data.Texts(["functions"]))),
                Data.Map(("required", Data.Texts(["types"]))),
                Data.Map(("required", Data.Texts(["sections"]))))),
            ("$defs", definitions.ToMap()));
    }
}
