using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Tools.Tests.Support;

/// <summary>The manifest that the functions were generated from: its examples say what each call sends.</summary>
internal static class ManifestData
{
    private static readonly Lazy<Manifest> Read = new(ReadManifest);

    public static Manifest Manifest => Read.Value;

    public static IEnumerable<FunctionDefinition> Functions => Manifest.Groups.SelectMany(static group => group.Functions);

    /// <summary>Every example: function and title.</summary>
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var function in Functions)
        {
            foreach (var example in function.Examples)
            {
                data.Add(function.Name, example.Title);
            }
        }

        return data;
    }

    public static ExampleDefinition Example(string function, string title)
        => Functions.Single(known => known.Name == function).Examples.Single(example => example.Title == title);

    public static string JsonOf(DataValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, DataValue value)
    {
        switch (value)
        {
            case DataMap map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Name);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case DataList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case DataScalar { Kind: "string" } text:
                writer.WriteStringValue(text.Text);
                break;
            default:
                writer.WriteRawValue(((DataScalar)value).Text);
                break;
        }
    }

    private static Manifest ReadManifest()
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../manifest"));
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => ManifestReader.Read(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)));
        var result = ManifestChecker.Check(files);
        Assert.False(result.HasErrors, string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.IsError)));
        return result.Manifest!;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
