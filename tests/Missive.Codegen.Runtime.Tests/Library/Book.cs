using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests.Library;

public sealed partial class Book : JsonRecord, IJsonRecord<Book>
{
    private Book(JsonElement json)
        : base(json)
    {
    }

    public string? Id => GetString("id");

    public string? Title => GetString("title");

    public BookState? State => GetText<BookState>("state");

    public long? Pages => GetInteger("pages");

    public double? Weight => GetNumber("weight");

    public bool? Rare => GetBoolean("rare");

    public Timestamp? DueAt => GetTimestamp("due_at");

    public IReadOnlyList<string>? Authors => GetStringList("authors");

    public IReadOnlyList<long>? Editions => GetIntegerList("editions");

    public IReadOnlyList<BookState>? History => GetTextList<BookState>("history");

    public IReadOnlyList<Chapter>? Chapters => GetRecordList<Chapter>("chapters");

    public IReadOnlyDictionary<string, double>? Prices => GetNumberMap("prices");

    public IReadOnlyDictionary<string, Chapter>? Appendices => GetRecordMap<Chapter>("appendices");

    static Book IJsonRecord<Book>.Create(JsonElement json) => new(json);
}
