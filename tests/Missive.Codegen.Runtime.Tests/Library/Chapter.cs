using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests.Library;

/// <summary>A type that refers to itself.</summary>
public sealed partial class Chapter : JsonRecord, IJsonRecord<Chapter>
{
    public Chapter()
    {
    }

    // The members read the JSON, so none is left unset.
#pragma warning disable CS8618
    [SetsRequiredMembers]
    private Chapter(JsonElement json)
        : base(json)
    {
    }
#pragma warning restore CS8618

    public static ObjectType Type { get; } = new("Chapter", static () =>
    [
        new() { Name = "name", Type = DataType.String(), Required = true },
        new() { Name = "page", Type = DataType.Integer() },
        new() { Name = "parts", Type = DataType.Array(Type!) },
    ]);

    public required string Name { get => GetString("name")!; init => Set("name", value); }

    public long? Page { get => GetInteger("page"); init => Set("page", value); }

    public IReadOnlyList<Chapter>? Parts { get => GetRecordList<Chapter>("parts"); init => Set("parts", value); }

    static Chapter IJsonRecord<Chapter>.Create(JsonElement json) => new(json);
}
