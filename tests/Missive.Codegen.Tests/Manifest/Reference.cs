using System.Text.Json;
using Missive.Codegen.Tests.Fixtures;

namespace Missive.Codegen.Tests.RealManifest;

/// <summary>The reference that the manifest has to equal: its function tables as data, and its guide.</summary>
internal static class Reference
{
    private const string Folder = "tests/Missive.Codegen.Tests/Manifest/Reference/";

    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Guide { get; } = Repository.ReadText(Folder + "guide.md");

    /// <summary>The functions of the reference's table, and list_shared_labels, which only its guide has.</summary>
    public static IReadOnlyList<ReferenceFunction> Functions { get; } = Read();

    private static List<ReferenceFunction> Read()
    {
        var functions = JsonSerializer.Deserialize<List<ReferenceFunction>>(Repository.ReadText(Folder + "functions.json"), SnakeCase)!;
        functions.Insert(functions.FindIndex(f => f.Name == "create_teams") + 1, new(
            "list_shared_labels",
            "read",
            "List shared labels in organizations the authenticated Missive user is part of.",
            "app.integrations.missive.list_shared_labels",
            "missive.missive_list_shared_labels",
            [new("params", "object", false, "Query parameters such as organization, limit, and offset.")]));
        return functions;
    }
}

/// <summary>A function as the reference has it.</summary>
internal sealed record ReferenceFunction(
    string Name, string Operation, string Description, string LuaPath, string FullName, IReadOnlyList<ReferenceParameter> Parameters);

/// <summary>A row of a function's parameter table.</summary>
internal sealed record ReferenceParameter(string Name, string Type, bool Required, string Description);
