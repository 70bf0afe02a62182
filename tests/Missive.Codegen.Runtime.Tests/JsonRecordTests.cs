using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class JsonRecordTests
{
    [Fact]
    public void AssignedValuesAreWrittenInTheirOrder()
    {
        var changes = new BookChanges
        {
            Title = "Zoé <1>",
            State = BookState.Lent,
            Pages = 25,
            Weight = 1.5,
            Rare = true,
            Authors = ["A", "B"],
            Chapters = [new() { Name = "I", Parts = [new() { Name = "I.1" }] }],
            Prices = new Dictionary<string, double> { ["EUR"] = 9.9 },
            Extra = new JsonObject { ["a"] = 1 },
            Anything = JsonValue.Create(true),
        };

        Assert.Equal(
            """{"title":"Zoé <1>","state":"lent","pages":25,"weight":1.5,"rare":true,"authors":["A","B"],"chapters":[{"name":"I","parts":[{"name":"I.1"}]}],"prices":{"EUR":9.9},"extra":{"a":1},"anything":true}""",
            changes.ToString());
    }

    [Fact]
    public void AssignedValuesAreReadBack()
    {
        var changes = new BookChanges
        {
            Title = "Title",
            State = BookState.Lent,
            Pages = 25,
            DueAt = new DateOnly(2026, 5, 1),
            Authors = ["A"],
            Chapters = [new() { Name = "I" }],
            Prices = new Dictionary<string, double> { ["EUR"] = 9.9 },
            Extra = new JsonObject { ["a"] = 1 },
        };

        Assert.Equal("Title", changes.Title);
        Assert.Equal(BookState.Lent, changes.State);
        Assert.Equal(25, changes.Pages);
        Assert.Equal(new DateOnly(2026, 5, 1), changes.DueAt);
        Assert.Equal(["A"], changes.Authors);
        Assert.Equal("I", Assert.Single(changes.Chapters!).Name);
        Assert.Equal(9.9, changes.Prices!["EUR"]);
        Assert.Equal(1, (int?)changes.Extra!["a"]);
        Assert.Null(changes.Box);
    }

    [Fact]
    public void NullLeavesAnOptionalPropertyOut()
        => Assert.Equal("{}", new BookChanges { Title = null, Authors = null }.ToString());

    [Fact]
    public void NullIsWrittenWhereItIsAValueOfItsOwn()
        => Assert.Equal("""{"due_at":null}""", new BookChanges { DueAt = null }.ToString());

    [Fact]
    public void ARecordWithoutValuesIsAnEmptyObject()
    {
        Assert.Equal("{}", new BookChanges().ToString());
        Assert.Equal("{}", new BookChanges(default).ToString());
    }

    [Fact]
    public void FieldsReadFromJsonAreTyped()
    {
        var book = Read<Book>("""
            {"id":"b1","state":"burnt","pages":25.0,"weight":2,"rare":false,"due_at":"2026-05-01","editions":[1,2],
             "history":["lent","on_shelf"],"chapters":[{"name":"I"}],"prices":{"EUR":1},"appendices":{"A":{"name":"a"}}}
            """);

        Assert.Equal("b1", book.Id);
        Assert.Equal(new BookState("burnt"), book.State);
        Assert.Equal(25, book.Pages);
        Assert.Equal(2, book.Weight);
        Assert.False(book.Rare);
        Assert.Equal(new DateOnly(2026, 5, 1), book.DueAt);
        Assert.Equal([1, 2], book.Editions);
        Assert.Equal([BookState.Lent, BookState.OnShelf], book.History);
        Assert.Equal("I", Assert.Single(book.Chapters!).Name);
        Assert.Equal(1, book.Prices!["EUR"]);
        Assert.Equal("a", book.Appendices!["A"].Name);
        Assert.Null(book.Title);
    }

    [Theory]
    [InlineData("""{"id":1,"state":{},"pages":"x","weight":"1","rare":"true","due_at":"soon","authors":"A","editions":{},"chapters":{},"prices":[]}""")]
    [InlineData("""{"id":"\ud800","state":"\udc00","pages":1.5,"weight":1e999,"rare":null,"due_at":1e30}""")]
    [InlineData("""{"pages":99999999999999999999}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    public void ValuesOfAnotherKindReadAsNullAndStayReachable(string json)
    {
        var book = Read<Book>(json);

        Assert.Null(book.Id);
        Assert.Null(book.State);
        Assert.Null(book.Pages);
        Assert.Null(book.Weight);
        Assert.Null(book.Rare);
        Assert.Null(book.DueAt);
        Assert.Null(book.Authors);
        Assert.Null(book.Editions);
        Assert.Null(book.Chapters);
        Assert.Null(book.Prices);
        Assert.Equal(json, book.Json.GetRawText());
    }

    [Fact]
    public void ListsLeaveOutItemsOfAnotherKind()
    {
        var book = Read<Book>("""{"authors":["A",{"name":"B"},null,"C"],"chapters":["I",{"name":"II"}],"prices":{"EUR":1,"USD":"?"}}""");

        Assert.Equal(["A", "C"], book.Authors);
        Assert.Equal("II", Assert.Single(book.Chapters!).Name);
        Assert.Equal("EUR", Assert.Single(book.Prices!).Key);
    }

    [Fact]
    public void ListsAndRecordsAreReadOnce()
    {
        var book = Read<Book>("""{"authors":["A"],"chapters":[{"name":"I"}]}""");

        Assert.Same(book.Authors, book.Authors);
        Assert.Same(book.Chapters, book.Chapters);
    }

    [Fact]
    public void ListsReadFromJsonCannotBeChanged()
        => Assert.Throws<NotSupportedException>(() => ((IList<string>)Read<Book>("""{"authors":["A"]}""").Authors!).Add("B"));

    [Theory]
    [InlineData("""{"books":{"id":"b1"}}""", "b1")]
    [InlineData("""{"books":[{"id":"b1"}]}""", "b1")]
    [InlineData("""{"books":[{"id":"b1"},{"id":"b2"}]}""", null)]
    [InlineData("""{"books":[]}""", null)]
    public void ASingleRecordStandsAloneOrInAListOfOne(string json, string? id)
        => Assert.Equal(id, Read<UpdateBookResult>(json).Book?.Id);

    [Fact]
    public void AssigningOverJsonReplacesTheFieldAndKeepsTheUnknownOnes()
    {
        var changes = new BookChanges(Json.Parse("""{"title":"Old","secret":{"a":[1.50]},"pages":3,"box":"b"}""")) { Title = "New", Box = null };

        Assert.Equal("""{"secret":{"a":[1.50]},"pages":3,"title":"New"}""", changes.ToString());
        Assert.Equal("New", changes.Title);
        Assert.Null(changes.Box);
        Assert.Equal(3, changes.Pages);
    }

    [Fact]
    public void JsonObjectsReadAreTheCallersOwn()
    {
        var changes = new BookChanges(Json.Parse("""{"extra":{"a":1}}"""));

        changes.Extra!["a"] = 2;

        Assert.Equal("""{"extra":{"a":1}}""", changes.ToString());
    }

    [Fact]
    public void AnyJsonIsWrittenAsItWasRead()
        => GenJson.Sample(text =>
        {
            var json = Json.Parse(text);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                new BookChanges(json).WriteTo(writer);
            }

            Assert.True(JsonElement.DeepEquals(json, Json.Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()))));
        });

    [Fact]
    public void AnyTextSurvivesTheRoundTrip()
        => Gen.String.Where(static text => text.EnumerateRunes().All(static rune => rune.Value != 0xFFFD))
            .Sample(text => Assert.Equal(text, Read<Book>(new BookChanges { Title = text }.ToString()).Title));

    [Fact]
    public void ManyThreadsReadTheSameValues()
    {
        var book = Read<Book>("""{"authors":["A"],"editions":[1],"history":["lent"],"chapters":[{"name":"I"}]}""");

        Parallel.For(0, 200, _ =>
        {
            Assert.Equal(["A"], book.Authors);
            Assert.Equal([1], book.Editions);
            Assert.Equal([BookState.Lent], book.History);
            Assert.Equal("I", book.Chapters![0].Name);
        });
    }

    private static readonly Gen<string> GenScalar = Gen.OneOf(
        Gen.Const("null"),
        Gen.Bool.Select(static value => value ? "true" : "false"),
        Gen.Long.Select(static value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String.AlphaNumeric.Select(static text => JsonSerializer.Serialize(text)));

    private static readonly Gen<string> GenJson = Gen.Recursive<string>((depth, self) => depth > 3
        ? GenScalar
        : Gen.OneOf(
            GenScalar,
            self.Array[0, 4].Select(static items => $"[{string.Join(",", items)}]"),
            Gen.Select(Gen.String.AlphaNumeric, self).Array[0, 4].Select(static fields
                => "{" + string.Join(",", fields.DistinctBy(static field => field.Item1).Select(static field => $"{JsonSerializer.Serialize(field.Item1)}:{field.Item2}")) + "}")));

    private static T Read<T>(string json)
        where T : JsonRecord, IJsonRecord<T>
        => T.Create(Json.Parse(json.Trim()));
}
