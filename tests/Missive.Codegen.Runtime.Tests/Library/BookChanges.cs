using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime.Tests.Library;

public sealed partial class BookChanges : JsonRecord, IJsonRecord<BookChanges>
{
    public BookChanges()
    {
    }

    [SetsRequiredMembers]
    public BookChanges(JsonElement json)
        : base(json)
    {
    }

    public static ObjectType Type { get; } = new("BookChanges", static () =>
    [
        new() { Name = "title", Type = DataType.String(minLength: 2, maxLength: 10), Description = "The title." },
        new() { Name = "state", Type = BookState.Type },
        new() { Name = "pages", Type = DataType.Integer(min: 1, max: 5000) },
        new() { Name = "weight", Type = DataType.Number(min: 0.1, max: 9.5, unit: "kilograms") },
        new() { Name = "rare", Type = DataType.Boolean() },
        new() { Name = "due_at", Type = DataType.Timestamp(DateOnlyRule.EndOfDay, timeZoneFrom: "time_zone"), Nullable = true },
        new() { Name = "time_zone", Type = DataType.String(format: "time_zone") },
        new() { Name = "authors", Type = DataType.Array(DataType.String(), minItems: 1, maxItems: 3) },
        new() { Name = "chapters", Type = DataType.Array(Chapter.Type) },
        new() { Name = "prices", Type = DataType.Map(DataType.Number()) },
        new() { Name = "extra", Type = DataType.Object() },
        new() { Name = "anything", Type = DataType.Any() },
        new() { Name = "shelf", Type = DataType.String(), DefaultFrom = "default_shelf" },
        new() { Name = "box", Type = DataType.String() },
        new() { Name = "borrower", Type = DataType.String() },
        new() { Name = "reminder", Type = DataType.Boolean() },
        new() { Name = "kind", Type = DataType.Enum("BookKind", "novel", "atlas") },
        new() { Name = "scale", Type = DataType.String() },
        new() { Name = "format", Type = DataType.String() },
    ])
    {
        Rules =
        [
            new() { AtMostOne = ["shelf", "box"], Description = "A book stands in one place." },
            new() { With = ["reminder", "due_at"], Require = ["borrower"] },
            new() { When = new("kind", "atlas"), Require = ["scale"], Values = [new("format", "folio", "quarto")] },
            new() { Unless = new("kind", "atlas"), Forbid = ["scale"] },
        ],
    };

    public string? Title { get => GetString("title"); init => Set("title", value); }

    public BookState? State { get => GetText<BookState>("state"); init => Set("state", value); }

    public long? Pages { get => GetInteger("pages"); init => Set("pages", value); }

    public double? Weight { get => GetNumber("weight"); init => Set("weight", value); }

    public bool? Rare { get => GetBoolean("rare"); init => Set("rare", value); }

    public Timestamp? DueAt { get => GetTimestamp("due_at"); init => Set("due_at", value, nullable: true); }

    public string? TimeZone { get => GetString("time_zone"); init => Set("time_zone", value); }

    public IReadOnlyList<string>? Authors { get => GetStringList("authors"); init => Set("authors", value); }

    public IReadOnlyList<Chapter>? Chapters { get => GetRecordList<Chapter>("chapters"); init => Set("chapters", value); }

    public IReadOnlyDictionary<string, double>? Prices { get => GetNumberMap("prices"); init => Set("prices", value); }

    public JsonObject? Extra { get => GetObject("extra"); init => Set("extra", value); }

    public JsonNode? Anything { get => GetNode("anything"); init => Set("anything", value); }

    public string? Shelf { get => GetString("shelf"); init => Set("shelf", value); }

    public string? Box { get => GetString("box"); init => Set("box", value); }

    public string? Borrower { get => GetString("borrower"); init => Set("borrower", value); }

    public bool? Reminder { get => GetBoolean("reminder"); init => Set("reminder", value); }

    static BookChanges IJsonRecord<BookChanges>.Create(JsonElement json) => new(json);
}
